package kz.qadam.reporting.publication;

import com.fasterxml.uuid.Generators;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import kz.qadam.chassis.list.Cursor;
import kz.qadam.chassis.list.Listed;
import kz.qadam.reporting.asof.PointInTime;
import kz.qadam.reporting.asof.PointsInTime;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jdbi.v3.core.Handle;

/** Keeps what was published: originals that no rebuild touches. */
@ApplicationScoped
class Publications {

    private static final String KEEP = """
            insert into publication (name, as_of, on_day, batch, published_at, published_by, id, body)
            values (:name, :asOf, :on, :batch, :at, :by, :id, :body)
            on conflict (name) do nothing
            """;

    private static final String PAGE = """
            select name, as_of, on_day, batch, published_at, id, change::text::bigint as change,
                   pg_snapshot_xmin(pg_current_snapshot())::text::bigint as horizon
              from publication
             where (change, id) > (:change::text::xid8, :id) and (:until::timestamptz is null or published_at <= :until)
             order by change, id limit :limit
            """;

    private static final String ONE = """
            select name, as_of, on_day, batch, published_at, body from publication
             where name = :name and (:until::timestamptz is null or published_at <= :until)
            """;

    /** A publication, and the bytes that were kept. */
    @SuppressWarnings("ArrayRecordComponent") // Never compared.
    record Kept(Publication publication, byte[] body) {}

    private final String url;

    Publications(@ConfigProperty(name = "qadam.public-url") String url) {
        this.url = url;
    }

    /** False if the name was given before. */
    boolean keep(Handle database, String name, PointInTime moment, byte[] body, String by) {
        return database.createUpdate(KEEP)
                        .bind("name", name)
                        .bind("asOf", moment.asOf())
                        .bind("on", moment.on())
                        .bind("batch", moment.batch())
                        .bind("at", PointsInTime.stamp(database))
                        .bind("by", by)
                        .bind("id", Generators.timeBasedEpochGenerator().generate())
                        .bind("body", body)
                        .execute()
                == 1;
    }

    /** @param until null for all */
    List<Listed<Publication>> after(Handle database, Cursor cursor, Instant until, int limit) {
        return database.createQuery(PAGE)
                .bind("change", Long.toString(cursor.change()))
                .bind("id", cursor.id())
                .bind("until", until)
                .bind("limit", limit)
                .map((row, context) -> new Listed<>(
                        row.getLong("change"),
                        row.getObject("id", UUID.class),
                        until == null ? row.getLong("horizon") : Long.MAX_VALUE,
                        publication(row)))
                .list();
    }

    /** @param until null for whenever it was published */
    Optional<Kept> find(Handle database, String name, Instant until) {
        return database.createQuery(ONE)
                .bind("name", name)
                .bind("until", until)
                .map((row, context) -> new Kept(publication(row), row.getBytes("body")))
                .findOne();
    }

    private Publication publication(ResultSet row) throws SQLException {
        String name = row.getString("name");
        return new Publication(
                name,
                row.getObject("as_of", OffsetDateTime.class).toInstant(),
                row.getObject("on_day", LocalDate.class),
                row.getLong("batch"),
                row.getObject("published_at", OffsetDateTime.class).toInstant(),
                url + "/v1/publications/" + name);
    }
}
