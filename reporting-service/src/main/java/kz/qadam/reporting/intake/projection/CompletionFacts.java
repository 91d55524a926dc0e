package kz.qadam.reporting.intake.projection;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import kz.qadam.chassis.database.TableColumns;
import kz.qadam.reporting.rollup.fact.Completion;
import org.jdbi.v3.core.Handle;

/** The table of completions: the state of each, by batch. */
final class CompletionFacts {

    private static final TableColumns<Completion> COLUMNS =
            TableColumns.of(Completion.class, Map.of("id", "completion"));

    /**
     * All completions of a learner, since the others decide whether one is the first. The lateral join looks up each
     * learner by index, also if the planner has wrong statistics of the table.
     */
    private static final String CURRENT = """
            with affected as (
                select learner from unnest(:learners) as one (learner)
                union
                select known.learner from unnest(:ids) as one (id)
                 cross join lateral (select learner from completion_fact
                        where completion = one.id and to_batch = still_open() limit 1) as known)
            select known.* from affected
             cross join lateral (
                   select %s from completion_fact
                    where learner = affected.learner and to_batch = still_open() offset 0) as known
            """.formatted(COLUMNS.names());

    private static final String CLOSE = """
            update completion_fact set to_batch = :batch
             where completion = any(:ids) and to_batch = still_open()
            """;

    private static final String OPEN = """
            insert into completion_fact (from_batch, to_batch, %s)
            select :batch, still_open(), newer.* from %s
            """.formatted(COLUMNS.names(), COLUMNS.rows("newer"));

    private CompletionFacts() {}

    static List<Completion> current(Handle database, Collection<Completion> arrived) {
        return current(
                database,
                arrived.stream().map(Completion::id).toList(),
                arrived.stream().map(Completion::learner).toList());
    }

    static List<Completion> of(Handle database, Collection<UUID> learners) {
        return current(database, List.of(), learners);
    }

    private static List<Completion> current(Handle database, Collection<UUID> ids, Collection<UUID> learners) {
        return database.createQuery(CURRENT)
                .bindArray("ids", UUID.class, ids)
                .bindArray("learners", UUID.class, learners)
                .map(COLUMNS)
                .list();
    }

    /** @param known the current facts; those with a newer state are replaced */
    static void replace(Handle database, long batch, List<Completion> newer, List<Completion> known) {
        if (newer.isEmpty()) {
            return;
        }
        close(database, batch, newer, known);
        COLUMNS.bind(database.createUpdate(OPEN).bind("batch", batch), newer).execute();
    }

    private static void close(Handle database, long batch, List<Completion> newer, List<Completion> known) {
        Set<UUID> ids = newer.stream().map(Completion::id).collect(Collectors.toSet());
        List<UUID> replaced =
                known.stream().map(Completion::id).filter(ids::contains).toList();
        if (!replaced.isEmpty()) {
            database.createUpdate(CLOSE)
                    .bind("batch", batch)
                    .bindArray("ids", UUID.class, replaced)
                    .execute();
        }
    }
}
