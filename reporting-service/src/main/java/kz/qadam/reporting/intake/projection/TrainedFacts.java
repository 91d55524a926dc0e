package kz.qadam.reporting.intake.projection;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import kz.qadam.chassis.database.TableColumns;
import kz.qadam.reporting.rollup.fact.Trained;
import org.jdbi.v3.core.Handle;

/** The table of trained facts: whether a learner is trained in a cohort, by batch. */
final class TrainedFacts {

    private static final TableColumns<Trained> COLUMNS = TableColumns.of(Trained.class, Map.of("on", "trained_on"));

    /**
     * The trained facts of a learner in all cohorts: they decide on which day the learner first counts as a person. The
     * lateral join looks up each learner by index, also if the planner has wrong statistics of the table.
     */
    private static final String CURRENT = """
            select known.* from unnest(:learners) as one (learner)
             cross join lateral (
                   select %s from trained_fact
                    where learner = one.learner and to_batch = still_open() offset 0) as known
            """.formatted(COLUMNS.names());

    private static final String CLOSE = """
            update trained_fact known set to_batch = :batch
              from %s
             where known.learner = newer.learner and known.cohort = newer.cohort
               and known.to_batch = still_open()
            """.formatted(LearnerCohort.COLUMNS.rows("newer"));

    private static final String OPEN = """
            insert into trained_fact (from_batch, to_batch, %s)
            select :batch, still_open(), newer.* from %s
            """.formatted(COLUMNS.names(), COLUMNS.rows("newer"));

    private TrainedFacts() {}

    static List<Trained> current(Handle database, Collection<Trained> arrived) {
        return database.createQuery(CURRENT)
                .bindArray(
                        "learners",
                        UUID.class,
                        arrived.stream().map(Trained::learner).distinct().toList())
                .map(COLUMNS)
                .list();
    }

    /** @param known the current facts; those with a newer state are replaced */
    static void replace(Handle database, long batch, List<Trained> newer, List<Trained> known) {
        if (newer.isEmpty()) {
            return;
        }
        close(database, batch, newer, known);
        COLUMNS.bind(database.createUpdate(OPEN).bind("batch", batch), newer).execute();
    }

    private static void close(Handle database, long batch, List<Trained> newer, List<Trained> known) {
        Set<LearnerCohort> members = newer.stream().map(LearnerCohort::of).collect(Collectors.toSet());
        List<LearnerCohort> replaced =
                known.stream().map(LearnerCohort::of).filter(members::contains).toList();
        if (!replaced.isEmpty()) {
            LearnerCohort.COLUMNS
                    .bind(database.createUpdate(CLOSE).bind("batch", batch), replaced)
                    .execute();
        }
    }
}
