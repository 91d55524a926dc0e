package kz.qadam.chassis.events.chain;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import kz.qadam.chassis.trail.SettledEntry;
import org.junit.jupiter.api.Test;

class BlockTest {

    private static final Instant NOON = Instant.parse("2026-11-27T12:00:00Z");

    private static SettledEntry entry(String action) {
        ObjectNode json = JsonNodeFactory.instance
                .objectNode()
                .put("subject", (String) null)
                .put("action", action);
        return new SettledEntry(new SettledEntry.Position("7", UUID.randomUUID()), NOON, "a-0", json);
    }

    private static Block block(Block before, SettledEntry... entries) {
        return Block.after(Optional.ofNullable(before), "a-0", List.of(entries), NOON);
    }

    @Test
    void a_chain_begins_with_zeros_and_follows_from_block_to_block() {
        Block first = block(null, entry("made"), entry("read"));
        Block second = block(first, entry("revoked"));

        assertThat(first.hashBefore()).isEqualTo(new byte[32]);
        assertThat(second.hashBefore()).isEqualTo(first.hash());
        assertThat(List.of(first.number(), second.number())).containsExactly(1L, 2L);
    }

    @Test
    void each_entry_has_a_hash_and_the_last_one_is_that_of_the_block() {
        Block block = block(null, entry("made"), entry("read"));

        assertThat(block.entries()).hasSize(2);
        assertThat(block.hashes()).hasSize(2 * ChainHash.LENGTH).endsWith(block.hash());
    }

    @Test
    void the_hash_depends_on_the_order_of_the_entries() {
        SettledEntry made = entry("made");
        SettledEntry read = entry("read");

        assertThat(block(null, made, read).hash())
                .isNotEqualTo(block(null, read, made).hash());
    }

    /** As computed by {@code jq -cS} and {@code sha256sum}. */
    @Test
    void the_hash_is_one_that_other_programs_compute() {
        assertThat(HexFormat.of().formatHex(block(null, entry("made")).hash()))
                .isEqualTo("a5a56e17b07ba074a1a3b1fcd4709039dff2e6975b3d89a05c4b12063b5f9015");
    }

    @Test
    void members_without_a_value_and_the_order_of_members_make_no_difference() {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("b", "é\n").putNull("c").putObject("a").put("z", 1).put("y", true);

        assertThat(CanonicalJson.of(json)).isEqualTo("{\"a\":{\"y\":true,\"z\":1},\"b\":\"é\\n\"}");
    }
}
