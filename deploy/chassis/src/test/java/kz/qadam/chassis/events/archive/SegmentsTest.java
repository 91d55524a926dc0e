package kz.qadam.chassis.events.archive;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import kz.qadam.chassis.base.crypto.Sha256;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is committed is sealed once, whatever else the database does meanwhile. */
class SegmentsTest {

    @RegisterExtension
    static final ToyTrail TRAIL = new ToyTrail();

    @Test
    void a_segment_is_lines_a_manifest_and_a_signature() {
        UUID id = TRAIL.add();

        TRAIL.sealAll();

        Segment segment = TRAIL.sealed().get(0);
        String line = TRAIL.lines(segment).get(0);
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
                        "# key " + TRAIL.keys().key().id(),
                        "# data")
                .hasSize(12)
                .last()
                .isEqualTo(Sha256.hex(TRAIL.segments()
                                .packed(ArchiveStream.TRAIL, segment)
                                .orElseThrow()) + "  " + segment.path() + ".ndjson.gz");
        assertThat(TRAIL.segments().signature(ArchiveStream.TRAIL, segment))
                .isEqualTo(TRAIL.keys().key().sign(segment.signed()));
        assertThat(TRAIL.segments().publicKey(ArchiveStream.TRAIL, segment))
                .isEqualTo(TRAIL.keys().key().publicPem());
    }

    @Test
    void a_manifest_names_the_one_before() {
        TRAIL.add();
        TRAIL.sealAll();
        TRAIL.add();

        TRAIL.sealAll();

        List<Segment> both = TRAIL.sealed();
        assertThat(both).hasSize(2);
        assertThat(both.get(1).manifest())
                .endsWith("%s  %s.manifest\n"
                        .formatted(both.get(0).digestOfManifest(), both.get(0).path()));
    }

    @Test
    void nothing_new_makes_no_segment_for_an_hour() {
        TRAIL.add();
        TRAIL.sealAll();

        TRAIL.sealAll();
        assertThat(TRAIL.sealed()).hasSize(1);

        TRAIL.asOwner("update archive_segment set sealed_at = sealed_at - interval '1 hour'");
        TRAIL.sealAll();
        assertThat(TRAIL.sealed()).extracting(Segment::rows).containsExactly(1, 0);
    }

    @Test
    void a_transaction_that_stays_open_delays_nobody_and_its_entries_come_late() throws SQLException {
        try (Connection open = TRAIL.transaction()) {
            UUID late = ToyTrail.add(open);
            UUID first = TRAIL.add();
            TRAIL.sealAll();
            assertThat(TRAIL.sealedIds()).containsExactly(first);

            UUID second = TRAIL.add();
            TRAIL.sealAll();
            open.commit();
            TRAIL.sealAll();

            assertThat(TRAIL.sealedIds()).containsExactly(first, second, late);
        }
        assertThat(TRAIL.sealed()).extracting(Segment::late).containsExactly(0, 0, 1);
    }

    @Test
    void an_entry_of_a_clock_that_is_ahead_or_behind_is_sealed_in_its_turn() {
        UUID first = TRAIL.add();
        TRAIL.asOwner("update trail set at = at + interval '1 day'");
        UUID second = TRAIL.add();
        TRAIL.asOwner("update trail set at = at - interval '2 days' where id = '%s'".formatted(second));
        UUID third = TRAIL.add();

        TRAIL.sealAll();

        assertThat(TRAIL.sealedIds()).containsExactly(first, second, third);
        assertThat(TRAIL.altered()).isEmpty();
    }

    @Test
    void what_is_rolled_back_is_not_sealed_and_what_a_savepoint_keeps_is() throws SQLException {
        UUID kept;
        try (Connection open = TRAIL.transaction()) {
            var before = open.setSavepoint();
            ToyTrail.add(open);
            open.rollback(before);
            kept = ToyTrail.add(open);
            TRAIL.sealAll();
            open.commit();
        }
        try (Connection open = TRAIL.transaction()) {
            ToyTrail.add(open);
            open.rollback();
        }

        TRAIL.sealAll();

        assertThat(TRAIL.sealedIds()).containsExactly(kept);
    }

    @Test
    void a_larger_backlog_is_cut_after_a_whole_transaction() {
        for (int i = 0; i < 5; i++) {
            TRAIL.asOwner("""
                    insert into trail (id, at, instance, kind, action, outcome)
                    select gen_random_uuid(), now(), 'toy-0', 'read', 'GET /v1/toys', 'done' from generate_series(1, 20000)
                    """);
        }

        TRAIL.sealAll();

        assertThat(TRAIL.sealed()).extracting(Segment::rows).containsExactly(60_000, 40_000);
        assertThat(TRAIL.altered()).isEmpty();
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
        TRAIL.sealAll();

        assertThat(TRAIL.sealedIds()).doesNotHaveDuplicates().containsExactlyInAnyOrderElementsOf(committed);
        assertThat(TRAIL.sealed())
                .extracting(Segment::number)
                .isEqualTo(numbersUpTo(TRAIL.sealed().size()));
        assertThat(TRAIL.altered()).isEmpty();
    }

    private static List<Long> numbersUpTo(long last) {
        return Stream.iterate(1L, number -> number <= last, number -> number + 1)
                .toList();
    }

    /** Transactions of some entries, of which some overlap, are rolled back, or have savepoints. */
    private static Set<UUID> write(Random random) {
        Set<UUID> committed = new HashSet<>();
        for (int i = 0; i < 40; i++) {
            try (Connection open = TRAIL.transaction()) {
                List<UUID> added = new ArrayList<>();
                for (int k = random.nextInt(4); k >= 0; k--) {
                    var before = open.setSavepoint();
                    UUID id = ToyTrail.add(open);
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
            Optional<Segment> opened = TRAIL.segments().open(ArchiveStream.TRAIL);
            if (opened.isPresent() && random.nextBoolean()) {
                PackedLines lines = TRAIL.segments().pack(ArchiveStream.TRAIL, opened.get());
                if (random.nextBoolean()) {
                    TRAIL.sealer().close(ArchiveStream.TRAIL, opened.get(), lines, TRAIL.keys());
                }
            }
        }
    }

    @Test
    void an_altered_a_removed_and_a_slipped_in_entry_are_named_by_their_segment() {
        List<UUID> ids = IntStream.range(0, 4)
                .mapToObj(i -> {
                    UUID id = TRAIL.add();
                    TRAIL.sealAll();
                    return id;
                })
                .toList();

        TRAIL.asOwner("update trail set outcome = 'unchanged' where id = '%s'".formatted(ids.get(0)));
        TRAIL.asOwner("delete from trail where id = '%s'".formatted(ids.get(1)));
        TRAIL.asOwner("""
                insert into trail (id, at, change, instance, kind, action, outcome)
                select gen_random_uuid(), at, change, instance, kind, action, outcome from trail where id = '%s'
                """.formatted(ids.get(2)));

        assertThat(TRAIL.altered()).containsExactly(1L, 2L, 3L);
    }

    @Test
    void a_text_that_an_erasure_clears_changes_no_segment() {
        UUID id = TRAIL.add();
        TRAIL.sealAll();

        TRAIL.asOwner("update trail set text = null, text_salt = null where id = '%s'".formatted(id));

        assertThat(TRAIL.altered()).isEmpty();
    }
}
