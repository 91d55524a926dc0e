package kz.qadam.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a copy of two streams, which hold the anchors of each other, refuses to keep or to confirm. */
class FetchTest {

    private static final Instant NOW = Instant.parse("2026-10-01T10:20:00Z");

    private static final String ERASED = """
            {"topic":"%s","type":"kz.qadam.learner.erased.v1","data":{"learnerId": "0199a1c2-7b11-7c3e-8d11-5b8f6a7c1e02", "state": "%s"}}""";

    @TempDir
    Path root;

    private final SealedSegments toys = new SealedSegments("toy.trail");
    private final SealedSegments games = new SealedSegments("game.trail");
    private final SealedSegments events = new SealedSegments("toy.events");
    private ServedSegments services;
    private ArchiveDirectory directory;
    private Segment toy1;
    private Segment game1;
    private Segment toy2;

    @BeforeEach
    void seal() throws IOException, Refused {
        services = new ServedSegments();
        directory = new ArchiveDirectory(root);
        directory.addKey(toys.pem());
        directory.addKey(games.pem());
        directory.addKey(events.pem());
        toy1 = toys.seal("a", "b");
        game1 = games.seal("g", SealedSegments.anchor(toy1.manifest()));
        toy2 = toys.seal("c", SealedSegments.anchor(game1.manifest()));
        services.serve(toy1, game1, toy2);
    }

    @AfterEach
    void stop() {
        services.close();
    }

    private List<String> fetch() throws IOException, InterruptedException, Refused {
        return fetch(NOW);
    }

    private List<String> fetch(Instant now) throws IOException, InterruptedException, Refused {
        return fetch(now, false);
    }

    private List<String> fetchRestored() throws IOException, InterruptedException, Refused {
        return fetch(NOW, true);
    }

    private List<String> fetch(Instant now, boolean acceptsRestored) throws IOException, InterruptedException, Refused {
        List<String> said = new ArrayList<>();
        List<SealedStream> streams = List.of(
                new SealedStream("toy.trail", "/toy.trail", services.client(), directory, acceptsRestored),
                new SealedStream("game.trail", "/game.trail", services.client(), directory, acceptsRestored),
                new SealedStream("toy.events", "/toy.events", services.client(), directory, acceptsRestored));
        // Has every segment made again.
        new Fetch(streams, () -> 0L).run(now, said::add);
        return said;
    }

    private void assertRefused(String sentence) {
        ThrowingCallable fetching = this::fetch;
        assertThatThrownBy(fetching).isInstanceOf(Refused.class).hasMessageContaining(sentence);
        // Not only once.
        assertThatThrownBy(fetching).isInstanceOf(Refused.class).hasMessageContaining(sentence);
    }

    @Test
    void streams_that_agree_are_kept_and_confirmed() throws Exception {
        assertThat(fetch())
                .containsExactly(
                        "toy.trail: 2 segments, 2 of them new; 2 were made again, nothing differs",
                        "game.trail: 1 segments, 1 of them new; 1 were made again, nothing differs",
                        "toy.events: 0 segments, 0 of them new; 0 were made again, nothing differs");
        assertThat(services.confirmed()).containsExactly("game.trail/1", "toy.trail/2");
    }

    @Test
    void a_segment_that_waits_for_another_stream_is_fetched_once() throws Exception {
        services.serve(games.seal(SealedSegments.anchor(toy2.manifest())));

        fetch();

        assertThat(services.packed())
                .containsExactlyInAnyOrder("toy.trail/1", "toy.trail/2", "game.trail/1", "game.trail/2");
    }

