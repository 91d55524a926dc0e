package kz.qadam.chassis.http.version;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import kz.qadam.chassis.base.database.TableColumns;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.SqlStatement;

/** The documents of one owner in a table, each under a name and in its newest version. */
public final class NamedDocumentRows {

    /**
     * A saved document.
     *
     * @param document its content, in JSON
     */
    public record Saved(String name, int version, String document) {}

    private static final TableColumns<Saved> SAVED = TableColumns.of(Saved.class);

    private final Handle database;
    private final String table;
    private final Map<String, String> owner;
    private final String owned;

    /**
     * @param table with the columns name, version, document and changed_at
     * @param owner what its other columns say of the owner, by their names
     */
    public NamedDocumentRows(Handle database, String table, Map<String, String> owner) {
        this.database = database;
        this.table = table;
        this.owner = owner;
        this.owned =
                owner.keySet().stream().map(column -> column + " = :" + column).collect(Collectors.joining(" and "));
    }

    /** All of them, in the order of their names. */
    public List<Saved> all() {
        return with(database.createQuery(
                        "select %s from %s where %s order by name".formatted(SAVED.names(), table, owned)))
                .map(SAVED)
                .list();
    }

    public Optional<Saved> find(String name) {
        return findBy(name, "");
    }

    /** Until the transaction ends, nobody else changes it. */
    public Optional<Saved> lock(String name) {
        return findBy(name, " for update");
    }

    private Optional<Saved> findBy(String name, String lock) {
        return with(database.createQuery(
                        "select %s from %s where %s and name = :name%s".formatted(SAVED.names(), table, owned, lock)))
                .bind("name", name)
                .map(SAVED)
                .findOne();
    }

    /** Returns false if there is one of this name already. */
    public boolean insert(String name, String document, Instant now) {
        String columns = String.join(", ", owner.keySet());
        String values = owner.keySet().stream().map(column -> ":" + column).collect(Collectors.joining(", "));
        return write("""
                insert into %s (%s, name, version, document, changed_at)
                values (%s, :name, 1, :document, :now) on conflict do nothing
                """.formatted(table, columns, values), name, document, now);
    }

    public void replace(String name, String document, Instant now) {
        write("""
                update %s set version = version + 1, document = :document, changed_at = :now
                 where %s and name = :name
                """.formatted(table, owned), name, document, now);
    }

    private boolean write(String sql, String name, String document, Instant now) {
        return with(database.createUpdate(sql))
                        .bind("name", name)
                        .bind("document", document)
                        .bind("now", now)
                        .execute()
                == 1;
    }

    public void delete(String name) {
        with(database.createUpdate("delete from %s where %s and name = :name".formatted(table, owned)))
                .bind("name", name)
                .execute();
    }

    private <S extends SqlStatement<S>> S with(S statement) {
        return statement.bindMap(owner);
    }
}
