package kz.qadam.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a person reads who restores a database, of the log of a service. */
class RestoredTest {

    @TempDir
    Path folder;

    private Path log(String... lines) throws IOException {
        return Files.write(folder.resolve("restored.log"), List.of(lines));
    }

    @Test
    void a_refusal_is_the_sentence_of_the_service() throws IOException {
        Path log = log(
                "05:12:01 INFO  Connected",
                "05:12:02 ERROR Not restored: The database is of a later version.: java.lang.IllegalStateException: X");

        assertThat(Restored.reason(log)).isEqualTo("The database is of a later version.");
    }

    @Test
    void whoever_refuses_to_start_is_heard_too() throws IOException {
        Path log = log(
                "java.lang.RuntimeException: Failed to start quarkus",
                "Caused by: java.lang.IllegalStateException: It is another's.");

        assertThat(Restored.reason(log)).isEqualTo("It is another's.");
    }

    @Test
    void without_a_sentence_the_log_is_named() throws IOException {
        Path log = log("java.lang.OutOfMemoryError: Java heap space");

        assertThat(Restored.reason(log)).isEqualTo("see " + log);
    }
}
