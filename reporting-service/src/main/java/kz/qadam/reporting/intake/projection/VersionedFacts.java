package kz.qadam.reporting.intake.projection;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import kz.qadam.chassis.database.TableColumns;
import kz.qadam.reporting.rollup.fact.CatalogueEntry;
import kz.qadam.reporting.rollup.fact.Evaluation;
import kz.qadam.reporting.rollup.fact.Fact;
import kz.qadam.reporting.rollup.fact.Merged;
import kz.qadam.reporting.rollup.fact.Tally;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Update;

/**
 * The tables of facts that count in no cell: catalogue, evaluations, merges and tallies, by batch. A higher version
 * replaces the current fact of the same subject; a lower version that arrives late is ignored.
 */
final class VersionedFacts<F extends Record & Fact> {

    private static final List<VersionedFacts<?>> TABLES = List.of(
            new VersionedFacts<>(
                    "catalogue_fact", TableColumns.of(CatalogueEntry.class), CatalogueEntry.class, "kind", "code"),
            new VersionedFacts<>("evaluated", TableColumns.of(Evaluation.class), Evaluation.class, "cohort"),
            new VersionedFacts<>(
                    "learner_alias",
                    TableColumns.of(Merged.class, Map.of("into", "surviving")),
                    Merged.class,
                    "learner"),
            new VersionedFacts<>(
                    "tally",
                    TableColumns.of(Tally.class, Map.of("revokedUntoldNow", "untold_now")),
                    Tally.class,
                    "institution",
                    "day"));

    private static final String CLOSE = """
            update <table> known set to_batch = :batch
              from <newer>
             where (<known_key>) = (<newer_key>) and known.version < newer.version and known.to_batch = still_open()
            """;

    private static final String OPEN = """
            insert into <table> (from_batch, to_batch, <columns>)
            select distinct on (<newer_key>) :batch, still_open(), newer.*
              from <newer>
             where not exists (select from <table> known
                    where (<known_key>) = (<newer_key>) and known.to_batch = still_open())
             order by <newer_key>, newer.version desc
            """;

    private final String table;
    private final TableColumns<F> columns;
    private final Class<F> type;
    private final List<String> key;

    /** @param key the columns that identify the subject */
    private VersionedFacts(String table, TableColumns<F> columns, Class<F> type, String... key) {
        this.table = table;
        this.columns = columns;
        this.type = type;
        this.key = List.of(key);
    }

    /** Applies the facts of these types that arrived. */
    static void take(Handle database, long batch, Collection<Fact> arrived) {
        TABLES.forEach(table -> table.replace(database, batch, arrived));
    }

    private void replace(Handle database, long batch, Collection<Fact> arrived) {
        List<F> newer =
                arrived.stream().filter(type::isInstance).map(type::cast).toList();
        if (!newer.isEmpty()) {
            columns.bind(update(database, CLOSE, batch), newer).execute();
            columns.bind(update(database, OPEN, batch), newer).execute();
        }
    }

    private Update update(Handle database, String sql, long batch) {
        return database.createUpdate(sql)
                .define("table", table)
                .define("columns", columns.names())
                .define("newer", columns.rows("newer"))
                .define("known_key", keyOf("known"))
                .define("newer_key", keyOf("newer"))
                .bind("batch", batch);
    }

    private String keyOf(String alias) {
        return key.stream().map(column -> alias + "." + column).collect(Collectors.joining(", "));
    }
}