    @Test
    void a_restored_database_goes_on_from_the_last_segment_that_it_has() throws Exception {
        fetch();
        services.cut(toy2.manifest());
        services.serve(toys.sealRestored(toy1.manifest(), toy2.manifest(), "d"));
        services.serve(toys.seal("e"));

        assertRefused(
                "toy.trail/2/2026/000000002: it follows segment 1, of 2026-10-01T10:15:00.123456Z, and takes back"
                        + " 1 segments that are kept. Was the database restored? Ask its operator, and fetch by fetch-restored.");
        assertThat(fetchRestored())
                .first()
                .isEqualTo("toy.trail: 4 segments, 2 of them new; 3 were made again, nothing differs; its database was"
                        + " restored: 1 segments that were sealed after the backup are kept as evidence");
        assertThat(fetch()).first().asString().startsWith("toy.trail: 4 segments, 0 of them new");
        assertThat(services.confirmed()).endsWith("toy.trail/3");
    }

    @Test
    void what_was_abandoned_before_the_copy_had_it_is_not_waited_for() throws Exception {
        Segment game2 = games.seal(SealedSegments.anchor(toy2.manifest()));
        services.cut(toy2.manifest());
        services.serve(toys.sealRestored(toy1.manifest(), toy2.manifest(), "d"));
        services.serve(game2);

        assertThat(fetchRestored())
                .startsWith(
                        "toy.trail: 2 segments, 2 of them new; 2 were made again, nothing differs",
                        "game.trail: 2 segments, 2 of them new; 2 were made again, nothing differs");
    }

    @Test
    void two_restored_databases_that_name_what_the_other_has_abandoned_do_not_wait_for_each_other() throws Exception {
        fetch();
        Segment game2 = games.seal(SealedSegments.anchor(toy2.manifest()));
        Segment toy3 = toys.seal(SealedSegments.anchor(game2.manifest()));
        services.cut(toy2.manifest());
        Segment restored = toys.sealRestored(toy1.manifest(), toy3.manifest(), SealedSegments.anchor(game2.manifest()));
        services.serve(restored);
        services.serve(games.sealRestored(
                game1.manifest(),
                game2.manifest(),
                SealedSegments.anchor(toy3.manifest()),
                SealedSegments.anchor(restored.manifest())));

        assertThat(fetchRestored())
                .satisfies(said -> assertThat(said.get(0)).startsWith("toy.trail: 3 segments, 1 of them new"))
                .satisfies(said -> assertThat(said.get(1)).startsWith("game.trail: 2 segments, 1 of them new"));
    }

    @Test
    void a_restored_database_that_abandons_something_else_is_refused() throws Exception {
        fetch();
        services.cut(toy2.manifest());
        toys.goBackTo(toy1.manifest());
        Segment other = toys.seal("x");
        services.serve(toys.sealRestored(toy1.manifest(), other.manifest(), "d"));

        assertThatThrownBy(this::fetchRestored)
                .hasMessageContaining("it abandons another segment than toy.trail/1/2026/000000002, which is kept.");
    }

    @Test
    void all_history_is_not_written_anew_in_another_epoch() throws Exception {
        fetch();
        services.cut(toy1.manifest());
        services.serve(toys.sealAnew("all", "is", "other"));

        assertThatThrownBy(this::fetchRestored)
                .hasMessageContaining("it takes back more than a backup does: the stream was written anew.");
    }

    @Test
    void a_restored_database_does_not_go_on_from_another_segment() throws Exception {
        fetch();
        services.cut(toy1.manifest());
        var others = new SealedSegments("toy.trail");
        directory.addKey(others.pem());
        Segment other = others.seal("x");
        services.serve(others.sealRestored(other.manifest(), toy2.manifest(), "d"));

        assertThatThrownBy(this::fetchRestored)
                .hasMessageContaining("it is signed by another key than the one before it");
    }

    @Test
    void what_is_kept_already_is_not_fetched_again() throws Exception {
        fetch();

        assertThat(fetch())
                .first()
                .isEqualTo("toy.trail: 2 segments, 0 of them new; 2 were made again, nothing differs");
    }

    @Test
    void an_altered_line_is_named_and_nothing_is_confirmed() {
        services.alter(toy1.manifest(), "a\nB\n");

        assertRefused("toy.trail/1/2026/000000001: line 2 was altered, removed or added after it was sealed."
                + " Sealed: b Now: B");
        assertThat(services.confirmed()).isEmpty();
    }

