package kz.qadam.progress.xapi;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import kz.qadam.chassis.base.database.TableColumns;
import kz.qadam.progress.xapi.reading.Platform;
import kz.qadam.progress.xapi.reading.PlatformProfile;
import org.jdbi.v3.core.Handle;

/** The saved profiles of the platforms of institutions. */
final class PlatformRows {

    /**
     * A saved profile.
     *
     * @param document its content, in JSON
     */
    record Saved(String name, int version, String document) {

        PlatformProfile profile() {
            try {
                return JSON.readValue(document, PlatformProfile.class);
            } catch (JsonProcessingException e) {
                throw new IllegalStateException("A saved profile cannot be read", e);
            }
        }
    }

    // Not the strict mapper for input: what was saved must be readable again.
    private static final ObjectMapper JSON = new ObjectMapper();

    private static final TableColumns<Saved> SAVED = TableColumns.of(Saved.class);

    private static final String ALL =
            "select name, version, document from xapi_platform where institution = :institution order by name";

    private static final String FIND =
            "select name, version, document from xapi_platform where institution = :institution and name = :name";

    private static final String INSERT = """
            insert into xapi_platform (institution, name, version, document, changed_at)
            values (:institution, :name, 1, :document, :now) on conflict do nothing
            """;

    private static final String REPLACE = """
            update xapi_platform set version = version + 1, document = :document, changed_at = :now
             where institution = :institution and name = :name
            """;

    private final Handle database;
    private final String institution;

    PlatformRows(Handle database, String institution) {
        this.database = database;
        this.institution = institution;
    }

    List<Saved> all() {
        return database.createQuery(ALL)
                .bind("institution", institution)
                .map(SAVED)
                .list();
    }

    /** All of them, as rules read statements by them. */
    List<Platform> platforms() {
        return all().stream()
                .map(one -> new Platform(one.name(), one.profile()))
                .toList();
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
                .bind("institution", institution)
                .bind("name", name)
                .map(SAVED)
                .findOne();
    }

    /** Returns false if there is one of this name already. */
    boolean insert(String name, PlatformProfile profile, Instant now) {
        return write(INSERT, name, profile, now);
    }

    void replace(String name, PlatformProfile profile, Instant now) {
        write(REPLACE, name, profile, now);
    }

    private boolean write(String sql, String name, PlatformProfile profile, Instant now) {
        try {
            return database.createUpdate(sql)
                            .bind("institution", institution)
                            .bind("name", name)
                            .bind("document", JSON.writeValueAsString(profile))
                            .bind("now", now)
                            .execute()
                    == 1;
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A profile is always written", e);
        }
    }
}
