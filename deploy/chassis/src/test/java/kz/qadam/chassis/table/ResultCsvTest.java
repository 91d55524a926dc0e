package kz.qadam.chassis.table;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.ws.rs.core.MediaType;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class ResultCsvTest {

    private static final Columns COLUMNS = Columns.of("name", "size").and("city", "/address/city");

    private static String answered(Layout layout, Row... rows) {
        var out = new ByteArrayOutputStream();
        try (var csv = new ResultCsv(out, layout, COLUMNS, List.of("_line", "_status"))) {
            for (Row row : rows) {
                csv.write(row, List.of(row.line() + "", "rejected"));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toString(StandardCharsets.UTF_8);
    }

    @Test
    void a_table_keeps_its_columns_their_order_and_its_separator() {
        Layout layout = new Layout(List.of("city", "_mine", "name"), ';');

        assertThat(answered(layout, Row.of(2, List.of("Ақтау", "a;b", "\"Жан\",\nи"))))
                .isEqualTo("\uFEFFcity;_mine;name;_line;_status\r\nАқтау;\"a;b\";\"\"\"Жан\"\",\nи\";2;rejected\r\n");
    }

    @Test
    void the_notes_of_an_earlier_answer_are_replaced() {
        Layout layout = new Layout(List.of("_status", "name", "_line", "_id"), ',');

        assertThat(answered(layout, Row.of(7, List.of("accepted", "a", "3", "x"))))
                .isEqualTo("\uFEFFname,_id,_line,_status\r\na,x,7,rejected\r\n");
    }

    @Test
    void a_row_of_another_width_loses_nothing() {
        Layout layout = new Layout(List.of("name", "city"), '\t');

        assertThat(answered(layout, Row.of(2, List.of("a")), Row.of(3, List.of("a", "b", "c"))))
                .isEqualTo("\uFEFFname\tcity\t_line\t_status\r\na\t\t2\trejected\r\na\tb\t3\trejected\tc\r\n");
    }

    @Test
    void json_objects_are_laid_out_in_the_columns_and_what_cannot_be_read_is_left_empty() {
        String answer = answered(
                Layout.JSON,
                Row.ofJson(1, "{\"size\": 0.5, \"address\": {\"city\": \"Орал\"}, \"other\": 1, \"name\": null}"),
                Row.ofJson(2, "{\"name\": [1, true], \"size\": {"),
                Row.ofJson(3, "{\"name\": [1, true]}"));

        assertThat(answer.lines())
                .containsExactly(
                        "\uFEFFname,size,city,_line,_status",
                        ",0.5,Орал,1,rejected",
                        ",,,2,rejected",
                        "\"[1,true]\",,,3,rejected");
    }

    @Test
    void what_was_answered_can_be_sent_again() {
        Layout layout = new Layout(List.of("name", "_x"), ';');
        Row row = Row.of(2, List.of(" Әйгерім; \"A\" ", "\r\n"));

        Rows again = Rows.of(
                new ByteArrayInputStream(answered(layout, row).getBytes(StandardCharsets.UTF_8)),
                MediaType.valueOf("text/csv"),
                COLUMNS);

        assertThat(again.next().cells()).startsWith(row.cells().toArray(String[]::new));
    }
}
