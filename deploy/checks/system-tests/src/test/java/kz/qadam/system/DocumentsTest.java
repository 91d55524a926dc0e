package kz.qadam.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Who follows a link or a path of a document arrives, and a page for readers can be read whole. */
class DocumentsTest {

    private static final Path DEPLOY = Repository.path("deploy");
    private static final Path DECISIONS = DEPLOY.resolve("decisions");

    private static final Pattern LINK = Pattern.compile("]\\((?!\\w+:)([^)\\s#]+)");
    private static final Pattern PATH = Pattern.compile("(?<![\\w/])deploy/[\\w./-]*\\w");

    private static final Pattern TEST = Pattern.compile("`([A-Z][a-z]\\w*(?:Test|IT))`");

    /** What commands make. */
    private static final Pattern MADE = Pattern.compile(".*/(target|\\.data)(/.*)?");

    @Test
    void each_link_leads_to_a_file_or_a_folder() throws IOException {
        List<String> broken = new ArrayList<>();
        for (Path document : documents()) {
            named(LINK, document)
                    .map(link -> link.group(1))
                    .filter(link -> !Files.exists(document.resolveSibling(link)))
                    .forEach(link -> broken.add(document + ": " + link));
        }

        assertThat(broken).isEmpty();
    }

    @Test
    void each_path_of_this_tree_exists() throws IOException {
        List<String> missing = new ArrayList<>();
        for (Path document : documents()) {
            named(PATH, document)
                    .map(MatchResult::group)
                    .filter(path -> !MADE.matcher(path).matches() && !Files.exists(Repository.path(path)))
                    .forEach(path -> missing.add(document + ": " + path));
        }

        assertThat(missing).isEmpty();
    }

    @Test
    void each_test_that_a_document_names_is_in_the_tree() throws IOException {
        Set<String> classes = Repository.classes();
        List<String> missing = new ArrayList<>();
        for (Path document : documents()) {
            named(TEST, document)
                    .map(test -> test.group(1))
                    .filter(test -> !classes.contains(test))
                    .forEach(test -> missing.add(document + ": " + test));
        }

        assertThat(missing).isEmpty();
    }

    @Test
    void each_decision_is_in_the_index_once() throws IOException {
        List<String> decisions;
        try (Stream<Path> files = Files.list(DECISIONS)) {
            decisions = files.map(file -> file.getFileName().toString())
                    .filter(name -> !name.equals("README.md"))
                    .toList();
        }

        assertThat(named(LINK, DECISIONS.resolve("README.md")).map(link -> link.group(1)))
                .containsExactlyInAnyOrderElementsOf(decisions);
    }

    @ParameterizedTest
    @MethodSource("kz.qadam.system.Pages#toRead")
    void a_page_can_be_read_in_a_few_minutes(Path page) throws IOException {
        List<String> lines = Files.readAllLines(page);

        assertThat(lines).hasSizeLessThanOrEqualTo(120);
        assertThat(lines)
                .filteredOn(line -> line.codePointCount(0, line.length()) > 120)
                .isEmpty();
        assertThat(String.join(" ", lines).split("\\s+", -1)).hasSizeLessThanOrEqualTo(1_600);
    }

    private static List<Path> documents() throws IOException {
        try (Stream<Path> files = Files.walk(DEPLOY)) {
            List<Path> documents = files.filter(file -> file.toString().endsWith(".md"))
                    .filter(file -> !file.toString().matches(".*/(target|node_modules|\\.data[^/]*)/.*"))
                    .toList();
            assertThat(documents).hasSizeGreaterThan(200);
            return Stream.concat(Stream.of(Repository.path("README.md")), documents.stream())
                    .toList();
        }
    }

    private static Stream<MatchResult> named(Pattern kind, Path document) throws IOException {
        return kind.matcher(Files.readString(document)).results();
    }
}
