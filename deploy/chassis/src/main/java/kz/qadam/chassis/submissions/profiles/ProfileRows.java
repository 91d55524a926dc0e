package kz.qadam.chassis.submissions.profiles;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import kz.qadam.chassis.base.database.TableColumns;
import org.jdbi.v3.core.Handle;

/** The table of saved profiles. */
final class ProfileRows {

    /**
     * A saved profile.
     *
     * @param document its content, in JSON
     */
    record Saved(String name, int version, String document) {}

    private static final TableColumns<Saved> SAVED = TableColumns.of(Saved.class);

    private static final String ALL = """
            select name, version, document from table_profile where kind = :kind and institution = :owner order by name
            """;

    private static final String FIND = """
            select name, version, document from table_profile
             where kind = :kind and institution = :owner and name = :name
            """;

    private static final String INSERT = """
            insert into table_profile (kind, institution, name, version, document, changed_at)
            values (:kind, :owner, :name, 1, :document, :now) on conflict do nothing
            """;

    private static final String REPLACE = """
            update table_profile set version = version + 1, document = :document, changed_at = :now
             where kind = :kind and institution = :owner and name = :name
            """;

    private static final String DELETE = """
            delete from table_profile where kind = :kind and institution = :owner and name = :name
            """;

    private final Handle database;
    private final String kind;
    private final String owner;

    /** @param owner the code of the institution whose profiles they are */
    ProfileRows(Handle database, String kind, String owner) {
        this.database = database;
        this.kind = kind;
        this.owner = owner;
    }

    List<Saved> all() {
        return database.createQuery(ALL)
                .bind("kind", kind)
                .bind("owner", owner)
                .map(SAVED)
                .list();
    }

    Optional<Saved> find(String name) {
        return findBy(FIND, name);
    }

    /** Until the transaction ends, nobody else changes it. */
    Optional<Saved> lock(String name) {
        return findBy(FIND + " for update", name);
    }

    private Optional<Saved> findBy(String sql, String name) {
        return database.createQuery(sql)
                .bind("kind", kind)
                .bind("owner", owner)
                .bind("name", name)
                .map(SAVED)
                .findOne();
    }

    /** Returns false if there is one of this name already. */
    boolean insert(String name, String document, Instant now) {
        return write(INSERT, name, document, now);
    }

    void replace(String name, String document, Instant now) {
        write(REPLACE, name, document, now);
    }

    private boolean write(String sql, String name, String document, Instant now) {
        return database.createUpdate(sql)
                        .bind("kind", kind)
                        .bind("owner", owner)
                        .bind("name", name)
                        .bind("document", document)
                        .bind("now", now)
                        .execute()
                == 1;
    }

    void delete(String name) {
        database.createUpdate(DELETE)
                .bind("kind", kind)
                .bind("owner", owner)
                .bind("name", name)
                .execute();
    }
}
