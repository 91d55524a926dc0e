package kz.qadam.reporting.intake.projection;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import kz.qadam.chassis.base.database.TableColumns;
import kz.qadam.reporting.intake.contract.EventTypes;
import kz.qadam.reporting.rollup.fact.Fact;
import kz.qadam.reporting.rollup.fact.KeptIn;
import org.jdbi.v3.core.Handle;

/** A table of facts by batch: a newer fact closes the current fact of its subject and is the current one from then. */
final class FactTable<F extends Record> {

    /** The tables of facts that count in no cell, by name. */
    static final List<FactTable<?>> NOT_COUNTED = EventTypes.facts().stream()
            .filter(fact -> fact.isAnnotationPresent(KeptIn.class))
            .<FactTable<?>>map(fact -> of(fact.asSubclass(Record.class), fact.getAnnotation(KeptIn.class)))
            .sorted(Comparator.comparing(FactTable::name))
            .toList();

    private final String name;
    private final TableColumns<F> columns;
    private final Class<F> type;
    private final String close;
    private final String replace;
    private final String open;
    private final String openNewest;

    /** @param key the columns that identify the subject */
    FactTable(String name, TableColumns<F> columns, Class<F> type, String... key) {
        this.name = name;
        this.columns = columns;
        this.type = type;
        String newer = columns.rows("newer");
        String newerKey = key("newer", key);
        String isSame = "(%s) = (%s) and known.to_batch = still_open()".formatted(key("known", key), newerKey);
        String update = "update %s known set to_batch = :batch from %s where %s".formatted(name, newer, isSame);
        close = update + " and known.version < newer.version";
        replace = update + " and known.version <= newer.version";
        String insert = "insert into %s (from_batch, to_batch, %s) ".formatted(name, columns.names());
        open = insert + "select :batch, still_open(), newer.* from " + newer;
        openNewest = insert + """
                select distinct on (%1$s) :batch, still_open(), newer.* from %2$s
                 where not exists (select from %3$s known where %4$s)
                 order by %1$s, newer.version desc
                """.formatted(newerKey, newer, name, isSame);
    }

    private static <F extends Record> FactTable<F> of(Class<F> fact, KeptIn where) {
        return new FactTable<>(where.table(), TableColumns.of(fact), fact, where.subject());
    }

    private static String key(String alias, String... columns) {
        return Stream.of(columns).map(column -> alias + "." + column).collect(Collectors.joining(", "));
    }

    String name() {
        return name;
    }

    /** Takes in the facts of this table that arrived; a lower version that arrives late is ignored. */
    void take(Handle database, long batch, Collection<Fact> arrived) {
        List<F> newer =
                arrived.stream().filter(type::isInstance).map(type::cast).toList();
        write(database, close, batch, newer);
        write(database, openNewest, batch, newer);
    }

    /**
     * Writes facts, each of which is newer than the current fact of its subject, or was derived again from the same event.
     *
     * @param replacing those of them whose subject has a current fact
     */
    void write(Handle database, long batch, List<F> newer, List<F> replacing) {
        write(database, replace, batch, replacing);
        write(database, open, batch, newer);
    }

    private void write(Handle database, String sql, long batch, List<F> facts) {
        if (!facts.isEmpty()) {
            columns.bind(database.createUpdate(sql).bind("batch", batch), facts).execute();
        }
    }
}
