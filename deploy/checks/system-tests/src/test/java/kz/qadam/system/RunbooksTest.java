package kz.qadam.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What the pages for operators name, exists. */
class RunbooksTest {

    @Test
    void each_metric_is_in_the_table() throws IOException {
        assertThat(named("\\bqadam_\\w+"))
                .isNotEmpty()
                .allSatisfy(metric -> assertThat(MetricTable.seriesNames()).anyMatch(name -> name.startsWith(metric)));
    }

    @Test
    void each_command_exists() throws IOException {
        assertThat(named("(?<=\\./)deploy/[\\w/.-]*\\w"))
                .isNotEmpty()
                .allSatisfy(command ->
                        assertThat(Repository.path(command)).isRegularFile().isExecutable());
    }

    @Test
    void each_endpoint_exists() throws IOException {
        Set<String> endpoints = Files.readAllLines(Repository.path("deploy/docs/access.csv")).stream()
                .map(line -> line.split(",", -1)[2])
                .collect(Collectors.toSet());

        assertThat(named("/v1/[a-z/-]*[a-z]")).isNotEmpty().isSubsetOf(endpoints);
    }

    @Test
    void each_page_that_a_page_refers_to_exists() throws IOException {
        assertThat(named("(?<=\\()\\w+\\.md(?=\\))"))
                .isNotEmpty()
                .allSatisfy(page -> assertThat(runbooks().resolve(page)).exists());
    }

    /** What all pages have of this kind. */
    private static Set<String> named(String kind) throws IOException {
        Set<String> all = new TreeSet<>();
        try (Stream<Path> pages = Files.list(runbooks())) {
            for (Path page : pages.toList()) {
                Pattern.compile(kind).matcher(Files.readString(page)).results().forEach(one -> all.add(one.group()));
            }
        }
        return all;
    }

    private static Path runbooks() {
        return MetricTable.DIRECTORY.resolve("runbooks");
    }
}
