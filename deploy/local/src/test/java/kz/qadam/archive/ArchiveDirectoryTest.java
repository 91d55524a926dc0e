package kz.qadam.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A directory to which files are only added. */
class ArchiveDirectoryTest {

    @TempDir
    Path root;

    private final SealedSegments sealed = new SealedSegments();

    private ArchiveDirectory directory() {
        return new ArchiveDirectory(root);
    }

    @Test
    void what_is_added_is_found_in_the_order_of_the_numbers() throws IOException, Refused {
        Segment first = sealed.seal("a");
        Segment second = sealed.seal("b");
        directory().add(second);
        directory().add(first);

        assertThat(directory().manifests(SealedSegments.STREAM)).containsExactly(first.manifest(), second.manifest());
        assertThat(directory().read(first.manifest().path() + ".ndjson.gz")).isEqualTo(first.packed());
    }

    @Test
    void what_is_added_again_changes_nothing() throws IOException, Refused {
        Segment segment = sealed.seal("a");
        directory().add(segment);

        directory().add(segment);

        assertThat(directory().manifests(SealedSegments.STREAM)).hasSize(1);
    }

    @Test
    void another_content_under_the_same_name_is_refused_and_the_first_stays() throws IOException, Refused {
        Segment segment = sealed.seal("a");
        Segment other = new SealedSegments().seal("b");
        directory().add(segment);

        assertThatThrownBy(() -> directory().add(other))
                .hasMessageContaining("is there with another content, and stays as it is");
        assertThat(directory().manifests(SealedSegments.STREAM)).containsExactly(segment.manifest());
    }

    @Test
    void a_foreign_file_is_named() throws IOException, Refused {
        directory().add(sealed.seal("a"));
        Files.writeString(root.resolve(SealedSegments.STREAM).resolve("notes.txt"), "mine");

        assertThatThrownBy(() -> directory().manifests(SealedSegments.STREAM))
                .hasMessageContaining("notes.txt is no file of the archive: put it elsewhere.");
    }

    @Test
    void a_key_that_is_missing_is_asked_for() {
        assertThatThrownBy(() -> directory().key("131d5fa5e1fb2331"))
                .hasMessageStartingWith("keys/131d5fa5e1fb2331.pem is missing");
    }

    @Test
    void a_key_is_kept_under_its_id() throws IOException, Refused {
        String id = directory().addKey(sealed.pem());

        assertThat(directory().key(id)).isEqualTo(sealed.key());
    }

    @Test
    void a_key_under_another_name_is_refused() throws IOException, Refused {
        String id = directory().addKey(sealed.pem());
        Files.move(root.resolve("keys/" + id + ".pem"), root.resolve("keys/131d5fa5e1fb2331.pem"));

        assertThatThrownBy(() -> directory().key("131d5fa5e1fb2331"))
                .hasMessage("keys/131d5fa5e1fb2331.pem is another key than its name says.");
    }

    @Test
    void a_page_of_an_error_is_no_key() {
        assertThatThrownBy(() -> directory().addKey("<html>")).hasMessage("What should be a public key is none.");
    }
}
