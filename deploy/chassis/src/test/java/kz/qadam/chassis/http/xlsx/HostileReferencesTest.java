package kz.qadam.chassis.http.xlsx;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import kz.qadam.chassis.http.problem.ProblemType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** References from part to part that lead nowhere, out of the file, or are too many. */
@Timeout(60)
class HostileReferencesTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "mailto:office@example.kz",
                "https://example.kz/sheet2.xml",
                "//example.kz",
                "?x",
                "",
                "#a",
                "a b",
                "../../../../etc/passwd"
            })
    void a_reference_that_leads_out_of_the_file_is_ignored(String target) throws IOException {
        assertThat(ReadFile.firstRow(new Packed()
                        .part(
                                "xl/_rels/workbook.xml.rels",
                                Packed.references("hyperlink", target, "worksheet", "/" + Packed.SHEET)
                                        .replace("id1", "id0")
                                        .replaceFirst("id0", "id1"))
                        .sheet("<row><c><v>7</v></c></row>")))
                .containsExactly("7");
    }

    @Test
    void a_file_whose_only_sheet_is_elsewhere_is_no_spreadsheet() {
        ReadFile.assertRefused(
                new Packed()
                        .part("xl/_rels/workbook.xml.rels", Packed.references("worksheet", "mailto:office@example.kz")),
                ProblemType.UNSUPPORTED_MEDIA);
    }

    @Test
    void a_reference_without_type_target_or_id_is_ignored() throws IOException {
        assertThat(ReadFile.firstRow(new Packed()
                        .part(
                                "xl/_rels/workbook.xml.rels",
                                Packed.references("worksheet", "/" + Packed.SHEET)
                                        .replace(
                                                "<Relationships>",
                                                "<Relationships><Relationship/><Relationship Type='a/styles'/>"
                                                        + "<Relationship Type='a/b' Target='c'/>"))
                        .sheet("<row><c><v>7</v></c></row>")))
                .containsExactly("7");
    }

    @Test
    void references_are_limited() {
        String more = ReadFile.repeated(5_000, i -> "<Relationship Id='a%d' Type='a' Target='b'/>".formatted(i));
        ReadFile.assertRefused(
                new Packed().part("xl/_rels/workbook.xml.rels", "<Relationships>" + more + "</Relationships>"),
                ProblemType.TOO_LARGE);
    }

    @Test
    void sheets_are_limited() {
        ReadFile.assertRefused(
                new Packed().part("xl/workbook.xml", "<workbook>" + "<sheet/>".repeat(5_000) + "</workbook>"),
                ProblemType.TOO_LARGE);
    }
}
