package kz.qadam.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Who may call what: every operation of the served OpenAPI documents, called as every kind of caller. */
@OnSuite
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AccessIT {

    private static final String HEADER = "service,method,path,caller,outcome";
    private static final Path TABLE = Repository.path("deploy/docs/access.csv");
    private static final Path SEEN = Path.of("target/access.csv");
    private static final String RENEW =
            "cp deploy/checks/system-tests/plain-suite/target/access.csv deploy/docs/access.csv";

    private final List<AccessCall> calls;

    AccessIT(Qadam qadam) throws IOException {
        this.calls = new AccessCrawl(ApiClient.of(qadam)).calls(AccessCaller.all(qadam));
    }

    @Test
    void every_operation_admits_those_whom_the_table_names() throws IOException {
        List<String> seen = Stream.concat(
                        Stream.of(HEADER), calls.stream().map(AccessCall::line).sorted())
                .toList();
        Files.write(SEEN, seen);

        List<String> table = Files.readAllLines(TABLE);

        assertThat(differences(table, seen))
                .as("What differs from deploy/docs/access.csv. If each line is as it should be: %s", RENEW)
                .isEmpty();
        assertThat(table).isEqualTo(seen);
    }

    private static List<String> differences(List<String> table, List<String> seen) {
        Set<String> expected = Set.copyOf(table);
        Set<String> found = Set.copyOf(seen);
        return Stream.concat(
                        table.stream().filter(line -> !found.contains(line)).map("- "::concat),
                        seen.stream().filter(line -> !expected.contains(line)).map("+ "::concat))
                .toList();
    }

    /** A client that is generated from the document is prepared for each refusal. */
    @Test
    void every_refusal_is_documented() {
        Map<String, Set<String>> undocumented = calls.stream()
                .filter(call -> !call.outcome().equals("allowed"))
                .flatMap(call -> call.statuses().stream()
                        .map(String::valueOf)
                        .filter(status -> !call.operation().answers().containsKey(status))
                        .map(status -> Map.entry(call.operation().toString(), status)))
                .collect(Collectors.groupingBy(
                        Map.Entry::getKey,
                        Collectors.mapping(Map.Entry::getValue, Collectors.toCollection(TreeSet::new))));

        assertThat(undocumented).isEmpty();
    }

    /** What is not offered without Keycloak (501) is no failure. */
    @Test
    void no_caller_makes_a_service_fail() {
        assertThat(calls)
                .hasSizeGreaterThan(700)
                .noneMatch(call -> call.statuses().stream().anyMatch(status -> status >= 500 && status != 501));
    }
}
