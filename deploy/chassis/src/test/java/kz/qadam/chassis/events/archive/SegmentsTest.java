package kz.qadam.chassis.events.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import kz.qadam.chassis.base.crypto.Sha256;
import kz.qadam.chassis.base.crypto.SigningKey;
import kz.qadam.chassis.base.database.Database;
import kz.qadam.local.QadamBackends;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is committed is sealed once, whatever else the database does meanwhile. */
class SegmentsTest {

    private static final QadamBackends BACKENDS = new QadamBackends();
    private static final String SERVICE = "toy-service";

    private static final String ADD = """
            insert into trail (id, at, instance, kind, action, outcome, text_digest, text_salt, text)
            values ('%1$s', now(), 'toy-0', 'write', 'POST "/v1/toys"', 'done', sha256('1'), '1', 'On request')
            """;

    private static SigningKey key;
    private static kz.qadam.local.Database owner;
    private static kz.qadam.local.Database role;

    private final Segments segments = new Segments(new Database(role.dataSource()), SERVICE);
    private final Sealer sealer = new Sealer(segments, null, null);

    @BeforeAll
    static void start() {
        Map<String, String> settings = BACKENDS.start();
        owner = QadamBackends.database();
        role = kz.qadam.local.Database.ofService(settings);
        Flyway.configure()
                .dataSource(owner.dataSource())
                .locations("db/alone", "db/chassis")
                .placeholders(Map.of("service", role.user(), "append-only", "none", "deleted-from", "none"))
                .load()
                .migrate();
        key = SigningKey.read(Path.of(settings.get("qadam.archive.key")));
    }

    @AfterAll
    static void stop() {
        BACKENDS.stop();
    }

    @BeforeEach
    void empty() {
        as(owner, "truncate trail, archive_segment");
    }

    private static void as(kz.qadam.local.Database login, String sql) {
        try (var connection = login.connect();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(e.getMessage(), e);
        }
    }

    private static UUID add(Connection open) throws SQLException {
        UUID id = UUID.randomUUID();
        try (var statement = open.createStatement()) {
            statement.execute(ADD.formatted(id));
        }
        return id;
    }

