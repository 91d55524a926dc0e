package kz.qadam.progress.completion;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import kz.qadam.chassis.base.database.Database;
import kz.qadam.chassis.desk.Task;
import kz.qadam.chassis.desk.TaskRows;
import kz.qadam.chassis.desk.TaskSource;
import kz.qadam.chassis.http.security.AccessScope;
import kz.qadam.chassis.http.security.Caller;
import kz.qadam.chassis.http.security.Role;
import kz.qadam.progress.erasure.BlockedLearners;

/**
 * Completions that wait for their enrolment, and those that do not count. An institution hears of the former after a day,
 * since the enrolment may be on its way, and the office, also that of its region, when they are stale.
 */
@ApplicationScoped
class UncountedCompletionTasks implements TaskSource {

    /** Those of an institution are found first: of all institutions together, many wait. */
    private static final String OF_INSTITUTION = """
            select 'completions-pending' as kind, count(*) filter (where pending_since < :before),
                   min(pending_since) as oldest, null::timestamptz as ends
              from completion
             where institution = :institution and status = 'pending'
            union all
            select 'completions-refused', count(*), min(changed_at), null from completion
             where institution = :institution and status = 'refused' and %1$s
            union all
            select 'completions-outside-programme', count(*), min(changed_at), null from completion
             where institution = :institution and status = 'accepted' and not counts and %1$s
            """.formatted(BlockedLearners.notBlocked("learner_id"));

    private static final String OF_ALL = """
            select 'completions-pending' as kind, count(*), min(pending_since) as oldest, null::timestamptz as ends
              from completion where status = 'pending' and pending_since < :before
            """;

    private static final Map<String, String> LINKS = Map.of(
            "completions-pending",
            UncountedPage.PATH,
            "completions-refused",
            UncountedPage.PATH,
            "completions-outside-programme",
            UncountedPage.PATH);

    private static final Map<String, String> LINKS_OF_OFFICE = Map.of("completions-pending", UncountedTotalsPage.PATH);

    private final Database database;
    private final PendingConfig config;
    private final Clock clock;

    UncountedCompletionTasks(Database database, PendingConfig config, Clock clock) {
        this.database = database;
        this.config = config;
        this.clock = clock;
    }

    @Override
    public List<Task> tasks(Caller caller) {
        Instant now = clock.instant();
        AccessScope scope = caller.scope();
        if (caller.isOffice() || (caller.is(Role.OFFICE_OF_A_REGION) && scope.isOfRegion())) {
            return database.transaction(handle -> TaskRows.read(
                    scope.bindTo(handle.createQuery(OF_ALL + UncountedTotal.inRegion(scope, "completion")))
                            .bind("before", PendingAge.at(now, config).staleBefore()),
                    LINKS_OF_OFFICE));
        }
        if (!scope.isOfInstitution()) {
            return List.of();
        }
        String institution = scope.institution();
        return database.transaction(handle -> TaskRows.read(
                handle.createQuery(OF_INSTITUTION)
                        .bind("institution", institution)
                        .bind("before", now.minus(config.taskAfter())),
                LINKS));
    }
}
