package kz.qadam.chassis.http.xlsx;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import kz.qadam.chassis.http.problem.ProblemType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Styles and formats that are made to take memory or time. */
@Timeout(60)
class HostileStylesTest {

    static Packed withStyles(String styles) {
        return new Packed()
                .part(
                        "xl/_rels/workbook.xml.rels",
                        Packed.references("worksheet", "/" + Packed.SHEET, "styles", "styles.xml"))
                .part("xl/styles.xml", "<styleSheet>" + styles + "</styleSheet>")
                .sheet("<row><c s='0'><v>7</v></c></row>");
    }

    @Test
    void styles_that_unpack_to_more_than_two_mebibytes_are_too_large() {
        ReadFile.assertRefused(
                withStyles("<cellXfs>" + "<xf/>".repeat(1_000_000) + "</cellXfs>"), ProblemType.TOO_LARGE);
    }

    @Test
    void as_many_formats_are_read_as_excel_permits() throws IOException {
        String all = "<xf/>".repeat(65_489) + "<xf numFmtId='14'/>";

        assertThat(ReadFile.firstRow(
                        withStyles("<cellXfs>" + all + "</cellXfs>").sheet("<row><c s='65489'><v>1</v></c></row>")))
                .containsExactly("1900-01-01");
    }

    @Test
    void more_formats_than_excel_permits_are_too_large() {
        ReadFile.assertRefused(withStyles("<cellXfs>" + "<xf/>".repeat(65_491) + "</cellXfs>"), ProblemType.TOO_LARGE);
    }

    @Test
    void descriptions_of_formats_are_limited_too() {
        ReadFile.assertRefused(
                withStyles(ReadFile.repeated(65_491, id -> "<numFmt numFmtId='" + id + "'/>")), ProblemType.TOO_LARGE);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "formatCode=''",
                "formatCode=';'",
                "formatCode='&quot;'",
                "formatCode='['",
                "formatCode='\\'",
                "formatCode='&#10;'",
                "formatCode='&quot;d;m&quot;0'",
                "formatCode='[Red'"
            })
    void an_unusual_format_shows_a_number_as_it_is(String code) throws IOException {
        assertThat(ReadFile.firstRow(withStyles(
                        "<numFmt numFmtId='164' %s/><cellXfs><xf numFmtId='164'/></cellXfs>".formatted(code))))
                .containsExactly("7");
    }

    @ParameterizedTest
    @ValueSource(strings = {"-1", "x", "", "4294967295", "99999999999"})
    void a_format_that_nobody_knows_shows_a_number_as_it_is(String number) throws IOException {
        assertThat(ReadFile.firstRow(
                        withStyles("<numFmt numFmtId='%1$s' formatCode='0'/><cellXfs><xf numFmtId='%1$s'/></cellXfs>"
                                .formatted(number))))
                .containsExactly("7");
    }

    @ParameterizedTest
    @ValueSource(strings = {"-1", "x", "", "4294967295", "99999999999"})
    void a_style_that_nobody_knows_shows_a_number_as_it_is(String number) throws IOException {
        assertThat(ReadFile.firstRow(withStyles("<cellXfs><xf/></cellXfs>")
                        .sheet("<row><c s='%s'><v>7</v></c></row>".formatted(number))))
                .containsExactly("7");
    }

    @ParameterizedTest
    @ValueSource(strings = {"[", "&quot;", "\\", "_"})
    void a_description_of_a_format_without_end_takes_no_time(String sign) throws IOException {
        String code = sign.repeat(90_000 / sign.length());

        assertThat(ReadFile.firstRow(withStyles(ReadFile.repeated(
                                10, id -> "<numFmt numFmtId='%d' formatCode='%s'/>".formatted(164 + id, code))
                        + "<cellXfs><xf numFmtId='164'/></cellXfs>")))
                .containsExactly("7");
    }
}
