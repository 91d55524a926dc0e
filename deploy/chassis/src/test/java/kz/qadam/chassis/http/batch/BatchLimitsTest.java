package kz.qadam.chassis.http.batch;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import kz.qadam.chassis.base.language.Language;
import kz.qadam.chassis.http.problem.Problem;
import kz.qadam.chassis.http.problem.ProblemBody;
import kz.qadam.chassis.http.problem.ProblemType;
import kz.qadam.chassis.http.security.Submitter;
import kz.qadam.chassis.submissions.submission.BatchAnswer;
import kz.qadam.chassis.submissions.submission.BatchOptions;
import kz.qadam.chassis.submissions.submission.ItemVerdict;
import kz.qadam.chassis.submissions.submission.Outcome;
import kz.qadam.chassis.submissions.submission.ParsedItem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** How many items, values and faults a batch may have. */
class BatchLimitsTest {

    @ParameterizedTest
    @CsvSource({"text/csv, name, a", "application/x-ndjson, {}, {}"})
    void ten_thousand_items_are_the_most(String type, String first, String each) {
        String most = first + ("\n" + each).repeat(Batch.MOST_ITEMS - (type.equals("text/csv") ? 0 : 1));

        assertThat(ToyBatch.items(type, most)).hasSize(Batch.MOST_ITEMS);
        assertThat(catchThrowableOfType(Problem.class, () -> ToyBatch.items(type, most + "\n" + each))
                        .type())
                .isEqualTo(ProblemType.TOO_LARGE);
    }

    @Test
    void ten_thousand_elements_of_an_array_are_the_most() {
        String most = "[" + "{},".repeat(Batch.MOST_ITEMS - 1) + "{}";

        assertThat(ToyBatch.items("application/json", most + "]")).hasSize(Batch.MOST_ITEMS);
        // Counted while they are read: what comes behind them is not even looked at.
        assertThat(catchThrowableOfType(Problem.class, () -> ToyBatch.items("application/json", most + ",{} no JSON"))
                        .type())
                .isEqualTo(ProblemType.TOO_LARGE);
    }

    @ParameterizedTest
    @MethodSource("hostile")
    void more_values_than_an_honest_batch_has_are_too_large(String type, String body) {
        assertThat(catchThrowableOfType(Problem.class, () -> ToyBatch.items(type, body)))
                .satisfies(problem -> assertThat(problem.type()).isEqualTo(ProblemType.TOO_LARGE))
                .satisfies(problem ->
                        assertThat(problem.detail().orElseThrow().key()).isEqualTo("too-large/values"));
    }

    private static List<Arguments> hostile() {
        String values = "[{}" + ",{}".repeat(300_000) + "]";
        return List.of(
                Arguments.of("application/json", "[" + values + "]"),
                Arguments.of("application/x-ndjson", values),
                Arguments.of("text/csv", "name" + ",_".repeat(99) + ("\na" + ",b".repeat(99)).repeat(5_000)));
    }

    @Test
    void a_hundred_faults_of_an_item_are_listed_and_the_others_counted() {
        String members =
                IntStream.range(0, 250).mapToObj(i -> "\"m" + i + "\":1").collect(joining(","));
        ItemFields fields = ToyBatch.only(ToyBatch.items("application/json", "[{" + members + "}]"));
        fields.require("name");

        for (int again = 0; again < 2; again++) {
            Problem problem = fields.problem().orElseThrow();
            assertThat(problem.errors()).hasSize(100);
            assertThat(problem.errors().get(0).text().key()).isEqualTo("missing");
            assertThat(problem.moreFaults()).isEqualTo(151);
            assertThat(ProblemBody.of(problem, Language.EN).moreFaults()).isEqualTo(151);
            assertThat(ProblemBody.sentence(problem, Language.EN)).endsWith("And 151 more.");
        }
    }

    @Test
    void ten_thousand_faults_of_a_batch_are_listed_and_each_item_says_what_is_wrong() {
        String line =
                "{" + IntStream.range(0, 20).mapToObj(i -> "\"m" + i + "\":1").collect(joining(",")) + "}\n";
        List<Item> items = ToyBatch.items("application/x-ndjson", line.repeat(1_000));
        List<Outcome<String>> outcomes = items.stream()
                .<Outcome<String>>map(
                        item -> new Outcome.Rejected<>(item.fields().problem().orElseThrow()))
                .toList();

        List<ParsedItem<Object>> parsed = items.stream()
                .map(item -> new ParsedItem<>(item, null, Submitter.OFFICE, null, null, Optional.empty(), null))
                .toList();

        BatchAnswer answer = BatchAnswer.of(
                List.of("accepted"), BatchOptions.DEFAULT, parsed, outcomes, view -> null, view -> Map.of());

        List<ProblemBody> problems =
                answer.results().stream().map(ItemVerdict::problem).toList();
        assertThat(outcomes.stream()
                        .mapToInt(one -> ((Outcome.Rejected<String>) one)
                                .problem()
                                .errors()
                                .size())
                        .sum())
                .isLessThanOrEqualTo(11_000);
        assertThat(problems.stream().mapToInt(one -> one.errors().size()).sum()).isEqualTo(10_000);
        assertThat(problems)
                .allSatisfy(one -> assertThat(one.errors().size() + more(one)).isEqualTo(20));
        assertThat(problems).allSatisfy(one -> assertThat(one.errors()).isNotEmpty());
    }

    private static int more(ProblemBody problem) {
        return problem.moreFaults() == null ? 0 : problem.moreFaults();
    }
}
