package kz.qadam.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a person reads who restores a database, of the log of a service. */
class RestoredCommandTest {

    @TempDir
    Path folder;

    private Path log(String... lines) throws IOException {
        return Files.write(folder.resolve("restored.log"), List.of(lines));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "ERROR Not restored: It is of a later version.: java.lang.IllegalStateException: X | It is of a later version.",
                "Caused by: java.lang.IllegalStateException: It is another service's.             | It is another service's."
            })
    void a_refusal_is_the_sentence_of_the_service(String line, String reason) throws IOException {
        assertThat(RestoredCommand.reason(log("INFO  Connected", line))).isEqualTo(reason);
    }

    @Test
    void without_a_sentence_the_log_is_named() throws IOException {
        Path log = log("java.lang.OutOfMemoryError: Java heap space");

        assertThat(RestoredCommand.reason(log)).isEqualTo("see " + log);
    }
}
