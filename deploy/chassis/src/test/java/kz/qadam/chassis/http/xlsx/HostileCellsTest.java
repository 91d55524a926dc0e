package kz.qadam.chassis.http.xlsx;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.stream.IntStream;
import kz.qadam.chassis.http.problem.ProblemType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Rows, cells and texts at the limits of a sheet, and beyond them. */
@Timeout(60)
class HostileCellsTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<row r='0'/>",
                "<row r='-1'/>",
                "<row r='1048577'/>",
                "<row r='2147483647'/><row/>",
                "<row r='99999999999'/>",
                "<row><c r='XFE1'/></row>",
                "<row><c r='ZZZZZZZZZZ1'/></row>",
                "<row><c r='1'/></row>",
                "<row><c r=''/></row>",
                "<row><c t='s'><v>99999999999</v></c></row>",
                "<row><c><v>1<x/></v></c></row>"
            })
    void what_lies_outside_every_sheet_makes_a_broken_file(String rows) {
        ReadFile.assertRefused(new Packed().sheet(rows), ProblemType.INVALID_REQUEST);
    }

    @Test
    void the_last_place_of_a_sheet_is_read() throws IOException {
        var rows = ReadFile.rows(new Packed()
                .sheet("<row r='1048576'><c r='XFD1048576'><v>7</v></c></row>")
                .bytes());

        assertThat(rows.get(1_048_576)).hasSize(16_384).endsWith("7");
    }

    @ParameterizedTest
    @ValueSource(strings = {"<c/>", "<c r='A1'/>"})
    void a_row_has_no_more_cells_than_excel_permits(String cell) {
        ReadFile.assertRefused(
                new Packed().sheet("<row>" + cell.repeat(16_385) + "</row>"), ProblemType.INVALID_REQUEST);
    }

    @Test
    void a_sheet_has_no_more_rows_than_excel_permits() {
        ReadFile.assertRefused(new Packed().sheet("<row/>".repeat(1_048_577)), ProblemType.INVALID_REQUEST);
    }

    @Test
    void wide_rows_do_not_take_more_memory_than_those_of_a_csv_could() {
        ReadFile.assertRefused(
                new Packed().sheet("<row><c r='A1'><v>1</v></c><c r='XFD1'><v>1</v></c></row>".repeat(10_000)),
                ProblemType.TOO_LARGE);
    }

    @Test
    void a_text_that_many_cells_repeat_does_not_take_more_memory_than_those_of_a_csv_could() {
        ReadFile.assertRefused(
                new Packed()
                        .texts("<si><t>" + "a".repeat(90_000) + "</t></si>")
                        .sheet("<row><c t='s'><v>0</v></c></row>".repeat(10_000)),
                ProblemType.TOO_LARGE);
    }

    @Test
    void a_text_in_a_hundred_thousand_pieces_is_read() throws IOException {
        String runs = ReadFile.repeated(100_000, i -> "<r><t>a</t></r>");

        assertThat(ReadFile.firstRow(new Packed()
                        .texts(ReadFile.repeated(3, i -> "<si>" + runs + "</si>"))
                        .sheet("<row><c t='s'><v>2</v></c><c t='inlineStr'><is>" + runs + "</is></c></row>")))
                .containsExactly("a".repeat(100_000), "a".repeat(100_000));
    }

    @Test
    void a_text_in_characters_of_their_own_is_read() throws IOException {
        String pieces = "a<!-- -->&#65;<![CDATA[<]]>".repeat(20_000);

        assertThat(ReadFile.firstRow(new Packed().sheet("<row><c t='str'><v>" + pieces + "</v></c></row>")))
                .containsExactly("aA<".repeat(20_000));
    }

    @Test
    void long_texts_are_found_in_any_order() throws IOException {
        Packed file = new Packed()
                .texts(ReadFile.repeated(
                        200, i -> "<si><t>" + i + "-" + "ә".repeat(i % 5 == 0 ? 30_000 : 3) + "</t></si>"))
                .sheet(ReadFile.repeated(200, i -> "<row><c t='s'><v>" + (i * 77 % 200) + "</v></c></row>"));

        assertThat(ReadFile.rows(file.bytes()).values())
                .extracting(cells -> cells.get(0).substring(0, cells.get(0).indexOf('-')))
                .containsExactlyElementsOf(
                        IntStream.range(0, 200).mapToObj(i -> "" + i * 77 % 200).toList());
    }

    @Test
    void as_many_texts_as_a_batch_can_unpack_are_no_burden() {
        assertThat(ReadFile.outcome(
                        new Packed()
                                .texts("<si/>".repeat(1_000_000))
                                .sheet("<row><c t='s'><v>999999</v></c></row>")
                                .bytes(),
                        UnpackingLimits.BATCH))
                .isNull();
    }
}
