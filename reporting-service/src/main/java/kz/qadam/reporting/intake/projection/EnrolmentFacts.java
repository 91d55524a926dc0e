package kz.qadam.reporting.intake.projection;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import kz.qadam.chassis.database.TableColumns;
import kz.qadam.reporting.rollup.fact.Enrolment;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;

/** The table of enrolments: the state of each, by batch. */
final class EnrolmentFacts {

    private static final TableColumns<Enrolment> COLUMNS = TableColumns.of(Enrolment.class, Map.of("id", "enrolment"));

    /**
     * All enrolments of a learner in a cohort, since the others decide whether the learner is new in a region. The
     * lateral join looks up each learner by index, also if the planner has wrong statistics of the table.
     */
    private static final String CURRENT = """
            with affected as (
                select learner, cohort from %s
                union
                select known.learner, known.cohort
                  from unnest(:ids) as one (id)
                 cross join lateral (select learner, cohort from enrolment_fact
                        where enrolment = one.id and to_batch = still_open() limit 1) as known)
            select known.* from affected
             cross join lateral (
                   select %s from enrolment_fact
                    where learner = affected.learner and cohort = affected.cohort
                      and to_batch = still_open() offset 0) as known
            """.formatted(LearnerCohort.COLUMNS.rows("one"), COLUMNS.names());

    private static final String CLOSE = """
            update enrolment_fact set to_batch = :batch
             where enrolment = any(:ids) and to_batch = still_open()
            """;

    private static final String OPEN = """
            insert into enrolment_fact (from_batch, to_batch, %s)
            select :batch, still_open(), newer.* from %s
            """.formatted(COLUMNS.names(), COLUMNS.rows("newer"));

    private EnrolmentFacts() {}

    static List<Enrolment> current(Handle database, Collection<Enrolment> arrived) {
        return current(
                database,
                arrived.stream().map(Enrolment::id).toList(),
                arrived.stream().map(LearnerCohort::of).collect(Collectors.toSet()));
    }

    static List<Enrolment> of(Handle database, Collection<LearnerCohort> members) {
        return current(database, List.of(), members);
    }

    private static List<Enrolment> current(Handle database, Collection<UUID> ids, Collection<LearnerCohort> members) {
        Query query = database.createQuery(CURRENT).bindArray("ids", UUID.class, ids);
        return LearnerCohort.COLUMNS.bind(query, members).map(COLUMNS).list();
    }

    /** @param known the current facts; those with a newer state are replaced */
    static void replace(Handle database, long batch, List<Enrolment> newer, List<Enrolment> known) {
        if (newer.isEmpty()) {
            return;
        }
        close(database, batch, newer, known);
        COLUMNS.bind(database.createUpdate(OPEN).bind("batch", batch), newer).execute();
    }

    private static void close(Handle database, long batch, List<Enrolment> newer, List<Enrolment> known) {
        Set<UUID> ids = newer.stream().map(Enrolment::id).collect(Collectors.toSet());
        List<UUID> replaced =
                known.stream().map(Enrolment::id).filter(ids::contains).toList();
        if (!replaced.isEmpty()) {
            database.createUpdate(CLOSE)
                    .bind("batch", batch)
                    .bindArray("ids", UUID.class, replaced)
                    .execute();
        }
    }
}
