package kz.qadam.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a JVM has learned about the start of a service holds for the build that it began with. */
class StartCacheTest {

    private static final Instant PACKAGED = Instant.parse("2026-01-01T10:00:00Z");

    @TempDir
    Path directory;

    private Path jar;

    @BeforeEach
    void the_service_is_packaged() throws IOException {
        jar = Files.writeString(directory.resolve("quarkus-run.jar"), "a service");
        packagedAt(PACKAGED);
    }

    @Test
    void what_was_learned_about_this_build_is_kept() throws IOException {
        learn();

        new StartCache(jar).keep();

        assertThat(new StartCache(jar).isFresh()).isTrue();
    }

    @Test
    void what_was_learned_about_an_earlier_build_is_not_kept() throws IOException {
        learn();
        packagedAt(PACKAGED.plusSeconds(60));

        new StartCache(jar).keep();

        assertThat(new StartCache(jar).isFresh()).isFalse();
    }

    @Test
    void a_draft_that_was_never_kept_is_gone_when_the_next_one_is_begun() throws IOException {
        Path abandoned = learn();
        packagedAt(PACKAGED.plusSeconds(60));

        new StartCache(jar).learn();

        assertThat(abandoned).doesNotExist();
    }

    /** What the JVM does with the last of these options, which names the file. */
    private Path learn() throws IOException {
        List<String> options = new StartCache(jar).learn();
        String option = options.get(options.size() - 1);
        return Files.writeString(Path.of(option.substring(option.indexOf('=') + 1)), "classes");
    }

    private void packagedAt(Instant time) throws IOException {
        Files.setLastModifiedTime(jar, FileTime.from(time));
    }
}
