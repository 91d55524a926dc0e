package kz.qadam.progress.learner;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.stream.Collectors;
import kz.qadam.chassis.base.database.TableColumns;
import kz.qadam.progress.trained.AcceptedCompletion;
import org.jdbi.v3.core.Handle;

/**
 * Reads, locks and writes the trained states. The row of a learner in a cohort serializes all transactions that change
 * it.
 */
public final class TrainedStateRows {

    private record Row(LearnerCohort learner, TrainedState state) {}

    /** An accepted completion of a learner in a cohort. */
    public record Accepted(LearnerCohort learner, AcceptedCompletion completion) {}

    private static final TableColumns<LearnerCohort> KEYS = TableColumns.of(LearnerCohort.class);

    private static final TableColumns<Row> ROWS =
            TableColumns.of(Row.class, Map.of("by", "trained_by", "on", "trained_on"));

    public static final TableColumns<Accepted> ACCEPTED = TableColumns.of(Accepted.class, Map.of("on", "completed_on"));

    private static final String INSERT_NEW = """
            insert into learner_cohort (%s) select * from %s
             order by learner_id, cohort on conflict do nothing returning learner_id, cohort
            """.formatted(ROWS.names(), ROWS.rows("v"));

    private static final String LOCK = """
            select %s from %s join learner_cohort l using (learner_id, cohort)
             order by l.learner_id, l.cohort for update of l
            """.formatted(ROWS.names("l"), KEYS.rows("wanted"));

    /**
     * Reads each learner by its own subquery: for a plain join, PostgreSQL may read all completions for each batch.
     */
    private static final String SELECT_ACCEPTED = """
            select c.learner_id, c.cohort, c.id, c.completed_on, c.institution, c.reference, c.course,
                   coalesce(k.hours, 0) as hours, c.region
              from %s
             cross join lateral (
                   select * from completion
                    where learner_id = wanted.learner_id and cohort = wanted.cohort and status = 'accepted'
                   offset 0) as c
              left join course k on k.code = c.course
            """.formatted(KEYS.rows("wanted"));

    private static final String UPDATE =
            """
            update learner_cohort l set %s from %s where l.learner_id = v.learner_id and l.cohort = v.cohort
            """.formatted(ROWS.list("%1$s = v.%1$s", "learner_id", "cohort"), ROWS.rows("v"));

    private static final String ADOPT =
            """
            insert into learner_cohort (%s) select * from %s
             order by learner_id, cohort
            on conflict (cohort, learner_id) do update set %s where learner_cohort.version < excluded.version
            """.formatted(ROWS.names(), ROWS.rows("v"), ROWS.list("%1$s = excluded.%1$s", "learner_id", "cohort"));

    private TrainedStateRows() {}

    /** Takes over published states, in any order; one that is not newer than what is here changes nothing. */
    public static void adopt(Handle handle, Collection<PublishedTrainedState> published) {
        Map<LearnerCohort, TrainedState> newest = new HashMap<>();
        published.forEach(one -> newest.merge(
                one.learner(), one.state(), (known, other) -> known.version() < other.version() ? other : known));
        if (!newest.isEmpty()) {
            ROWS.bind(handle.createUpdate(ADOPT), rows(newest)).execute();
        }
    }

    /**
     * Inserts the states of new learners; their rows are locked until the transaction ends.
     *
     * @return the learners who were new. No other transaction has written a completion of theirs, and none can until
     *     this one ends
     */
    static Set<LearnerCohort> insertNew(Handle handle, Map<LearnerCohort, TrainedState> states) {
        return ROWS.bind(handle.createQuery(INSERT_NEW), rows(states)).map(KEYS).set();
    }

    /** Adds learners who are not trained yet, as far as they are not here. */
    public static void add(Handle handle, Collection<LearnerCohort> learners) {
        Map<LearnerCohort, TrainedState> untrained = new HashMap<>();
        learners.forEach(one -> untrained.put(one, TrainedState.NONE));
        if (!untrained.isEmpty()) {
            insertNew(handle, untrained);
        }
    }

    /** Locks existing learners in order until the transaction ends, and returns their last committed states. */
    static Map<LearnerCohort, TrainedState> lock(Handle handle, SortedSet<LearnerCohort> learners) {
        return learners.isEmpty()
                ? Map.of()
                : KEYS.bind(handle.createQuery(LOCK), learners)
                        .map(ROWS)
                        .collect(Collectors.toMap(Row::learner, Row::state));
    }

    /**
     * Reads the accepted completions of these learners. They must be locked first: an earlier read could miss
     * completions committed meanwhile.
     */
    static Map<LearnerCohort, List<AcceptedCompletion>> acceptedCompletions(
            Handle handle, SortedSet<LearnerCohort> learners) {
        return learners.isEmpty()
                ? Map.of()
                : KEYS.bind(handle.createQuery(SELECT_ACCEPTED), learners)
                        .map(ACCEPTED)
                        .collect(Collectors.groupingBy(
                                Accepted::learner, Collectors.mapping(Accepted::completion, Collectors.toList())));
    }

    static void update(Handle handle, Map<LearnerCohort, TrainedState> changed) {
        if (!changed.isEmpty()) {
            ROWS.bind(handle.createUpdate(UPDATE), rows(changed)).execute();
        }
    }

    private static List<Row> rows(Map<LearnerCohort, TrainedState> states) {
        return states.entrySet().stream()
                .map(one -> new Row(one.getKey(), one.getValue()))
                .toList();
    }
}
