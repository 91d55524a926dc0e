package kz.qadam.progress.catalogue;

import java.util.List;
import kz.qadam.chassis.base.database.TableColumns;
import kz.qadam.chassis.events.kafka.ContradictingEventException;
import org.jdbi.v3.core.Handle;

/**
 * A table of things that events describe, each in its newest version. Only a higher version replaces a stored one.
 *
 * @param <R> the record of a row; one of its columns is {@code version}
 */
public final class VersionedTable<R extends Record> {

    private final TableColumns<R> columns;
    private final String store;
    private final String contradicts;

    /** @param key the name of the column by which a thing is known */
    public VersionedTable(String table, String key, TableColumns<R> columns) {
        this.columns = columns;
        this.store = """
                insert into %1$s (%2$s) select * from %3$s
                on conflict (%4$s) do update set %5$s where %1$s.version < excluded.version
                """.formatted(
                table, columns.names(), columns.rows("described"), key, columns.list("%1$s = excluded.%1$s", key));
        this.contradicts = """
                select exists (select from %s stored join %s using (%s, version)
                                where (%s) is distinct from (%s))
                """.formatted(
                        table, columns.rows("described"), key, columns.names("stored"), columns.names("described"));
    }

    /**
     * Stores a thing.
     *
     * @return whether its version is newer than the stored one
     * @throws ContradictingEventException if the same version is already stored with other content
     */
    public boolean store(Handle handle, R row) {
        List<R> described = List.of(row);
        if (columns.bind(handle.createUpdate(store), described).execute() == 1) {
            return true;
        }
        if (columns.bind(handle.createQuery(contradicts), described)
                .mapTo(Boolean.class)
                .one()) {
            throw new ContradictingEventException();
        }
        return false;
    }
}
