package kz.qadam.reporting.audit.evidence;

import com.fasterxml.uuid.Generators;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.UriInfo;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.ToIntFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import kz.qadam.chassis.database.Database;
import kz.qadam.chassis.database.TableColumns;
import kz.qadam.chassis.list.Cursor;
import kz.qadam.chassis.list.ListedRow;
import kz.qadam.chassis.security.Caller;
import kz.qadam.chassis.security.Horizon;
import kz.qadam.chassis.security.Role;
import kz.qadam.reporting.asof.PointInTime;
import kz.qadam.reporting.asof.PointsInTime;
import org.jdbi.v3.core.Handle;

/** The log of readings. An entry is written in the transaction that reads the records, so that no reading is missed. */
@ApplicationScoped
public class ReadingLog {

    private static final String NOTE = """
            insert into reading (id, at, subject, roles, asked, as_of, on_day, records)
            values (:id, :at, :subject, :roles, :asked, :asOf, :on, :records)
            """;

    private static final String PAGE = """
            select id, at, subject, roles, asked, as_of, on_day, records, change::text::bigint as change,
                   pg_snapshot_xmin(pg_current_snapshot())::text::bigint as horizon
              from reading
             where (change, id) > (:change::text::xid8, :id) and (:asOf::timestamptz is null or at <= :asOf)
             order by change, id limit :limit
            """;

    private static final TableColumns<Reading> READING = TableColumns.of(Reading.class, Map.of("on", "on_day"));

    private final Database database;
    private final Caller caller;
    private final UriInfo request;

    ReadingLog(Database database, Caller caller, UriInfo request) {
        this.database = database;
        this.caller = caller;
        this.request = request;
    }

    /**
     * Reads records of people for the caller, and writes that to the log.
     *
     * @param count gives the number of records that were read
     */
    <T> T read(PointInTime moment, Function<Handle, T> reader, ToIntFunction<T> count) {
        return database.transaction(handle -> {
            T read = reader.apply(handle);
            note(handle, requested(), moment, count.applyAsInt(read));
            return read;
        });
    }

    /** The path and query of the request, with the region to which the token narrows it. */
    String requested() {
        URI uri = request.getRequestUri();
        Horizon horizon = caller.horizon();
        boolean isImplied =
                horizon.isOfRegion() && !request.getQueryParameters().containsKey("region");
        String narrowed = isImplied ? "region=" + horizon.region() : "";
        String query = Stream.of(Objects.requireNonNullElse(uri.getRawQuery(), ""), narrowed)
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining("&"));
        return uri.getRawPath() + (query.isEmpty() ? "" : "?" + query);
    }

    /**
     * Writes that the caller reads records.
     *
     * @param asked the path and query of the request
     */
    public void note(Handle database, String asked, PointInTime moment, int records) {
        database.createUpdate(NOTE)
                .bind("id", Generators.timeBasedEpochGenerator().generate())
                .bind("at", PointsInTime.stamp(database))
                .bind("subject", caller.subject())
                .bindArray(
                        "roles",
                        String.class,
                        Stream.of(Role.AUDITOR, Role.OFFICE, Role.AUDITOR_OF_A_REGION)
                                .filter(caller::is)
                                .toList())
                .bind("asked", asked)
                .bind("asOf", moment.asOf())
                .bind("on", moment.on())
                .bind("records", records)
                .execute();
    }

    /** @param asOf null for all entries; no entry can be added at or before a settled instant */
    static List<ListedRow<Reading>> after(Handle database, Cursor cursor, Instant asOf, int limit) {
        return database.createQuery(PAGE)
                .bind("change", Long.toString(cursor.change()))
                .bind("id", cursor.id())
                .bind("asOf", asOf)
                .bind("limit", limit)
                .map((row, context) -> new ListedRow<>(
                        row.getLong("change"),
                        row.getObject("id", UUID.class),
                        asOf == null ? row.getLong("horizon") : Long.MAX_VALUE,
                        READING.map(row, context)))
                .list();
    }
}
