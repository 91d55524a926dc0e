package kz.qadam.chassis.http.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.tuple;

import jakarta.ws.rs.core.MediaType;
import java.io.ByteArrayInputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import kz.qadam.chassis.base.language.Language;
import kz.qadam.chassis.http.batch.ItemReader;
import kz.qadam.chassis.http.problem.Fault;
import kz.qadam.chassis.http.problem.Problem;
import kz.qadam.chassis.http.problem.ProblemType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BodyRowsTest {

    private record Made(LocalDate day) {}

    private record Toy(String name, String city, Made made) {}

    private static final Columns COLUMNS = ItemReader.of(Toy.class).columns();

    private static BodyRows open(String type, byte[] body) {
        return BodyRows.of(new ByteArrayInputStream(body), MediaType.valueOf(type), COLUMNS);
    }

    private static BodyRows csv(String text) {
        return open("text/csv", text.getBytes(StandardCharsets.UTF_8));
    }

    private static List<Row> rows(BodyRows rows) {
        List<Row> read = new ArrayList<>();
        rows.forEachRemaining(read::add);
        return read;
    }

    private static Problem refusal(String type, byte[] body) {
        return catchThrowableOfType(Problem.class, () -> rows(open(type, body)));
    }

    private static Problem refusal(String csv) {
        return refusal("text/csv", csv.getBytes(StandardCharsets.UTF_8));
    }

    @ParameterizedTest
    @ValueSource(strings = {",", ";", "\t"})
    void cells_are_parted_by_what_the_header_row_holds_most_of(String separator) {
        BodyRows rows = csv("name,city,day\nAigerim,\"Almaty, Astana; or both\t\",1\n"
                .replace("e,c", "e" + separator + "c")
                .replace("y,d", "y" + separator + "d")
                .replace("m,\"", "m" + separator + "\"")
                .replace("\",1", "\"" + separator + "1"));

        assertThat(rows.layout()).isEqualTo(new Layout(List.of("name", "city", "day"), separator.charAt(0)));
        assertThat(rows.next().cells()).containsExactly("Aigerim", "Almaty, Astana; or both\t", "1");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\n", "\r\n", "\r"})
    void lines_may_end_in_any_way_and_a_quoted_cell_may_hold_several(String end) {
        String text = "name,city\na,\"b\n\nc\"\n\n,\nd,e\n".replace("\n", end);

        assertThat(rows(csv(text)))
                .containsExactly(Row.of(2, List.of("a", "b\n\nc".replace("\n", end))), Row.of(7, List.of("d", "e")));
    }

    @Test
    void letters_are_those_of_every_language_with_a_mark_or_without() {
        String text = "city,name\nҚарағанды,Әлия Ыбырайқызы\nОрёл,Жорж\nNew York,Zoë 😀\n";

        assertThat(rows(csv("\uFEFF" + text)))
                .isEqualTo(rows(csv(text)))
                .extracting(row -> row.cells().get(1))
                .containsExactly("Әлия Ыбырайқызы", "Жорж", "Zoë 😀");
    }

    @Test
    void the_line_that_tells_excel_the_separator_is_obeyed() {
        BodyRows rows = csv("sep=;\r\nname;city\r\na,b,c,d;e\r\n");

        assertThat(rows.layout().separator()).isEqualTo(';');
        assertThat(rows.next()).isEqualTo(Row.of(3, List.of("a,b,c,d", "e")));
    }

    @Test
    void a_row_may_be_shorter_or_longer_than_the_header_row() {
        assertThat(rows(csv("name,city\na\nb,c,d\n")))
                .containsExactly(Row.of(2, List.of("a")), Row.of(3, List.of("b", "c", "d")));
    }

    @Test
    void columns_without_a_name_at_the_end_are_no_columns() {
        assertThat(csv(" name ;city;; ;\na;b;;;\n").layout().header()).containsExactly("name", "city");
    }

    @Test
    void each_line_that_is_not_blank_holds_one_json_object() {
        BodyRows rows = open(
                "application/x-ndjson; charset=x", "\uFEFF{\"a\": 1}\r\n\n {\"b\"".getBytes(StandardCharsets.UTF_8));

        assertThat(rows.layout().isTable()).isFalse();
        assertThat(rows(rows)).containsExactly(Row.ofJson(1, "{\"a\": 1}"), Row.ofJson(3, "{\"b\""));
    }

    @ParameterizedTest
    @ValueSource(strings = {"windows-1251", "UTF-16", "UTF-16LE", "ISO-8859-5"})
    void another_encoding_is_refused_wherever_it_shows(String encoding) {
        byte[] text = ("name,city\n" + "a,b\n".repeat(10_000) + "Айгерім,Алматы\n").getBytes(Charset.forName(encoding));

        assertThat(refusal("text/csv", text))
                .returns(ProblemType.ENCODING, Problem::type)
                .hasMessageContaining("CSV UTF-8");
        assertThat(refusal("application/x-ndjson", text).type()).isEqualTo(ProblemType.ENCODING);
    }

    @Test
    void a_character_cut_off_at_the_end_is_refused() {
        byte[] text = "name\nҚ".getBytes(StandardCharsets.UTF_8);

        assertThat(refusal("text/csv", Arrays.copyOf(text, text.length - 1)).type())
                .isEqualTo(ProblemType.ENCODING);
    }

    @Test
    void a_zero_character_is_refused_wherever_it_is() {
        assertThat(refusal("name\n" + "a\n".repeat(50_000) + "b\0\n").type()).isEqualTo(ProblemType.ENCODING);
    }

    @Test
    void every_wrong_name_in_the_header_row_is_named_at_once() {
        assertThat(refusal("nom,_note,name,name,CITY\na\n").errors())
                .extracting(Fault::column, fault -> fault.text().code())
                .containsExactly(
                        tuple("nom", "unknown-column"),
                        tuple("name", "doubled-column"),
                        tuple("CITY", "unknown-column"));
    }

    @Test
    void a_name_in_other_letters_is_answered_with_the_right_one() {
        assertThat(refusal("NAME\na\n").errors())
                .singleElement()
                .satisfies(fault -> assertThat(fault.text().in(Language.EN)).contains("“name”"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\n\n", "\uFEFF", "name,city\n", "name,city\n,\n\n ,\n", "sep=;\n", "sep=;\nname"})
    void what_holds_no_row_is_refused(String text) {
        assertThat(refusal(text).errors())
                .extracting(fault -> fault.text().code())
                .containsExactly("empty");
    }

    @ParameterizedTest
    @ValueSource(strings = {"name\na\nb\n\"c\nd\ne\n", "name\na\nb\n\"c\"d\ne\n"})
    void a_quote_out_of_place_is_refused_with_its_line(String text) {
        assertThat(refusal(text).errors()).singleElement().satisfies(fault -> {
            assertThat(fault.text().code()).isEqualTo("malformed");
            assertThat(fault.text().in(Language.EN)).contains("line 4");
        });
    }

    @Test
    void a_row_that_ends_with_a_quote_is_right_without_a_line_end() {
        assertThat(rows(csv("name\n\"a\"\n\"b \"\"c\"\"\"")))
                .extracting(row -> row.cells().get(0))
                .containsExactly("a", "b \"c\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"", "{"})
    void a_row_without_an_end_does_not_take_all_memory(String begin) {
        String text = "name\n" + begin + "x".repeat(3_000_000);

        assertThat(refusal(
                                begin.equals("{") ? "application/x-ndjson" : "text/csv",
                                text.getBytes(StandardCharsets.UTF_8))
                        .type())
                .isEqualTo(ProblemType.INVALID_REQUEST);
    }

    @Test
    void a_row_of_cells_without_end_does_not_take_all_memory() {
        assertThat(refusal("name\n" + ",".repeat(3_000_000)).errors())
                .extracting(fault -> fault.text().code())
                .containsExactly("too-long");
    }

    @Test
    void a_file_of_line_ends_is_empty() {
        assertThat(refusal("\n".repeat(200_000)).errors())
                .extracting(fault -> fault.text().code())
                .containsExactly("empty");
    }

    @Test
    void there_may_be_a_blank_row_above_the_header_row() {
        assertThat(rows(csv(",,\nname,city,day\na,b,c\n"))).containsExactly(Row.of(3, List.of("a", "b", "c")));
    }

    @Test
    void a_spreadsheet_sent_as_a_text_is_answered_with_its_media_type() {
        assertThat(refusal("PK\3\4 and so on"))
                .returns(ProblemType.UNSUPPORTED_MEDIA, Problem::type)
                .hasMessageContaining(BodyRows.XLSX);
    }

    @Test
    void an_old_spreadsheet_sent_as_a_text_is_answered_with_how_to_save_it() {
        byte[] begin = {(byte) 0xd0, (byte) 0xcf, 0x11, (byte) 0xe0, (byte) 0xa1, (byte) 0xb1};

        assertThat(refusal("text/csv", begin))
                .returns(ProblemType.UNSUPPORTED_MEDIA, Problem::type)
                .hasMessageContaining(".xls");
    }

    @Test
    void other_media_types_are_not_read() {
        assertThat(refusal("text/plain", new byte[0]).type()).isEqualTo(ProblemType.UNSUPPORTED_MEDIA);
    }
}
