package kz.qadam.progress.learner;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.UUID;
import kz.qadam.progress.trained.Completed;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.jdbi.v3.core.statement.SqlStatement;

/** The rows on which all that happens to a learner in a cohort meets. */
final class LearnerCohorts {

    private static final String PLACE = """
            insert into learner_cohort (learner_id, cohort)
            select * from unnest(:learners, :cohorts) order by 1, 2 on conflict do nothing
            """;

    private static final String LOCK = """
            select l.learner_id, l.cohort, trained_by, trained_on, requirement_version, institution, region, version
              from unnest(:learners, :cohorts) as wanted (learner_id, cohort)
              join learner_cohort l using (learner_id, cohort)
             order by l.learner_id, l.cohort for update of l
            """;

    private static final String ACCEPTED = """
            select c.learner_id, c.cohort, c.id, c.completed_on, c.institution, c.reference, c.course,
                   coalesce(k.hours, 0), c.region
              from unnest(:learners, :cohorts) as wanted (learner_id, cohort)
              join completion c using (learner_id, cohort)
              left join course k on k.code = c.course
             where c.status = 'accepted'
            """;

    private static final String CHANGE = """
            update learner_cohort
               set trained_by = :by::uuid, trained_on = :on::date, requirement_version = :requirementVersion,
                   institution = :institution, region = :region, version = :version
             where learner_id = :learnerId and cohort = :cohort
            """;

    private LearnerCohorts() {}

    /** Locks them in their order until the transaction ends, each as the last one before it has left it. */
    static Map<LearnerCohort, TrainedState> lock(Handle handle, SortedSet<LearnerCohort> who) {
        bind(handle.createUpdate(PLACE), who).execute();
        Map<LearnerCohort, TrainedState> states = new HashMap<>();
        bind(handle.createQuery(LOCK), who)
                .map((row, context) -> states.put(key(row), state(row)))
                .list();
        return states;
    }

    /** Their accepted completions. To be asked when they are locked: an earlier look may miss what came meanwhile. */
    static Map<LearnerCohort, List<Completed>> accepted(Handle handle, SortedSet<LearnerCohort> who) {
        Map<LearnerCohort, List<Completed>> completions = new HashMap<>();
        bind(handle.createQuery(ACCEPTED), who)
                .map((row, context) -> completions
                        .computeIfAbsent(key(row), k -> new ArrayList<>())
                        .add(completed(row)))
                .list();
        return completions;
    }

    static void change(Handle handle, Map<LearnerCohort, TrainedState> changed) {
        if (changed.isEmpty()) {
            return;
        }
        PreparedBatch rows = handle.prepareBatch(CHANGE);
        changed.forEach((who, state) -> rows.bind("learnerId", who.learnerId())
                .bind("cohort", who.cohort())
                .bind("by", state.by())
                .bind("on", state.on())
                .bind("requirementVersion", state.requirementVersion())
                .bind("institution", state.institution())
                .bind("region", state.region())
                .bind("version", state.version())
                .add());
        rows.execute();
    }

    private static <S extends SqlStatement<S>> S bind(S statement, Collection<LearnerCohort> who) {
        return statement
                .bindArray(
                        "learners",
                        UUID.class,
                        who.stream().map(LearnerCohort::learnerId).toList())
                .bindArray(
                        "cohorts",
                        String.class,
                        who.stream().map(LearnerCohort::cohort).toList());
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
                row.getInt(8));
    }

    private static Completed completed(ResultSet row) throws SQLException {
        return new Completed(
                row.getObject(3, UUID.class),
                row.getObject(4, LocalDate.class),
                row.getString(5),
                row.getString(6),
                row.getString(7),
                row.getInt(8),
                row.getString(9));
    }
}
