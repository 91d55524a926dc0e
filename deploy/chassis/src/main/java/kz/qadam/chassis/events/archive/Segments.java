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

/** The segments of all streams in the database, which only functions of its owner add. */
@ApplicationScoped
public class Segments {

    /** For the lines of a segment, about 50,000. */
    private static final Duration LONGEST = Duration.ofMinutes(2);

    private static final int FETCHED = 1000;

    private static final TableColumns<Segment> COLUMNS = TableColumns.of(Segment.class);

    private static final String AS_ROW = """
            select :service || stream as stream, epoch, number,
                   case when stream = 'trail' then cast(snapshot as text)
                        else cast(cast(cast(pg_snapshot_xmax(snapshot) as text) as bigint) - 1 as text) end as range,
                   rows, late, sealed_at, encode(digest, 'hex') as digest, manifest
              from %s
            """;

    private static final String NUMBERED =
            AS_ROW.formatted("archive_segment") + " where stream = :stream and number = :number";

    private static final String CLOSED = AS_ROW.formatted("archive_segment") + """
             where stream = :stream and (cast(:epoch as int) is null or epoch = :epoch) and number > :after
               and manifest is not null
             order by number limit :limit
            """;

    private static final String NEWEST = AS_ROW.formatted("archive_segment") + """
             where stream = :stream and manifest is not null order by epoch desc, number desc limit 1
            """;

    private static final String NAMING_KEYS = AS_ROW.formatted("archive_segment") + """
             where stream = :stream and strpos(manifest, chr(10) || '# next ') > 0 order by epoch, number
            """;

    private static final String ABANDONED = """
            select abandoned from archive_epoch where stream = :stream and epoch = :epoch and abandoned is not null
            """;

    private static final String LINES = """
            select line
              from archive_segment cross join lateral archive_%s(snapshot, before)
             where stream = :stream and epoch = :epoch and number = :number
             order by %s
            """;

    private static final String CLEARED = """
            select coalesce(subject, '') from archive_segment cross join lateral archive_cleared(snapshot, before) as subject
             where stream = :stream and epoch = :epoch and number = :number
             order by 1
            """;

    private static final String IS_DROPPED = """
            select exists (select from archive_dropped where (epoch, number) >= (:epoch, :number))
            """;

    private static final String CLOSE = """
            select archive_close(:stream, :epoch, :number, decode(:digest, 'hex'), :manifest, :signature, :key, :packed)
            """;

    private static final String BYTES =
            "select %s from archive_segment where stream = :stream and epoch = :epoch and number = :number";

    private final Database database;
    private final String service;

    Segments(Database database, @ConfigProperty(name = "quarkus.application.name") String service) {
        this.database = database;
        this.service = service.replaceFirst("-service$", "") + ".";
    }

    /** The segment that is to be closed next; empty if nothing is to be sealed. */
    Optional<Segment> open(ArchiveStream stream) {
        return database.transaction(
                LONGEST,
                handle -> rows(handle.createQuery(AS_ROW.formatted(stream.open())))
                        .findOne());
    }

    /** A segment: of a number there is one, whatever its epoch. */
    Optional<Segment> find(ArchiveStream stream, long number) {
        return database.transaction(handle -> rows(handle.createQuery(NUMBERED)
                        .bind("stream", stream.name())
                        .bind("number", number))
                .findOne());
    }

    /**
     * The closed segments after a number.
     *
     * @param epoch null: of any
     */
    List<Segment> closed(ArchiveStream stream, Integer epoch, long after, int limit) {
        return database.transaction(handle -> rows(handle.createQuery(CLOSED)
                        .bind("stream", stream.name())
                        .bind("epoch", epoch)
                        .bind("after", after)
                        .bind("limit", limit))
                .list());
    }

    /** The segment that was closed last; empty until one is. */
    Optional<Segment> newest(ArchiveStream stream) {
        return database.transaction(handle ->
                rows(handle.createQuery(NEWEST).bind("stream", stream.name())).findOne());
    }

