package kz.qadam.progress.completion;

import java.time.Instant;
import java.util.List;
import kz.qadam.chassis.base.database.TableColumns;
import kz.qadam.chassis.http.security.AccessScope;
import kz.qadam.progress.erasure.BlockedLearners;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;

/**
 * How many completions of an institution do not count for one cause.
 *
 * @param because a value of {@code because} of a completion
 * @param oldest since when the first of them has not counted
 */
record UncountedTotal(String institution, String because, int count, Instant oldest) {

    private static final TableColumns<UncountedTotal> COLUMNS = TableColumns.of(UncountedTotal.class);

    private static final String COUNT = """
            with waiting as (
                select c.institution, c.because, count(*) as count, min(c.changed_at) as oldest
                  from completion c
                 where c.enrolment is not null
                   and (c.status = 'pending' or c.status = 'refused' or c.status = 'accepted' and not c.counts) and %s %s
                 group by c.institution, c.because)
            select * from waiting where true %s order by count desc, institution, because limit :limit
            """;

    /** Of all institutions in this access scope, the most first. */
    static List<UncountedTotal> of(Handle handle, AccessScope scope, int limit) {
        return question(handle, scope, limit).map(COLUMNS).list();
    }

    static Query question(Handle handle, AccessScope scope, int limit) {
        // Where the enrolment is known, its region decides, so that no region counts what waits in another one.
        String known = scope.isOfRegion() ? " and coalesce(c.region, :visibleRegion) = :visibleRegion" : "";
        String sql = COUNT.formatted(BlockedLearners.notBlocked("c.learner_id"), known, inRegion(scope, "waiting"));
        return scope.bindTo(handle.createQuery(sql)).bind("limit", limit);
    }

    /**
     * The condition that rows are of an institution in the region of this access scope, if it has one. A completion that waits
     * for its enrolment has no region, but its institution has other enrolments; until one is known, it has none.
     */
    static String inRegion(AccessScope scope, String rows) {
        return scope.isOfRegion()
                ? " and exists (select from enrolment e where e.institution = %s.institution and e.region = :visibleRegion)"
                        .formatted(rows)
                : "";
    }
}