    @Test
    void a_removed_line_is_named() {
        services.alter(toy1.manifest(), "b\n");

        assertRefused("000000001: line 1 was altered, removed or added after it was sealed. Sealed: a Now: b");
    }

    @Test
    void a_line_that_was_slipped_in_is_named() {
        services.alter(toy1.manifest(), "a\nb\nx\n");

        assertRefused("000000001: line 3 was altered, removed or added after it was sealed. Sealed: no such line.");
    }

    @Test
    void a_stream_that_was_cut_before_the_copy_had_it_is_found_by_the_anchor_elsewhere() {
        services.cut(toy1.manifest());

        assertRefused("toy.trail/1/2026/000000001 is not there, and line 2 of game.trail/1/2026/000000001 says that it"
                + " was sealed: its stream was cut, or somebody has written that line.");
    }

    @Test
    void a_stream_that_was_cut_after_the_copy_had_it_is_found_by_the_copy() throws Exception {
        fetch();
        services.cut(toy2.manifest());

        assertRefused("toy.trail: the service does not have 2.manifest: its newest segments were cut.");
    }

    @Test
    void a_stream_that_was_written_anew_is_found_by_the_anchor_elsewhere() throws Exception {
        services.cut(toy1.manifest());
        var anew = new SealedSegments("toy.trail");
        directory.addKey(anew.pem());
        services.serve(anew.seal("a", "B"));

        assertRefused("toy.trail/1/2026/000000001.manifest is ");
    }

    @Test
    void a_stream_that_was_written_anew_is_found_by_the_copy() throws Exception {
        fetch();
        services.cut(toy2.manifest());
        toys.goBackTo(toy1.manifest());
        services.serve(toys.seal("C"));

        assertRefused("toy.trail/1/2026/000000002.manifest is another one now: the stream was written anew.");
    }

    @Test
    void a_segment_that_does_not_follow_the_kept_one_is_refused() throws Exception {
        fetch();
        services.cut(toy2.manifest());
        toys.goBackTo(toy1.manifest());
        services.serve(toys.seal("C"), toys.seal("D"));

        assertRefused("toy.trail/1/2026/000000003: the manifest before it is ");
    }

    @Test
    void a_segment_of_a_key_that_nobody_has_compared_is_refused() throws Exception {
        fetch();
        var stranger = new SealedSegments("toy.trail");
        stranger.goBackTo(toy2.manifest());
        services.serve(stranger.seal("x"));

        assertRefused("it is signed by another key than the one before it, which names no such next key.");
    }

    @Test
    void a_key_that_the_former_one_has_named_takes_over() throws Exception {
        fetch();
        var next = new SealedSegments("toy.trail");
        services.serve(toys.sealAndHandOver(next, "d"), next.seal("e"));

        assertThat(fetch()).first().asString().startsWith("toy.trail: 4 segments, 2 of them new");
        assertThat(sha256sum("toy.trail/1/2026/000000003.manifest")).isZero();
    }

    @Test
    void the_former_key_is_refused_after_it_has_named_the_next_one() throws Exception {
        fetch();
        services.serve(toys.sealAndHandOver(new SealedSegments("toy.trail"), "d"), toys.seal("e"));

        assertRefused("toy.trail/1/2026/000000004: it is signed by another key than the one before it");
    }

    private int sha256sum(String manifest) throws IOException, InterruptedException {
        return new ProcessBuilder("sha256sum", "--quiet", "--strict", "-c", manifest)
                .directory(root.toFile())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start()
                .waitFor();
    }

    @Test
    void a_kept_file_that_somebody_altered_is_named() throws Exception {
        fetch();
        Path file = root.resolve(toy1.manifest().path() + ".ndjson.gz");
        Files.write(file, toy2.packed());

        assertRefused("toy.trail/1/2026/000000001.ndjson.gz: its bytes are not those that the manifest names.");
    }

