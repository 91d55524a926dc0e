package kz.qadam.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ErrorsFileTest {

    @TempDir
    Path folder;

    @Test
    void the_errors_are_in_the_folder_of_the_file() {
        assertThat(ErrorsFile.of(folder.resolve("pupils.csv"))).isEqualTo(folder.resolve("pupils.csv.errors.csv"));
    }

    @Test
    void what_is_being_mended_stays_untouched() throws IOException {
        Files.createFile(folder.resolve("pupils.csv.errors.csv"));
        Files.createFile(folder.resolve("pupils.csv.errors-2.csv"));

        assertThat(ErrorsFile.of(folder.resolve("pupils.csv"))).isEqualTo(folder.resolve("pupils.csv.errors-3.csv"));
    }
}
