package kz.qadam.reporting.audit.recount;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import kz.qadam.chassis.base.database.TableColumns;
import org.jdbi.v3.core.Handle;

/**
 * The trained states that were awaited at an earlier daily recount. A state is on its way for seconds: one that has not
 * arrived since then is lost.
 */
final class EarlierAwaitedStates {

    /** So many are kept of a recount: each of them makes the next one differ. */
    static final int MOST = 10_000;

    private static final TableColumns<AwaitedState> COLUMNS = TableColumns.of(AwaitedState.class);

    /** Of two recounts within an hour, both may see a state that is on its way while an intake catches up. */
    private static final String FIND = """
            select %s
              from (select awaited from recount
                     where requested_by = :daily and awaited is not null and id <> :id and batch <= :batch
                       and requested_at <= coalesce(:asOf, (select requested_at from recount where id = :id))
                                           - interval '1 hour'
                     order by requested_at desc limit 1) as earlier
             cross join lateral jsonb_to_recordset(awaited) as state (learner uuid, cohort text, version bigint)
            """.formatted(COLUMNS.names());

    private record LearnerCohort(UUID learner, String cohort) {}

    private final Map<LearnerCohort, Long> versions = new HashMap<>();

    private EarlierAwaitedStates(List<AwaitedState> states) {
        states.forEach(one -> versions.put(new LearnerCohort(one.learner(), one.cohort()), one.version()));
    }

    /** @param asOf the instant of a recount of the past; null for one of the present */
    static EarlierAwaitedStates before(Handle database, UUID recount, long batch, Instant asOf) {
        return new EarlierAwaitedStates(database.createQuery(FIND)
                .bind("daily", DailyRecount.REQUESTER)
                .bind("id", recount)
                .bind("batch", batch)
                .bind("asOf", asOf)
                .map(COLUMNS)
                .list());
    }

    /**
     * Whether a state was awaited already, and has not arrived since.
     *
     * @param arrived the version of the newest state that has arrived; 0 if none has
     */
    boolean isOverdue(UUID learner, String cohort, long arrived) {
        Long version = versions.get(new LearnerCohort(learner, cohort));
        return version != null && version > arrived;
    }
}
