package kz.qadam.chassis.submissions.imports;

import com.fasterxml.jackson.core.type.TypeReference;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import kz.qadam.chassis.base.crypto.SealedValue;
import kz.qadam.chassis.base.crypto.WatchedKeyFile;
import kz.qadam.chassis.base.database.TableColumns;
import kz.qadam.chassis.http.table.Layout;
import kz.qadam.chassis.http.table.Row;
import org.jdbi.v3.core.Handle;

/** The parts of files, stored as encrypted rows. */
@ApplicationScoped
class FileParts {

    /**
     * A decrypted part.
     *
     * @param stored the bytes that it takes in the database
     */
    record Part<T>(int number, List<T> rows, long stored) {}

    private static final TypeReference<List<String>> NAMES = new TypeReference<>() {};
    private static final TypeReference<List<Row>> ROWS = new TypeReference<>() {};
    private static final TypeReference<List<BadRow>> BAD_ROWS = new TypeReference<>() {};
    private static final TypeReference<List<List<String>>> KEPT_ROWS = new TypeReference<>() {};

    /**
     * The errors of a file that are stored, or its kept rows.
     *
     * @param last the number of the last part; -1: there is none
     * @param rows how many rows the parts have
     * @param expected how many rows there have to be
     * @param areCounted whether it is known how many rows each part has
     */
    record Stock(int last, long rows, long expected, boolean areCounted) {

        /** Whether a part is missing. */
        boolean areIncomplete() {
            return areCounted && rows != expected;
        }
    }

    /** An encrypted part. */
    private record Stored(int number, SealedValue sealed) {}

    private static final TableColumns<Stored> STORED = TableColumns.of(Stored.class, Map.of("bytes", "sealed"));

    private static final TableColumns<Stock> STOCK = TableColumns.of(Stock.class);

    private static final Duration LOOK_EVERY = Duration.ofSeconds(2);

    private static final String ADD = """
            insert into import_part (job, content, number, rows, key_id, nonce, sealed)
            values (:job, :content, :number, :rows, :keyId, :nonce, :bytes)
            """;

    private static final String AFTER = """
            select number, key_id, nonce, sealed from import_part
             where job = :job and content = :content and number > :number order by number limit 1
            """;

    /** One statement, so that both counts are of the same moment. */
    private static final String STORED_PARTS = """
            select coalesce(max(part.number), -1) as last, coalesce(sum(part.rows), 0) as rows,
                   coalesce(bool_and(part.rows is not null), true) as are_counted,
                   (select %s from import_job where id = :job) as expected
              from import_part part where part.job = :job and part.content = '%s'
            """;

    private static final String STORED_ERRORS = STORED_PARTS.formatted("conflict + rejected", "errors");

    private static final String STORED_KEPT = STORED_PARTS.formatted("processed - conflict - rejected", "kept");

    private static final String KEYS = """
            select distinct key_id from import_part where job = :job and content in ('header', 'errors', 'kept')
            """;

    private final ImportsConfig config;
    private WatchedKeyFile<FileSeal> keys;

    FileParts(ImportsConfig config) {
        this.config = config;
    }

    /** @throws IllegalStateException if no key file is configured */
    synchronized WatchedKeyFile<FileSeal> keys() {
        if (keys == null) {
            Path file =
                    config.keys().orElseThrow(() -> new IllegalStateException("qadam.imports.keys names no key file"));
            keys = new WatchedKeyFile<>(file, LOOK_EVERY, listed -> new FileSeal(listed.ring("files")));
        }
        return keys;
    }

    /** Returns the number of stored bytes, like the other methods. */
    long addHeader(Handle handle, UUID job, List<String> names) {
        return add(handle, job, "header", 0, names);
    }

    long addRows(Handle handle, UUID job, int number, List<Row> rows) {
        return add(handle, job, "rows", number, rows);
    }

    long addErrors(Handle handle, UUID job, int number, List<BadRow> rows) {
        return add(handle, job, "errors", number, rows);
    }

    long addKept(Handle handle, UUID job, int number, List<List<String>> rows) {
        return add(handle, job, "kept", number, rows);
    }

    /**
     * The layout that all rows of a job share.
     *
     * @throws FileSeal.UnreadablePart if it cannot be decrypted
     */
    Layout layout(Handle handle, Job job) {
        return new Layout(
                after(handle, job.id(), "header", -1, NAMES).map(Part::rows).orElse(null),
                job.separator().charAt(0));
    }

    /** Whether the keys are listed under which the errors and the kept rows of a job are stored. */
    boolean canOpen(Handle handle, UUID job) {
        return handle.createQuery(KEYS).bind("job", job).mapTo(String.class).stream()
                .allMatch(key -> keys().now(seal -> seal.has(key)).has(key));
    }

    /**
     * The first of those that wait.
     *
     * @throws FileSeal.UnreadablePart if it cannot be decrypted
     */
    Optional<Part<Row>> firstRows(Handle handle, UUID job) {
        return after(handle, job, "rows", -1, ROWS);
    }

    /** What is stored of the errors of a job. */
    Stock errors(Handle handle, UUID job) {
        return handle.createQuery(STORED_ERRORS).bind("job", job).map(STOCK).one();
    }

    /** What is stored of the kept rows of a job. */
    Stock kept(Handle handle, UUID job) {
        return handle.createQuery(STORED_KEPT).bind("job", job).map(STOCK).one();
    }

    /** The first with a higher number. */
    Optional<Part<List<String>>> keptAfter(Handle handle, UUID job, int number) {
        return after(handle, job, "kept", number, KEPT_ROWS);
    }

    /** The first with a higher number. */
    Optional<Part<BadRow>> errorsAfter(Handle handle, UUID job, int number) {
        return after(handle, job, "errors", number, BAD_ROWS);
    }

    void deleteRows(Handle handle, UUID job, int number) {
        handle.createUpdate("delete from import_part where job = :job and content = 'rows' and number = :number")
                .bind("job", job)
                .bind("number", number)
                .execute();
    }

    private long add(Handle handle, UUID job, String content, int number, List<?> rows) {
        SealedValue sealed = keys().now().seal(rows, associatedData(job, content, number));
        handle.createUpdate(ADD)
                .bind("job", job)
                .bind("content", content)
                .bind("number", number)
                .bind("rows", rows.size())
                .bindMethods(sealed)
                .execute();
        return sealed.bytes().length;
    }

    private <T> Optional<Part<T>> after(
            Handle handle, UUID job, String content, int number, TypeReference<List<T>> type) {
        return handle.createQuery(AFTER)
                .bind("job", job)
                .bind("content", content)
                .bind("number", number)
                .map(STORED)
                .findOne()
                .map(found -> new Part<>(
                        found.number(),
                        keys().now(seal -> seal.opens(found.sealed()))
                                .open(found.sealed(), associatedData(job, content, found.number()), type),
                        found.sealed().bytes().length));
    }

    private static String associatedData(UUID job, String content, int number) {
        return job + "/" + content + "/" + number;
    }
}
