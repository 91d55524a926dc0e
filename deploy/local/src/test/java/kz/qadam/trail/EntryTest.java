package kz.qadam.trail;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.junit.jupiter.api.Test;

class EntryTest {

    private static final String SALT = "00112233445566778899aabbccddeeff";

    private final ObjectNode json = JsonNodeFactory.instance
            .objectNode()
            .put("id", "e1")
            .put("at", "2026-11-27T00:00:00Z")
            .put("instance", "a-0")
            .put("text", "On request")
            .put("textSalt", SALT)
            .put("textDigest", Sha256.ofBytes(SALT + Sha256.inHexadecimal("On request")));

    @Test
    void the_chain_stays_valid_when_a_text_is_cleared() {
        Entry written = Entry.of(json);

        Entry cleared = Entry.of(json.deepCopy().putNull("text").putNull("textSalt"));

        assertThat(cleared.digest()).isEqualTo(written.digest());
        assertThat(cleared.hasItsText()).isTrue();
    }

    @Test
    void an_altered_text_is_not_the_one_that_was_written() {
        assertThat(Entry.of(json).hasItsText()).isTrue();

        assertThat(Entry.of(json.put("text", "On demand")).hasItsText()).isFalse();
    }

    @Test
    void members_without_a_value_and_the_order_of_members_make_no_difference() {
        ObjectNode other = JsonNodeFactory.instance.objectNode().putNull("subject");
        json.properties().stream()
                .sorted((one, another) -> another.getKey().compareTo(one.getKey()))
                .forEach(member -> other.set(member.getKey(), member.getValue()));

        assertThat(Entry.of(other).digest()).isEqualTo(Entry.of(json).digest());
    }

    /** As computed by {@code jq -cS} and {@code sha256sum}. */
    @Test
    void the_hash_is_one_that_other_programs_compute() {
        ObjectNode made = JsonNodeFactory.instance.objectNode().put("action", "made");

        assertThat(Sha256.ofBytes(Sha256.START + Sha256.of(CanonicalJson.of(made))))
                .isEqualTo("a5a56e17b07ba074a1a3b1fcd4709039dff2e6975b3d89a05c4b12063b5f9015");
    }
}
