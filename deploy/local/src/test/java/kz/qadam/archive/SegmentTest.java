package kz.qadam.archive;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Which segments are kept, and why others are refused. */
class SegmentTest {

    private final SealedSegments sealed = new SealedSegments();
    private final Segment first = sealed("a", "b");
    private final Segment second = sealed("c");

    private Segment sealed(String... lines) {
        try {
            return sealed.seal(lines);
        } catch (Refused e) {
            throw new IllegalStateException(e);
        }
    }

    private static SegmentManifest parsed(String text) throws Refused {
        return SegmentManifest.parse(SealedSegments.STREAM, text.getBytes(UTF_8));
    }

    @Test
    void segments_that_follow_each_other_are_accepted() {
        assertThatCode(() -> first.require(sealed.key(), Optional.empty())).doesNotThrowAnyException();
        assertThatCode(() -> second.require(sealed.key(), Optional.of(first.manifest())))
                .doesNotThrowAnyException();
    }

    @Test
    void another_key_is_refused() {
        assertThatThrownBy(() -> first.require(new SealedSegments().key(), Optional.empty()))
                .isInstanceOf(Refused.class)
                .hasMessageStartingWith("toy.trail/1/2026/000000001: the signature is not that of key ");
    }

    @Test
    void one_other_byte_in_the_manifest_is_refused() throws Refused {
        var altered = parsed(first.manifest().text().replace("# late 0", "# late 1"));

        assertThatThrownBy(() ->
                        new Segment(altered, first.signature(), first.packed()).require(sealed.key(), Optional.empty()))
                .hasMessageContaining("the signature is not that of key");
    }

    @Test
    void one_other_byte_in_the_lines_is_refused() {
        byte[] altered = first.packed().clone();
        altered[altered.length - 9] ^= 1;

        assertThatThrownBy(() -> new Segment(first.manifest(), first.signature(), altered)
                        .require(sealed.key(), Optional.empty()))
                .hasMessageContaining("000000001.ndjson.gz: its bytes are not those that the manifest names.");
    }

    @Test
    void lines_that_are_cut_cannot_be_unpacked() {
        byte[] cut = Arrays.copyOf(first.packed(), first.packed().length - 9);

        assertThatThrownBy(() -> new Segment(first.manifest(), first.signature(), cut).lines())
                .hasMessageContaining("000000001.ndjson.gz cannot be unpacked: it is cut or damaged.");
    }

    @Test
    void a_segment_after_another_one_than_that_of_the_directory_is_refused() throws Refused {
        Segment other = new SealedSegments().seal("z");

        assertThatThrownBy(() -> second.require(sealed.key(), Optional.of(other.manifest())))
                .hasMessageContaining("cut, or written anew");
    }

    @Test
    void a_first_segment_in_the_middle_of_a_directory_is_refused() {
        assertThatThrownBy(() -> first.require(sealed.key(), Optional.of(second.manifest())))
                .hasMessageContaining("the manifest before it is none");
    }

    @Test
    void a_manifest_of_another_stream_is_refused() {
        assertThatThrownBy(() -> SegmentManifest.parse(
                        "other.trail", first.manifest().text().getBytes(UTF_8)))
                .hasMessage("A manifest of other.trail says that it is of toy.trail.");
    }

    @Test
    void another_file_is_no_manifest() {
        assertThatThrownBy(() -> parsed("<html>")).hasMessage("What should be a manifest of toy.trail is none.");
    }

    @Test
    void a_manifest_that_names_the_lines_of_another_segment_is_refused() {
        assertThatThrownBy(() -> parsed(first.manifest().text().replace("# number 1", "# number 2")))
                .hasMessageContaining("segment 2 names toy.trail/1/2026/000000001.ndjson.gz, which is another");
    }
}
