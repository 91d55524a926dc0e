package kz.qadam.progress.learner;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.UUID;
import java.util.function.Function;
import kz.qadam.progress.trained.AcceptedCompletion;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.SqlStatement;

/**
 * Reads, locks and writes the trained states. The row of a learner in a cohort serializes all transactions that change
 * it.
 */
final class LearnerCohorts {

    private static final String INSERT_NEW = """
            insert into learner_cohort (learner_id, cohort, trained_by, trained_on, requirement_version, institution,
                                        reference, region, course, version)
            select * from unnest(:learners, :cohorts, :by, :on, :requirementVersions, :institutions, :references, :regions,
                                 :courses, :versions)
             order by 1, 2 on conflict do nothing returning learner_id, cohort
            """;

    private static final String LOCK = """
            select l.learner_id, l.cohort, trained_by, trained_on, requirement_version, institution, reference, region,
                   course, version
              from unnest(:learners, :cohorts) as wanted (learner_id, cohort)
              join learner_cohort l using (learner_id, cohort)
             order by l.learner_id, l.cohort for update of l
            """;

    /**
     * Reads each learner by its own subquery: for a plain join, PostgreSQL may read all completions for each batch.
     */
    private static final String ACCEPTED = """
            select c.learner_id, c.cohort, c.id, c.completed_on, c.institution, c.reference, c.course,
                   coalesce(k.hours, 0), c.region
              from unnest(:learners, :cohorts) as wanted (learner_id, cohort)
             cross join lateral (
                   select * from completion
                    where learner_id = wanted.learner_id and cohort = wanted.cohort and status = 'accepted'
                   offset 0) as c
              left join course k on k.code = c.course
            """;

    private static final String UPDATE = """
            update learner_cohort l
               set trained_by = v.trained_by, trained_on = v.trained_on, requirement_version = v.requirement_version,
                   institution = v.institution, reference = v.reference, region = v.region, course = v.course,
                   version = v.version
              from unnest(:learners, :cohorts, :by, :on, :requirementVersions, :institutions, :references, :regions,
                          :courses, :versions)
                   as v (learner_id, cohort, trained_by, trained_on, requirement_version, institution, reference, region,
                         course, version)
             where l.learner_id = v.learner_id and l.cohort = v.cohort
            """;

    private LearnerCohorts() {}

    /**
     * Inserts the states of new learners; their rows are locked until the transaction ends.
     *
     * @return the learners who were new. No other transaction has written a completion of theirs, and none can until
     *     this one ends
     */
    static Set<LearnerCohort> insertNew(Handle handle, Map<LearnerCohort, TrainedState> states) {
        return bindStates(handle.createQuery(INSERT_NEW), states)
                .map((row, context) -> key(row))
                .set();
    }

    /** Locks existing learners in order until the transaction ends, and returns their last committed states. */
    static Map<LearnerCohort, TrainedState> lock(Handle handle, SortedSet<LearnerCohort> learners) {
        Map<LearnerCohort, TrainedState> states = new HashMap<>();
        if (!learners.isEmpty()) {
            bind(handle.createQuery(LOCK), learners)
                    .map((row, context) -> states.put(key(row), state(row)))
                    .list();
        }
        return states;
    }

    /**
     * Reads the accepted completions of these learners. They must be locked first: an earlier read could miss
     * completions committed meanwhile.
     */
    static Map<LearnerCohort, List<AcceptedCompletion>> acceptedCompletions(
            Handle handle, SortedSet<LearnerCohort> learners) {
        Map<LearnerCohort, List<AcceptedCompletion>> completions = new HashMap<>();
        if (learners.isEmpty()) {
            return completions;
        }
        bind(handle.createQuery(ACCEPTED), learners)
                .map((row, context) -> completions
                        .computeIfAbsent(key(row), k -> new ArrayList<>())
                        .add(completed(row)))
                .list();
        return completions;
    }

    static void update(Handle handle, Map<LearnerCohort, TrainedState> changed) {
        if (!changed.isEmpty()) {
            bindStates(handle.createUpdate(UPDATE), changed).execute();
        }
    }

    private static <S extends SqlStatement<S>> S bindStates(S statement, Map<LearnerCohort, TrainedState> states) {
        List<LearnerCohort> learners = List.copyOf(states.keySet());
        Function<Function<TrainedState, Object>, List<Object>> column = value -> {
            List<Object> values = new ArrayList<>(learners.size());
            learners.forEach(one -> values.add(value.apply(states.get(one))));
            return values;
        };
        return bind(statement, learners)
                .bindArray("by", UUID.class, column.apply(TrainedState::by))
                .bindArray("on", LocalDate.class, column.apply(TrainedState::on))
                .bindArray("requirementVersions", Integer.class, column.apply(TrainedState::requirementVersion))
                .bindArray("institutions", String.class, column.apply(TrainedState::institution))
                .bindArray("references", String.class, column.apply(TrainedState::reference))
                .bindArray("regions", String.class, column.apply(TrainedState::region))
                .bindArray("courses", String.class, column.apply(TrainedState::course))
                .bindArray("versions", Integer.class, column.apply(TrainedState::version));
    }

    private static <S extends SqlStatement<S>> S bind(S statement, Collection<LearnerCohort> learners) {
        return statement
                .bindArray(
                        "learners",
                        UUID.class,
                        learners.stream().map(LearnerCohort::learnerId).toList())
                .bindArray(
                        "cohorts",
                        String.class,
                        learners.stream().map(LearnerCohort::cohort).toList());
    }

    private static LearnerCohort key(ResultSet row) throws SQLException {
        return new LearnerCohort(row.getObject(1, UUID.class), row.getString(2));
    }

    private static TrainedState state(ResultSet row) throws SQLException {
        return new TrainedState(
                row.getObject(3, UUID.class),
                row.getObject(4, LocalDate.class),
                row.getObject(5, Integer.class),
                row.getString(6),
                row.getString(7),
                row.getString(8),
                row.getString(9),
                row.getInt(10));
    }

    private static AcceptedCompletion completed(ResultSet row) throws SQLException {
        return new AcceptedCompletion(
                row.getObject(3, UUID.class),
                row.getObject(4, LocalDate.class),
                row.getString(5),
                row.getString(6),
                row.getString(7),
                row.getInt(8),
                row.getString(9));
    }
}
