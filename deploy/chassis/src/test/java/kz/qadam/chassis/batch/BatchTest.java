package kz.qadam.chassis.batch;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import jakarta.ws.rs.core.MediaType;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import kz.qadam.chassis.body.CurrentBody;
import kz.qadam.chassis.language.Language;
import kz.qadam.chassis.problem.Problem;
import kz.qadam.chassis.problem.ProblemBody;
import kz.qadam.chassis.problem.ProblemType;
import kz.qadam.chassis.security.Submitter;
import kz.qadam.chassis.submission.BatchAnswer;
import kz.qadam.chassis.submission.BatchOptions;
import kz.qadam.chassis.submission.Outcome;
import kz.qadam.chassis.submission.ParsedItem;
import kz.qadam.chassis.submission.Verdict;
import kz.qadam.chassis.table.Columns;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class BatchTest {

    private record Address(String city, String street) {}

    private record Toy(String name, BigDecimal size, LocalDate day, Address address) {}

    private static final Columns COLUMNS = Form.of(Toy.class).columns();

    private static final ObjectMapper JSON = new ObjectMapper()
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION);

    private static final Batch BATCH = new Batch(new Items(JSON), JSON, new CurrentBody(new CurrentVertxRequest()));

    private static List<Item> items(String type, String body) {
        return BATCH.items(body.getBytes(StandardCharsets.UTF_8), MediaType.valueOf(type), COLUMNS);
    }

    private static List<Item> csv(String body) {
        return items("text/csv", body);
    }

    private static Fields only(List<Item> items) {
        assertThat(items).hasSize(1);
        return items.get(0).fields();
    }

    private static List<String> faults(Fields fields) {
        return fields.problem().map(Problem::errors).orElse(List.of()).stream()
                .map(fault -> (fault.column() == null ? fault.pointer() : fault.column()) + " "
                        + fault.text().key())
                .toList();
    }

    @Test
    void a_row_reads_as_the_object_that_says_the_same() {
        Fields row = only(csv("city;name\u00a0;_note\nАлматы;\u00a0 Әлия\u200b ;x\n"));
        Fields object = only(items("application/json", "[{\"name\": \"Әлия\", \"address\": {\"city\": \"Алматы\"}}]"));

        for (Fields fields : List.of(row, object)) {
            assertThat(fields.text("name", 10)).isEqualTo("Әлия");
            assertThat(fields.object("address").orElseThrow().text("city", 10)).isEqualTo("Алматы");
            assertThat(fields.problem()).isEmpty();
        }
    }

    @Test
    void an_empty_cell_and_a_missing_column_say_nothing() {
        Fields row = only(csv("name,size\n ,3\n"));

        assertThat(row.text("name", 10)).isNull();
        assertThat(row.object("address")).isEmpty();
    }

    @Test
    void all_that_is_wrong_with_a_row_is_told_at_once_by_column() {
        Fields row = only(csv("street,size,day\n" + "x".repeat(20) + ",many,02/01/2026\n"));

        row.require("name");
        row.decimal("size");
        row.date("day");
        row.object("address").orElseThrow().text("street", 10);

        assertThat(faults(row))
                .containsExactly("name missing", "size wrong-type/number", "day date/row", "street length");
    }

    @Test
    void what_several_columns_tell_is_wrong_in_the_one_that_is_filled_in() {
        Fields filledIn = only(csv("city,street\n,Abai\n"));
        Fields empty = only(csv("name\nx\n"));

        assertThat(filledIn.fault("address", "missing").column()).isEqualTo("street");
        assertThat(empty.fault("address", "missing").column()).isEqualTo("city");
        assertThat(empty.fault("house", "missing").column()).isNull();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "2026-02-01|2026-02-01",
                "01.02.2026|2026-02-01",
                "1.2.2026|2026-02-01",
                "31.02.2026|",
                "02/01/2026|"
            })
    void days_are_read_as_programs_and_as_people_write_them(String written, LocalDate day) {
        assertThat(only(csv("day\n" + written + "\n")).date("day")).isEqualTo(day);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "0,87|0.87",
                "0.87|0.87",
                "1|1",
                "0.666666666666667|0.666666666666667",
                "8,05E+10|",
                "1 000|",
                "87 %|"
            })
    void numbers_are_read_with_a_comma_too(String written, BigDecimal number) {
        assertThat(only(csv("size;name\n" + written + ";a\n")).decimal("size")).isEqualTo(number);
    }

    @Test
    void a_row_with_too_many_cells_hurts_itself_alone() {
        List<Item> items = csv("name,city\nИванов, Иван,Орал\nа,б\n");

        assertThat(faults(items.get(0).fields())).containsExactly("null too-many-cells");
        assertThat(items.get(1).fields().text("name", 10)).isEqualTo("а");
    }

    @Test
    void each_element_of_an_array_is_read_by_itself() {
        List<Item> items = items(
                "application/json",
                "\uFEFF [{\"name\": \"Ә😀\"},{\"name\": 1, \"name\": 2}, 7 ,\"a\",[[]],null,{\"name\": \"ы\"}] ");

        assertThat(items).extracting(Item::index).containsExactly(0, 1, 2, 3, 4, 5, 6);
        assertThat(items).extracting(Item::line).containsOnlyNulls();
        assertThat(items.get(0).fields().text("name", 10)).isEqualTo("Ә😀");
        assertThat(items.subList(1, 6))
                .flatExtracting(item -> faults(item.fields()))
                .containsExactly(
                        " malformed/doubled",
                        " wrong-type/item",
                        " wrong-type/item",
                        " wrong-type/item",
                        " wrong-type/item");
        assertThat(items.get(6).fields().text("name", 10)).isEqualTo("ы");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{}", "[", "[{}", "[{}] x", "[]", "[{\"a\":}]"})
    void what_is_no_array_of_items_is_refused_as_a_whole(String body) {
        assertThat(catchThrowableOfType(Problem.class, () -> items("application/json", body))
                        .type())
                .isEqualTo(ProblemType.INVALID_REQUEST);
    }

    @Test
    void each_line_is_read_by_itself() {
        List<Item> items = items("application/x-ndjson", "{\"name\": \"a\"}\n\n{\"name\"\n{} {}\n");

        assertThat(items).extracting(Item::line).containsExactly(1, 3, 4);
        assertThat(items.get(0).fields().text("name", 10)).isEqualTo("a");
        assertThat(items.get(1).fields().problem().orElseThrow().errors())
                .singleElement()
                .satisfies(fault -> assertThat(fault.text().in(Language.EN)).contains("line 3"));
        assertThat(faults(items.get(2).fields())).singleElement().asString().startsWith(" malformed");
    }

    @ParameterizedTest
    @CsvSource({"text/csv, name, a", "application/x-ndjson, {}, {}"})
    void ten_thousand_items_are_the_most(String type, String first, String each) {
        String most = first + ("\n" + each).repeat(Batch.MOST_ITEMS - (type.equals("text/csv") ? 0 : 1));

        assertThat(items(type, most)).hasSize(Batch.MOST_ITEMS);
        assertThat(catchThrowableOfType(Problem.class, () -> items(type, most + "\n" + each))
                        .type())
                .isEqualTo(ProblemType.TOO_LARGE);
    }

    @Test
    void ten_thousand_elements_of_an_array_are_the_most() {
        String most = "[" + "{},".repeat(Batch.MOST_ITEMS - 1) + "{}";

        assertThat(items("application/json", most + "]")).hasSize(Batch.MOST_ITEMS);
        // Counted while they are read: what comes behind them is not even looked at.
        assertThat(catchThrowableOfType(Problem.class, () -> items("application/json", most + ",{} no JSON"))
                        .type())
                .isEqualTo(ProblemType.TOO_LARGE);
    }

    @ParameterizedTest
    @MethodSource("hostile")
    void more_values_than_an_honest_batch_has_are_too_large(String type, String body) {
        assertThat(catchThrowableOfType(Problem.class, () -> items(type, body)))
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
        Fields fields = only(items("application/json", "[{" + members + "}]"));
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
        List<Item> items = items("application/x-ndjson", line.repeat(1_000));
        List<Outcome<String>> outcomes = items.stream()
                .<Outcome<String>>map(
                        item -> new Outcome.Rejected<>(item.fields().problem().orElseThrow()))
                .toList();

        List<ParsedItem<Object>> parsed = items.stream()
                .map(item -> new ParsedItem<>(item, null, Submitter.OFFICE, null, null, Optional.empty(), null))
                .toList();

        BatchAnswer answer =
                BatchAnswer.of(List.of("accepted"), BatchOptions.DEFAULT, parsed, outcomes, view -> Map.of());

        List<ProblemBody> problems =
                answer.results().stream().map(Verdict::problem).toList();
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

    @Test
    void another_encoding_is_refused_in_json_too() {
        byte[] body = "[{\"name\": \"Әлия\"}]".getBytes(StandardCharsets.UTF_16LE);

        assertThat(catchThrowableOfType(
                                Problem.class, () -> BATCH.items(body, MediaType.APPLICATION_JSON_TYPE, COLUMNS))
                        .type())
                .isEqualTo(ProblemType.ENCODING);
    }
}
