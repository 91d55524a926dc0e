package kz.qadam.chassis.http.table;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.ws.rs.core.MediaType;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import kz.qadam.chassis.http.batch.InColumn;
import kz.qadam.chassis.http.batch.ItemReader;
import org.junit.jupiter.api.Test;

class ResultCsvTest {

    private record Address(String city) {}

    private record Toy(String name, Integer size, Address address) {}

    private record Owner(
            String name,
            Integer size,
            @InColumn(isForNumbers = true) String iin) {}

    private static final Columns COLUMNS = ItemReader.of(Toy.class).columns();

    private static String answered(Layout layout, Row... rows) {
        return answered(COLUMNS, layout, rows);
    }

    private static String answered(Columns columns, Layout layout, Row... rows) {
        var out = new ByteArrayOutputStream();
        try (var csv = new ResultCsv(out, layout, columns, List.of("_line", "_status"))) {
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
    void a_table_that_was_answered_can_be_sent_again() {
        Layout layout = new Layout(List.of("name", "_x"), ';');
        Row row = Row.of(2, List.of(" Әйгерім; \"A\" ", "\r\n"));

        assertThat(read(answered(layout, row)).next().cells())
                .startsWith(row.cells().toArray(String[]::new));
    }

    private static final String NUMBER = "991231100010";

    @Test
    void a_number_of_a_person_comes_back_only_from_the_column_that_is_meant_for_it() {
        Layout layout = new Layout(List.of("iin", "name", "_mine"), ',');

        assertThat(answered(
                        ItemReader.of(Owner.class).columns(),
                        layout,
                        Row.of(2, List.of(NUMBER, "of " + NUMBER, "9912311 00010", NUMBER))))
                .endsWith(NUMBER + ",,9912311 00010,2,rejected,\r\n");
    }

    @Test
    void a_number_of_a_person_comes_back_only_from_the_member_that_is_meant_for_it() {
        assertThat(answered(
                        ItemReader.of(Owner.class).columns(),
                        Layout.JSON,
                        Row.ofJson(1, "{\"name\": \"991231 100010\", \"iin\": \"" + NUMBER + "\"}")))
                .endsWith("\r\n,," + NUMBER + ",1,rejected\r\n");
    }

    private static final List<Row> FORMULAS = List.of(
            Row.of(2, List.of("=1+1", "-0.5")),
            Row.of(3, List.of("@SUM(A1)", "'=quoted")),
            Row.of(4, List.of("+7 701", "it's")),
            Row.of(5, List.of("\tx", "'so'")));

    private static String answeredFormulas() {
        return answered(new Layout(List.of("name", "city"), ','), FORMULAS.toArray(Row[]::new));
    }

    @Test
    void no_cell_is_a_formula() {
        assertThat(answeredFormulas())
                .contains("\r\n'=1+1,'-0.5,", "\r\n'@SUM(A1),''=quoted,", "\r\n'+7 701,it's,", "\r\n'\tx,'so',");
    }

    @Test
    void a_cell_that_looked_like_a_formula_can_be_sent_again_as_it_is() {
        BodyRows again = read(answeredFormulas());

        for (Row row : FORMULAS) {
            assertThat(again.next().cells()).startsWith(row.cells().toArray(String[]::new));
        }
    }

    private static BodyRows read(String answer) {
        return BodyRows.of(
                new ByteArrayInputStream(answer.getBytes(StandardCharsets.UTF_8)),
                MediaType.valueOf("text/csv"),
                COLUMNS);
    }
}