    /** Adds an entry, and commits. */
    private static UUID add() {
        try (var connection = role.connect()) {
            return add(connection);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Connection transaction() throws SQLException {
        Connection open = role.connect();
        open.setAutoCommit(false);
        return open;
    }

    private void sealAll() {
        boolean more = true;
        while (more) {
            more = sealer.seal(key);
        }
    }

    private List<Segment> sealed() {
        return segments.closed(1, 0, 1000);
    }

    private List<String> lines(Segment segment) {
        byte[] packed = segments.packed(segment).orElseThrow();
        try (var in = new GZIPInputStream(new ByteArrayInputStream(packed))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The ids of all sealed lines, in their order. */
    private List<UUID> sealedIds() {
        return sealed().stream()
                .flatMap(segment -> lines(segment).stream())
                .map(line -> UUID.fromString(line.replaceFirst(".*\"id\":\"([^\"]+)\".*", "$1")))
                .toList();
    }

    /** The numbers of the segments that are something else when they are made again. */
    private List<Long> altered() {
        return sealed().stream()
                .filter(segment -> !segments.pack(segment).digest().equals(segment.digest()))
                .map(Segment::number)
                .toList();
    }

    @Test
    void a_segment_is_lines_a_manifest_and_a_signature() {
        UUID id = add();

        sealAll();

        Segment segment = sealed().get(0);
        String line = lines(segment).get(0);
        assertThat(line)
                .startsWith("{\"change\":")
                .contains("\"id\":\"%s\"".formatted(id), "\"action\":\"POST \\\"/v1/toys\\\"\"", "\"textDigest\":\"")
                .doesNotContain("On request", "null");
        assertThat(segment.manifest().lines().map(one -> one.replaceFirst("(range|sealed|data) .*", "$1")))
                .startsWith(
                        "# qadam-archive 1",
                        "# stream toy.trail",
                        "# epoch 1",
                        "# number 1",
                        "# lines archive_trail_1",
                        "# range",
                        "# rows 1",
                        "# late 0",
                        "# sealed",
                        "# key " + key.id(),
                        "# data")
                .hasSize(12)
                .last()
                .isEqualTo(Sha256.hex(segments.packed(segment).orElseThrow()) + "  " + segment.path() + ".ndjson.gz");
        assertThat(segments.signature(segment)).hasValue(key.sign(segment.signed()));
        assertThat(segments.publicKey()).hasValue(key.publicPem());
    }

    @Test
    void a_manifest_names_the_one_before() {
        add();
        sealAll();
        add();

        sealAll();

        List<Segment> both = sealed();
        assertThat(both).hasSize(2);
        assertThat(both.get(1).manifest())
                .endsWith("%s  %s.manifest\n"
                        .formatted(both.get(0).digestOfManifest(), both.get(0).path()));
    }

    @Test
    void nothing_new_makes_no_segment_for_an_hour() {
        add();
        sealAll();

        sealAll();
        assertThat(sealed()).hasSize(1);

        as(owner, "update archive_segment set sealed_at = sealed_at - interval '1 hour'");
        sealAll();
        assertThat(sealed()).extracting(Segment::rows).containsExactly(1, 0);
    }

    @Test
    void a_transaction_that_stays_open_delays_nobody_and_its_entries_come_late() throws SQLException {
        try (Connection open = transaction()) {
            UUID late = add(open);
            UUID first = add();
            sealAll();
            assertThat(sealedIds()).containsExactly(first);

            UUID second = add();
            sealAll();
            open.commit();
            sealAll();

            assertThat(sealedIds()).containsExactly(first, second, late);
        }
        assertThat(sealed()).extracting(Segment::late).containsExactly(0, 0, 1);
    }

    @Test
    void what_is_rolled_back_is_not_sealed_and_what_a_savepoint_keeps_is() throws SQLException {
        UUID kept;
        try (Connection open = transaction()) {
            var before = open.setSavepoint();
            add(open);
            open.rollback(before);
            kept = add(open);
            sealAll();
            open.commit();
        }
        try (Connection open = transaction()) {
            add(open);
            open.rollback();
        }

        sealAll();

        assertThat(sealedIds()).containsExactly(kept);
    }

    @Test
    void a_larger_backlog_is_cut_after_a_whole_transaction() {
        for (int i = 0; i < 5; i++) {
            as(owner, """
                    insert into trail (id, at, instance, kind, action, outcome)
                    select gen_random_uuid(), now(), 'toy-0', 'read', 'GET /v1/toys', 'done' from generate_series(1, 20000)
                    """);
        }

        sealAll();

        assertThat(sealed()).extracting(Segment::rows).containsExactly(60_000, 40_000);
        assertThat(altered()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void each_committed_entry_is_sealed_once_whatever_writers_and_sealers_do(long seed) {
        var random = new Random(seed);
        var isOver = new AtomicBoolean();
        Set<UUID> committed = new HashSet<>();
        List<CompletableFuture<Set<UUID>>> writers = IntStream.range(0, 4)
                .mapToObj(i -> new Random(random.nextLong()))
                .map(own -> CompletableFuture.supplyAsync(() -> write(own)))
                .toList();
        List<CompletableFuture<Void>> sealers = IntStream.range(0, 3)
                .mapToObj(i -> new Random(random.nextLong()))
                .map(own -> CompletableFuture.runAsync(() -> sealBadly(own, isOver)))
                .toList();

        writers.forEach(writer -> committed.addAll(writer.join()));
        isOver.set(true);
        sealers.forEach(CompletableFuture::join);
        sealAll();

        assertThat(sealedIds()).doesNotHaveDuplicates().containsExactlyInAnyOrderElementsOf(committed);
        assertThat(sealed()).extracting(Segment::number).isEqualTo(numbersUpTo(sealed().size()));
        assertThat(altered()).isEmpty();
    }

    private static List<Long> numbersUpTo(long last) {
        return Stream.iterate(1L, number -> number <= last, number -> number + 1)
                .toList();
    }

    /** Transactions of some entries, of which some overlap, are rolled back, or have savepoints. */
    private static Set<UUID> write(Random random) {
        Set<UUID> committed = new HashSet<>();
        for (int i = 0; i < 40; i++) {
            try (Connection open = transaction()) {
                List<UUID> added = new ArrayList<>();
                for (int k = random.nextInt(4); k >= 0; k--) {
                    var before = open.setSavepoint();
                    UUID id = add(open);
                    if (random.nextInt(4) == 0) {
                        open.rollback(before);
                    } else {
                        added.add(id);
                    }
                }
                if (random.nextInt(5) == 0) {
                    open.rollback();
                } else {
                    open.commit();
                    committed.addAll(added);
                }
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
        }
        return committed;
    }

    /** Opens segments, and dies between the steps half of the time. */
    private void sealBadly(Random random, AtomicBoolean isOver) {
        while (!isOver.get()) {
            Optional<Segment> opened = segments.open();
            if (opened.isPresent() && random.nextBoolean()) {
                PackedLines lines = segments.pack(opened.get());
                if (random.nextBoolean()) {
                    sealer.close(opened.get(), lines, key);
                }
            }
        }
    }

    @Test
    void an_altered_a_removed_and_a_slipped_in_entry_are_named_by_their_segment() {
        List<UUID> ids = IntStream.range(0, 4)
                .mapToObj(i -> {
                    UUID id = add();
                    sealAll();
                    return id;
                })
                .toList();

        as(owner, "update trail set outcome = 'unchanged' where id = '%s'".formatted(ids.get(0)));
        as(owner, "delete from trail where id = '%s'".formatted(ids.get(1)));
        as(owner, """
                insert into trail (id, at, change, instance, kind, action, outcome)
                select gen_random_uuid(), at, change, instance, kind, action, outcome from trail where id = '%s'
                """.formatted(ids.get(2)));

        assertThat(altered()).containsExactly(1L, 2L, 3L);
    }

    @Test
    void a_text_that_an_erasure_clears_changes_no_segment() {
        UUID id = add();
        sealAll();

        as(owner, "update trail set text = null, text_salt = null where id = '%s'".formatted(id));

        assertThat(altered()).isEmpty();
    }

    @Test
    void the_role_of_the_service_chooses_no_place_in_the_order() {
        assertThatThrownBy(() -> as(role, """
                insert into trail (id, at, change, instance, kind, action, outcome)
                values (gen_random_uuid(), now(), '3', 'toy-0', 'write', 'POST /v1/toys', 'done')
                """)).hasMessageContaining("permission denied for table trail");
    }

    @Test
    void the_role_of_the_service_changes_no_segment() {
        add();
        sealAll();

        for (String attempt : List.of(
                "update archive_segment set digest = null",
                "delete from archive_segment",
                "insert into archive_segment select * from archive_segment")) {
            assertThatThrownBy(() -> as(role, attempt))
                    .hasMessageContaining("permission denied for table archive_segment");
        }
    }

    @Test
    void a_transaction_that_has_written_opens_no_segment() {
        assertThatThrownBy(() -> as(role, ADD.formatted(UUID.randomUUID()) + "; select archive_open()"))
                .hasMessageContaining("A segment is opened in a transaction of its own");
    }

    @Test
    void a_snapshot_of_before_opens_no_segment() {
        assertThatThrownBy(() -> as(role, "set transaction isolation level repeatable read; select archive_open()"))
                .hasMessageContaining("A segment is opened in a transaction of its own");
    }

    @Test
    void a_restored_copy_that_is_older_than_its_segments_seals_nothing() {
        add();
        sealAll();
        as(owner, "update archive_segment set snapshot = '9000000:9000000:'");

        assertThatThrownBy(this::sealAll)
                .hasMessageContaining("The newest segment knows later transactions than this database");
    }

    @Test
    void a_segment_is_closed_once_with_the_rows_that_it_has() {
        add();
        Segment opened = segments.open().orElseThrow();
        PackedLines lines = segments.pack(opened);

        assertThat(sealer.close(opened, lines, key)).isTrue();
        assertThat(sealer.close(opened, lines, key)).isFalse();
    }

    @Test
    void another_digest_than_that_of_the_bytes_closes_nothing() {
        add();
        Segment opened = segments.open().orElseThrow();
        var other = new PackedLines(1, "00".repeat(32), segments.pack(opened).bytes());
        Segment closed = opened.closed(other, Optional.empty(), key.id());

        assertThatThrownBy(() -> segments.close(closed, new PackedLines(1, other.digest(), new byte[1]), key))
                .hasMessageContaining("Segment 1 is not what its manifest says");
    }
}
