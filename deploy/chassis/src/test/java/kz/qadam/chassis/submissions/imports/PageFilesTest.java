package kz.qadam.chassis.submissions.imports;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class PageFilesTest {

    private static final Path RESOURCES = Path.of("src/main/resources");
    private static final List<Path> SCRIPTS =
            List.of(RESOURCES.resolve("META-INF/qadam/page"), RESOURCES.resolve("META-INF/qadam/upload"));
    private static final Pattern DOMAIN =
            Pattern.compile("learner|enrol|completion|cohort|course", Pattern.CASE_INSENSITIVE);
    private static final Pattern SAID = Pattern.compile("\\bsay\\('([a-z-]+)'");

    static Stream<Path> files() throws IOException {
        return Stream.concat(SCRIPTS.stream(), Stream.of(RESOURCES.resolve("templates/upload")))
                .flatMap(PageFilesTest::in);
    }

    @ParameterizedTest
    @MethodSource("files")
    void no_file_of_the_page_has_a_word_of_the_domain(Path file) throws IOException {
        assertThat(Files.readString(file)).doesNotContainPattern(DOMAIN);
    }

    @Test
    void the_page_brings_the_sentences_of_its_script_and_no_others() throws IOException {
        Set<String> said = new TreeSet<>();
        for (Path script : SCRIPTS.stream().flatMap(PageFilesTest::in).toList()) {
            SAID.matcher(Files.readString(script)).results().forEach(found -> said.add(found.group(1)));
        }

        assertThat(UploadPage.OF_THE_SCRIPT).containsExactlyInAnyOrderElementsOf(said);
    }

    private static Stream<Path> in(Path directory) {
        try (Stream<Path> found = Files.list(directory)) {
            return found.toList().stream();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
