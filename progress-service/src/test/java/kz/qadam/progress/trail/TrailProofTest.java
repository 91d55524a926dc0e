package kz.qadam.progress.trail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.UUID;
import kz.qadam.chassis.base.database.Database;
import kz.qadam.local.QadamBackends;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What somebody who can change the database does to the trail is found by an auditor who cannot. */
@QuarkusTest
@QuarkusTestResource(QadamBackends.class)
class TrailProofTest {

    @Inject
    Database database;

    @TempDir
    Path files;

    private ChainedTrail trail;

    @BeforeEach
    void begin() {
        trail = new ChainedTrail(database);
    }

    @Test
    void an_untouched_trail_is_verified() throws Exception {
        trail.add();
        trail.add();

        assertThat(trail.verified()).singleElement().asString().contains("2 entries in blocks 1 to 2");
    }

    @Test
    void an_altered_entry_is_named() throws Exception {
        UUID altered = trail.add();
        trail.add();

        ChainedTrail.asOwner("update trail set outcome = 'unchanged' where id = '%s'".formatted(altered));

        assertThat(trail.verified())
                .last()
                .asString()
                .contains("entry " + altered)
                .endsWith("was altered");
    }

    @Test
    void a_removed_entry_is_named() throws Exception {
        UUID removed = trail.add();
        trail.add();

        ChainedTrail.asOwner("delete from trail where id = '%s'".formatted(removed));

        assertThat(trail.verified()).last().asString().endsWith("entry " + removed + " is missing");
    }

    @Test
    void a_cut_tail_is_found_against_a_head_that_was_taken_away() throws Exception {
        trail.add();
        UUID last = trail.add();
        Path heads = Files.writeString(files.resolve("heads.ndjson"), headOfLastBlock());

        ChainedTrail.asOwner(
                "delete from trail where id = '%s'; delete from trail_block where instance = '%s' and number = 2"
                        .formatted(last, trail.instance()));

        assertThat(trail.verified(heads)).last().asString().contains("block 2: the block is missing");
    }

    private String headOfLastBlock() {
        Map<String, Object> block = trail.blocks()
                .param("instance", trail.instance())
                .getMap("items.findAll { it.instance == instance }.last()");
        return """
                {"service":"progress-service","instance":"%s","number":%s,"hash":"%s","chainedAt":"%s"}
                """.formatted(block.get("instance"), block.get("number"), block.get("hash"), block.get("chainedAt"));
    }

    @Test
    void instances_chain_one_after_the_other() throws Exception {
        try (var other = QadamBackends.database().connect();
                var statement = other.createStatement()) {
            other.setAutoCommit(false);
            statement.execute("select pg_advisory_xact_lock(hashtext('trail-chain'))");

            await().untilAsserted(() -> {
                try (var blocked = statement.executeQuery(
                        "select from pg_locks where pg_backend_pid() = any(pg_blocking_pids(pid))")) {
                    assertThat(blocked.next()).isTrue();
                }
            });
        }
        trail.add();
    }

    @Test
    void the_chain_stays_valid_when_the_texts_about_a_subject_are_cleared() throws Exception {
        UUID subject = trail.add();

        ChainedTrail.asOwner("select clear_trail_text('{%s}')".formatted(subject));

        assertThat(trail.textOf(subject)).isNull();
        assertThat(trail.verified()).singleElement().asString().contains("1 entries in blocks 1 to 1");
    }
}
