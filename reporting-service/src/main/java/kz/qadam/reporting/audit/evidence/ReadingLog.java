package kz.qadam.reporting.audit.evidence;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.UriInfo;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.ToIntFunction;
import kz.qadam.chassis.base.database.Database;
import kz.qadam.chassis.base.database.TableColumns;
import kz.qadam.chassis.http.list.Cursor;
import kz.qadam.chassis.http.list.ListedRow;
import kz.qadam.chassis.http.security.AccessScope;
import kz.qadam.chassis.http.security.Caller;
import kz.qadam.chassis.trail.RecordedQuestion;
import kz.qadam.chassis.trail.Recording;
import kz.qadam.reporting.asof.PointInTime;
import kz.qadam.reporting.asof.PointInTimeResolver;
import org.jdbi.v3.core.Handle;

/**
 * The log of readings: entries of the trail, each written in the transaction that reads the records, so that no reading is
 * missed.
 */
@ApplicationScoped
public class ReadingLog {

    /** A read of records behind figures names the day of its question; a read of the trail does not. */
    private static final String PAGE = """
            select id, at, actor as subject, string_to_array(roles, ' ') as roles, institution, asked, as_of, on_day,
                   coalesce(items, 1) as records,
                   change::text::bigint as change, pg_snapshot_xmin(pg_current_snapshot())::text::bigint as horizon
              from trail
             where (change, id) > (:change::text::xid8, :id) and (:asOf::timestamptz is null or at <= :asOf)
               and kind = 'read' and on_day is not null
               and (action like 'GET /v1/audit/%' or action like 'GET /audit%' or action like '% /worklists/%'
                    or action like '% /hints%' or action like 'GET /v1/receipts%' and subject = any(:completions))
             order by change, id limit :limit
            """;

    private static final TableColumns<Reading> READING = TableColumns.of(Reading.class, Map.of("on", "on_day"));

    private final Database database;
    private final Caller caller;
    private final Recording recording;
    private final UriInfo request;

    ReadingLog(Database database, Caller caller, Recording recording, UriInfo request) {
        this.recording = recording;
        this.database = database;
        this.caller = caller;
        this.request = request;
    }

    /**
     * Reads records of people for the caller, and writes that to the log.
     *
     * @param count gives the number of records that were read
     */
    public <T> T read(PointInTime point, Function<Handle, T> reader, ToIntFunction<T> count) {
        return read(point, "", reader, count);
    }

    /**
     * Reads records of people for the caller, and writes that to the log.
     *
     * @param leftOut the part of the query that the request leaves to the configuration; or empty
     * @param count gives the number of records that were read
     */
    public <T> T read(PointInTime point, String leftOut, Function<Handle, T> reader, ToIntFunction<T> count) {
        String asked = requested();
        return readAs(
                leftOut.isEmpty() ? asked : asked + (asked.contains("?") ? "&" : "?") + leftOut, point, reader, count);
    }

    /**
     * Reads records of people for the caller, and writes that to the log.
     *
     * @param asked the path and query of the question, by which it can be asked again
     * @param count gives the number of records that were read
     */
    <T> T readAs(String asked, PointInTime point, Function<Handle, T> reader, ToIntFunction<T> count) {
        return database.transaction(handle -> {
            T read = reader.apply(handle);
            note(handle, asked, point, count.applyAsInt(read));
            return read;
        });
    }

    /** The path and query of the request, with the region to which the token narrows it. */
    String requested() {
        AccessScope scope = caller.scope();
        boolean isImplied = scope.isOfRegion() && !request.getQueryParameters().containsKey("region");
        return recording.asked(request.getRequestUri(), isImplied ? "region=" + scope.region() : "");
    }

    /**
     * Writes that the caller reads records.
     *
     * @param asked the path and query of the request
     */
    public void note(Handle database, String asked, PointInTime point, int records) {
        var question = new RecordedQuestion(asked, point.asOf(), point.on(), point.batch());
        recording.addRead(database, PointInTimeResolver.stamp(database), question, records);
    }

    /**
     * The next readings.
     *
     * @param asOf null for all entries; no entry can be added at or before a settled instant
     * @param completions those whose receipts are listed too
     */
    static List<ListedRow<Reading>> after(
            Handle database, Cursor cursor, Instant asOf, int limit, Collection<UUID> completions) {
        return database.createQuery(PAGE)
                .bind("change", Long.toString(cursor.change()))
                .bind("id", cursor.id())
                .bind("asOf", asOf)
                .bind("limit", limit)
                .bindArray(
                        "completions",
                        String.class,
                        completions.stream().map(UUID::toString).toList())
                .map((row, context) -> new ListedRow<>(
                        row.getLong("change"),
                        row.getObject("id", UUID.class),
                        asOf == null ? row.getLong("horizon") : Long.MAX_VALUE,
                        READING.map(row, context)))
                .list();
    }
}