    @Test
    void a_text_that_was_cleared_without_an_erasure_is_named() {
        services.clear(toy1.manifest(), "0199a1c2-7b11-7c3e-8d11-5b8f6a7c1e02");

        assertRefused("000000001: something about 0199a1c2-7b11-7c3e-8d11-5b8f6a7c1e02 was cleared");
    }

    @Test
    void a_text_that_an_erasure_cleared_is_not() throws Exception {
        services.clear(toy1.manifest(), "0199a1c2-7b11-7c3e-8d11-5b8f6a7c1e02");
        services.serve(events.seal(ERASED.formatted("qadam.enrolments", "erased")));

        assertThat(fetch()).hasSize(3);
    }

    @Test
    void a_block_or_an_event_of_another_topic_is_no_erasure() throws Exception {
        services.clear(toy1.manifest(), "0199a1c2-7b11-7c3e-8d11-5b8f6a7c1e02");
        services.serve(events.seal(
                ERASED.formatted("qadam.enrolments", "blocked"), ERASED.formatted("qadam.completions", "erased")));

        assertRefused("000000001: something about 0199a1c2-7b11-7c3e-8d11-5b8f6a7c1e02 was cleared");
    }

    @Test
    void a_copy_with_a_gap_is_refused() throws Exception {
        fetch();
        for (String ending : List.of(".manifest", ".sig", ".ndjson.gz")) {
            Files.delete(root.resolve(toy1.manifest().path() + ending));
        }

        assertRefused("toy.trail/1/2026/000000002: segment 1 is missing, or there twice");
    }

    @Test
    void a_kept_signature_that_is_damaged_is_named() throws Exception {
        fetch();
        Files.write(root.resolve(toy2.manifest().path() + ".sig"), new byte[64]);

        assertRefused("toy.trail/1/2026/000000002: the signature is not that of key");
    }

    @Test
    void a_digest_whose_salt_is_gone_is_named_unless_an_erasure_says_so() throws Exception {
        String id = "0199a1c2-7b11-7c3e-8d11-5b8f6a7c1e02";
        String line = "{\"subject\":\"%s\",\"committed\":\"%s\"}".formatted(id, "a".repeat(64));
        Segment toy3 = toys.seal(line);
        services.serve(toy3);
        services.alter(toy3.manifest(), line.replace("\"" + "a".repeat(64) + "\"", "null") + "\n");

        assertRefused("000000003: something about " + id + " was cleared, and no sealed erasure says so.");

        services.serve(events.seal("""
                {"topic":"qadam.completions","type":"kz.qadam.learner.completions-erased.v1","data":{"completions": [{"completionId": "%s"}]}}""".formatted(id)));
        assertThat(fetch()).hasSize(3);
    }

    @Test
    void a_segment_whose_month_was_dropped_is_not_made_again() throws Exception {
        services.drop(toy1.manifest());
        services.serve(toys.seal("{\"action\":\"drop a month\",\"subject\":\"2026-09 1/1\"}"));
        Instant yearsLater = NOW.plusSeconds(400L * 86_400);

        assertThat(fetch(yearsLater)).first().asString().contains("2 were made again");
        assertRefused(
                "000000001: its entries have left the database, and no sealed entry says that their month was dropped.");
    }

    @Test
    void a_segment_that_is_said_to_be_dropped_without_an_entry_is_named() {
        services.drop(toy1.manifest());
        Instant yearsLater = NOW.plusSeconds(400L * 86_400);

        assertThatThrownBy(() -> fetch(yearsLater))
                .hasMessageContaining("no sealed entry says that their month was dropped.");
    }

    @Test
    void a_clock_that_is_a_day_off_changes_nothing() throws Exception {
        fetch();

        var said = new ArrayList<String>();
        List<SealedStream> streams =
                List.of(new SealedStream("toy.trail", "/toy.trail", services.client(), directory, false));
        new Fetch(streams, () -> 0L).run(NOW.minusSeconds(86_400), said::add);

        assertThat(said).containsExactly("toy.trail: 2 segments, 0 of them new; 2 were made again, nothing differs");
    }
}
