package kz.qadam.chassis.http.batch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import jakarta.ws.rs.core.MediaType;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import kz.qadam.chassis.base.language.Language;
import kz.qadam.chassis.http.problem.Problem;
import kz.qadam.chassis.http.problem.ProblemType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BatchTest {

    @Test
    void a_row_reads_as_the_object_that_says_the_same() {
        ItemFields row = ToyBatch.only(ToyBatch.csv("city;name\u00a0;_note\nАлматы;\u00a0 Әлия\u200b ;x\n"));
        ItemFields object = ToyBatch.only(
                ToyBatch.items("application/json", "[{\"name\": \"Әлия\", \"address\": {\"city\": \"Алматы\"}}]"));

        for (ItemFields fields : List.of(row, object)) {
            assertThat(fields.text("name", 10)).isEqualTo("Әлия");
            assertThat(fields.object("address").orElseThrow().text("city", 10)).isEqualTo("Алматы");
            assertThat(fields.problem()).isEmpty();
        }
    }

    @Test
    void an_empty_cell_and_a_missing_column_say_nothing() {
        ItemFields row = ToyBatch.only(ToyBatch.csv("name,size\n ,3\n"));

        assertThat(row.text("name", 10)).isNull();
        assertThat(row.object("address")).isEmpty();
    }

    @Test
    void all_that_is_wrong_with_a_row_is_named_at_once_by_column() {
        ItemFields row = ToyBatch.only(ToyBatch.csv("street,size,day\n" + "x".repeat(20) + ",many,02/01/2026\n"));

        row.require("name");
        row.decimal("size");
        row.date("day");
        row.object("address").orElseThrow().text("street", 10);

        assertThat(ToyBatch.faults(row))
                .containsExactly("name missing", "size wrong-type/number", "day date/row-value", "street length");
    }

    @Test
    void what_several_columns_tell_is_wrong_in_the_one_that_is_filled_in() {
        ItemFields filledIn = ToyBatch.only(ToyBatch.csv("city,street\n,Abai\n"));
        ItemFields empty = ToyBatch.only(ToyBatch.csv("name\nx\n"));

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
        assertThat(ToyBatch.only(ToyBatch.csv("day\n" + written + "\n")).date("day"))
                .isEqualTo(day);
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
        assertThat(ToyBatch.only(ToyBatch.csv("size;name\n" + written + ";a\n")).decimal("size"))
                .isEqualTo(number);
    }

    @Test
    void a_row_with_too_many_cells_hurts_itself_alone() {
        List<Item> items = ToyBatch.csv("name,city\nИванов, Иван,Орал\nа,б\n");

        assertThat(ToyBatch.faults(items.get(0).fields())).containsExactly("null too-many-cells");
        assertThat(items.get(1).fields().text("name", 10)).isEqualTo("а");
    }

    @Test
    void each_element_of_an_array_is_read_by_itself() {
        List<Item> items = ToyBatch.items(
                "application/json",
                "\uFEFF [{\"name\": \"Ә😀\"},{\"name\": 1, \"name\": 2}, 7 ,\"a\",[[]],null,{\"name\": \"ы\"}] ");

        assertThat(items).extracting(Item::index).containsExactly(0, 1, 2, 3, 4, 5, 6);
        assertThat(items).extracting(Item::line).containsOnlyNulls();
        assertThat(items.get(0).fields().text("name", 10)).isEqualTo("Ә😀");
        assertThat(items.subList(1, 6))
                .flatExtracting(item -> ToyBatch.faults(item.fields()))
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
        assertThat(catchThrowableOfType(Problem.class, () -> ToyBatch.items("application/json", body))
                        .type())
                .isEqualTo(ProblemType.INVALID_REQUEST);
    }

    @Test
    void each_line_is_read_by_itself() {
        List<Item> items = ToyBatch.items("application/x-ndjson", "{\"name\": \"a\"}\n\n{\"name\"\n{} {}\n");

        assertThat(items).extracting(Item::line).containsExactly(1, 3, 4);
        assertThat(items.get(0).fields().text("name", 10)).isEqualTo("a");
        assertThat(items.get(1).fields().problem().orElseThrow().errors())
                .singleElement()
                .satisfies(fault -> assertThat(fault.text().in(Language.EN)).contains("line 3"));
        assertThat(ToyBatch.faults(items.get(2).fields()))
                .singleElement()
                .asString()
                .startsWith(" malformed");
    }

    @Test
    void another_encoding_is_refused_in_json_too() {
        byte[] body = "[{\"name\": \"Әлия\"}]".getBytes(StandardCharsets.UTF_16LE);

        assertThat(catchThrowableOfType(
                                Problem.class,
                                () -> ToyBatch.BATCH.items(body, MediaType.APPLICATION_JSON_TYPE, ToyBatch.COLUMNS))
                        .type())
                .isEqualTo(ProblemType.ENCODING);
    }
}
