package kz.qadam.chassis.events.archive;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import kz.qadam.chassis.base.crypto.SigningKey;
import kz.qadam.chassis.base.database.Database;
import kz.qadam.chassis.base.database.TableColumns;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jdbi.v3.core.result.ResultIterable;
import org.jdbi.v3.core.statement.Query;

/** The segments of the trail in the database, which only functions of its owner add. */
@ApplicationScoped
public class Segments {

    /** For the lines of a segment, about 50,000. */
    private static final Duration LONGEST = Duration.ofMinutes(2);

    private static final int FETCHED = 1000;

    private static final TableColumns<Segment> COLUMNS = TableColumns.of(Segment.class);

    private static final String AS_ROW = """
            select :service || stream as stream, epoch, number, cast(snapshot as text) as snapshot, rows, late, sealed_at,
                   encode(digest, 'hex') as digest, manifest
              from %s
            """;

    private static final String OPEN = AS_ROW.formatted("archive_open()");

    private static final String ONE =
            AS_ROW.formatted("archive_segment") + " where epoch = :epoch and number = :number";

    private static final String CLOSED = AS_ROW.formatted("archive_segment") + """
             where epoch = :epoch and number > :after and manifest is not null
             order by number limit :limit
            """;

    private static final String NEWEST = AS_ROW.formatted("archive_segment") + """
             where manifest is not null order by epoch desc, number desc limit 1
            """;

    private static final String LINES = """
            select line
              from archive_segment cross join lateral archive_trail(snapshot, before)
             where epoch = :epoch and number = :number
             order by change, id
            """;

    private static final String CLOSE =
            "select archive_close(:epoch, :number, decode(:digest, 'hex'), :manifest, :signature, :key, :packed)";

    private static final String PUBLIC_KEY = """
            select public_key from archive_segment where manifest is not null order by epoch desc, number desc limit 1
            """;

    private final Database database;
    private final String service;

    Segments(Database database, @ConfigProperty(name = "quarkus.application.name") String service) {
        this.database = database;
        this.service = service.replaceFirst("-service$", "") + ".";
    }

    /** The segment that is to be closed next; empty if nothing is to be sealed. */
    Optional<Segment> open() {
        return database.transaction(
                LONGEST, handle -> rows(handle.createQuery(OPEN)).findOne());
    }

    Optional<Segment> find(int epoch, long number) {
        return database.transaction(
                handle -> rows(handle.createQuery(ONE).bind("epoch", epoch).bind("number", number))
                        .findOne());
    }

    /** The closed segments after a number. */
    List<Segment> closed(int epoch, long after, int limit) {
        return database.transaction(handle -> rows(handle.createQuery(CLOSED)
                        .bind("epoch", epoch)
                        .bind("after", after)
                        .bind("limit", limit))
                .list());
    }

    /** The segment that was closed last; empty until one is. */
    Optional<Segment> newest() {
        return database.transaction(handle -> rows(handle.createQuery(NEWEST)).findOne());
    }

    /** The lines of a segment, made from the rows as they are now. */
    PackedLines pack(Segment segment) {
        return database.transaction(LONGEST, handle -> {
            try (var lines = handle
                    .createQuery(LINES)
                    .bind("epoch", segment.epoch())
                    .bind("number", segment.number())
                    .setFetchSize(FETCHED)
                    .mapTo(String.class)
                    .stream()) {
                return PackedLines.of(lines.iterator());
            }
        });
    }

    /** Signs and closes a segment; false if another instance has done so already. */
    boolean close(Segment closed, PackedLines lines, SigningKey key) {
        return database.transaction(
                LONGEST,
                handle -> of(closed, handle.createQuery(CLOSE))
                        .bind("digest", closed.digest())
                        .bind("manifest", closed.manifest())
                        .bind("signature", key.sign(closed.signed()))
                        .bind("key", key.publicPem())
                        .bind("packed", lines.bytes())
                        .mapTo(Boolean.class)
                        .one());
    }

    /** The public key of the newest segment, in PEM; empty until one is sealed. */
    Optional<String> publicKey() {
        return database.transaction(
                handle -> handle.createQuery(PUBLIC_KEY).mapTo(String.class).findOne());
    }

    Optional<byte[]> signature(Segment segment) {
        return bytes(segment, "signature");
    }

    /** The packed lines; empty 30 days after the segment was sealed. */
    Optional<byte[]> packed(Segment segment) {
        return bytes(segment, "packed");
    }

    private ResultIterable<Segment> rows(Query query) {
        return query.bind("service", service).map(COLUMNS);
    }

    private static Query of(Segment segment, Query query) {
        return query.bind("epoch", segment.epoch()).bind("number", segment.number());
    }

    private Optional<byte[]> bytes(Segment segment, String column) {
        String one = "select %s from archive_segment where epoch = :epoch and number = :number".formatted(column);
        return database.transaction(handle ->
                of(segment, handle.createQuery(one)).mapTo(byte[].class).findOne());
    }
}