    /** The epoch of the next segment. */
    int epoch(ArchiveStream stream) {
        return database.transaction(handle -> handle.createQuery("select archive_epoch_of(:stream)")
                .bind("stream", stream.name())
                .mapTo(Integer.class)
                .one());
    }

    /** The newest segment that was abandoned when this epoch began, as a manifest names it; empty if none is known. */
    Optional<String> abandoned(ArchiveStream stream, int epoch) {
        return database.transaction(handle -> handle.createQuery(ABANDONED)
                .bind("stream", stream.name())
                .bind("epoch", epoch)
                .mapTo(String.class)
                .findOne());
    }

    /** The segments that name a next key. */
    List<Segment> namingKeys(ArchiveStream stream) {
        return database.transaction(
                handle -> rows(handle.createQuery(NAMING_KEYS).bind("stream", stream.name()))
                        .list());
    }

    /** The lines of a segment, made from the rows as they are now. */
    PackedLines pack(ArchiveStream stream, Segment segment) {
        return database.transaction(LONGEST, handle -> {
            try (var lines = of(stream, segment, handle.createQuery(LINES.formatted(stream.name(), stream.order())))
                    .setFetchSize(FETCHED)
                    .mapTo(String.class)
                    .stream()) {
                return PackedLines.of(lines.iterator());
            }
        });
    }

    /** The subjects of entries of a segment of the trail whose texts are cleared; empty for an entry without a subject. */
    List<String> cleared(Segment segment) {
        return database.transaction(
                LONGEST,
                handle -> of(ArchiveStream.TRAIL, segment, handle.createQuery(CLEARED))
                        .mapTo(String.class)
                        .list());
    }

    /** Whether rows of a segment may have left the database, so that it cannot be made again. */
    boolean isDropped(ArchiveStream stream, Segment segment) {
        return stream.equals(ArchiveStream.TRAIL)
                && database.transaction(handle -> handle.createQuery(IS_DROPPED)
                        .bind("epoch", segment.epoch())
                        .bind("number", segment.number())
                        .mapTo(Boolean.class)
                        .one());
    }

    /** Signs and closes a segment; false if another instance has done so already. */
    boolean close(ArchiveStream stream, Segment closed, PackedLines lines, SigningKey key) {
        return database.transaction(
                LONGEST,
                handle -> of(stream, closed, handle.createQuery(CLOSE))
                        .bind("digest", closed.digest())
                        .bind("manifest", closed.manifest())
                        .bind("signature", key.sign(closed.signed()))
                        .bind("key", key.publicPem())
                        .bind("packed", lines.bytes())
                        .mapTo(Boolean.class)
                        .one());
    }

    /** The public key that checks a closed segment, in PEM. */
    String publicKey(ArchiveStream stream, Segment segment) {
        return column(stream, segment, "public_key", String.class).orElseThrow();
    }

    byte[] signature(ArchiveStream stream, Segment segment) {
        return column(stream, segment, "signature", byte[].class).orElseThrow();
    }

    /** The packed lines; empty if the segment is of a trail, confirmed, and older than 30 days. */
    Optional<byte[]> packed(ArchiveStream stream, Segment segment) {
        return column(stream, segment, "packed", byte[].class);
    }

    private ResultIterable<Segment> rows(Query query) {
        return query.bind("service", service).map(COLUMNS);
    }

    private static Query of(ArchiveStream stream, Segment segment, Query query) {
        return of(stream, segment.epoch(), segment.number(), query);
    }

    private static Query of(ArchiveStream stream, int epoch, long number, Query query) {
        return query.bind("stream", stream.name()).bind("epoch", epoch).bind("number", number);
    }

    private <T> Optional<T> column(ArchiveStream stream, Segment segment, String column, Class<T> type) {
        return database.transaction(handle -> of(stream, segment, handle.createQuery(BYTES.formatted(column)))
                .mapTo(type)
                .findOne());
    }
}
