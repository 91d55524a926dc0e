package kz.qadam.chassis.events.archive;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.zip.GZIPInputStream;
import kz.qadam.chassis.base.crypto.SigningKey;
import kz.qadam.chassis.base.database.Database;
import kz.qadam.local.DatabaseRoles;
import kz.qadam.local.TestHome;
import kz.qadam.local.TestPostgres;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** The trail of a toy service in a real database, and its archive: empty before each test. */
final class ToyTrail implements BeforeEachCallback {

    private static final String SERVICE = "toy-service";

    private static final String ADD = """
            insert into trail (id, at, instance, kind, action, outcome, text_digest, text_salt, text)
            values ('%1$s', now(), 'toy-0', 'write', 'POST "/v1/toys"', 'done', sha256('1'), '1', 'On request')
            """;

    private final SigningKey key;
    private final kz.qadam.local.Database owner;
    private final kz.qadam.local.Database role;
    private final Segments segments;
    private final SegmentSealer sealer;

    ToyTrail() {
        DatabaseRoles roles = TestPostgres.freshDatabase();
        owner = roles.owner();
        role = roles.service();
        Flyway.configure()
                .dataSource(owner.dataSource())
                .locations("db/alone", "db/chassis")
                .placeholders(Map.of(
                        "service", role.user(), "of-functions", "none", "append-only", "none", "deleted-from", "none"))
                .load()
                .migrate();
        key = SigningKey.read(TestHome.archiveKey());
        segments = new Segments(database(), SERVICE);
        sealer = new SegmentSealer(segments, null, null, null, List.of());
    }

    @Override
    public void beforeEach(ExtensionContext context) {
        asOwner(
                "truncate trail, archive_segment, archive_anchor, archive_confirmation, archive_dropped, archive_epoch");
    }

    /** The key of the service, and none that takes over. */
    SegmentSigningKeys keys() {
        return new SegmentSigningKeys(key, Optional.empty());
    }

    Segments segments() {
        return segments;
    }

    SegmentSealer sealer() {
        return sealer;
    }

    /** The database as the service uses it. */
    Database database() {
        return new Database(role.dataSource());
    }

    void asOwner(String sql) {
        as(owner, sql);
    }

    void asService(String sql) {
        as(role, sql);
    }

    /** Adds an entry in a statement of its own. */
    static String entry() {
        return ADD.formatted(UUID.randomUUID());
    }

    private static void as(kz.qadam.local.Database login, String sql) {
        try (var connection = login.connect();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(e.getMessage(), e);
        }
    }

    static UUID add(Connection open) throws SQLException {
        UUID id = UUID.randomUUID();
        try (var statement = open.createStatement()) {
            statement.execute(ADD.formatted(id));
        }
        return id;
    }

    /** Adds an entry, and commits. */
    UUID add() {
        try (var connection = role.connect()) {
            return add(connection);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    Connection transaction() throws SQLException {
        Connection open = role.connect();
        open.setAutoCommit(false);
        return open;
    }

    void sealAll() {
        sealAll(keys());
    }

    void sealAll(SegmentSigningKeys with) {
        boolean more = true;
        while (more) {
            more = sealer.seal(ArchiveStream.TRAIL, with);
        }
    }

    List<Segment> sealed() {
        return segments.closed(ArchiveStream.TRAIL, null, 0, 1000);
    }

    List<String> lines(Segment segment) {
        byte[] packed = segments.packed(ArchiveStream.TRAIL, segment).orElseThrow();
        try (var in = new GZIPInputStream(new ByteArrayInputStream(packed))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The ids of all sealed lines, in their order. */
    List<UUID> sealedIds() {
        return sealed().stream()
                .flatMap(segment -> lines(segment).stream())
                .map(line -> UUID.fromString(line.replaceFirst(".*\"id\":\"([^\"]+)\".*", "$1")))
                .toList();
    }

    /** The numbers of the segments that are something else when they are made again. */
    List<Long> altered() {
        return sealed().stream()
                .filter(segment ->
                        !segments.pack(ArchiveStream.TRAIL, segment).digest().equals(segment.digest()))
                .map(Segment::number)
                .toList();
    }
}
