package kz.qadam.chassis.http.xlsx;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Random;
import kz.qadam.chassis.base.language.Language;
import kz.qadam.chassis.http.problem.Problem;
import kz.qadam.chassis.http.problem.ProblemBody;
import kz.qadam.chassis.http.problem.ProblemType;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.poifs.crypt.EncryptionInfo;
import org.apache.poi.poifs.crypt.EncryptionMode;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Files by hand: as rare programs write them, as they break, and as somebody makes them who means harm. */
class BrokenFilesTest {

    private static final int MEGABYTE = 1024 * 1024;

    private static String said(Problem problem) {
        return ProblemBody.sentence(problem, Language.EN);
    }

    @Test
    void places_may_be_left_out_and_texts_may_be_written_into_their_cells() throws IOException {
        byte[] file = new Packed()
                .sheet("<row><c t='inlineStr'><is><r><t>Ә</t></r><r><t>лия</t></r><rPh><t>x</t></rPh></is></c>"
                        + "<c><v>7</v></c></row><row><c t='s'><v> 1 </v></c><c t='str'><f>A</f><v>b_x000D_</v></c>"
                        + "<c t='d'><v>2026-02-01T00:00:00</v></c><c t='e'><v>#N/A</v></c><c/><c t='s'><v/></c></row>")
                .texts("<si><t>a</t></si><si><t xml:space='preserve'> b </t></si>")
                .bytes();

        assertThat(ReadFile.rows(file).values())
                .satisfiesExactly(
                        first -> assertThat(first).containsExactly("Әлия", "7"),
                        second -> assertThat(second).containsExactly(" b ", "b\r", "2026-02-01", "#N/A", "", ""));
    }

    @Test
    void the_strict_form_is_read_as_the_usual_one() throws IOException {
        String strict = "http://purl.oclc.org/ooxml/spreadsheetml/main";
        byte[] file = new Packed()
                .part(
                        "_rels/.rels",
                        Packed.references("officeDocument", "xl/workbook.xml")
                                .replace(
                                        "http://schemas.openxmlformats.org/officeDocument/2006",
                                        "http://purl.oclc.org/ooxml/officeDocument"))
                .part(
                        "xl/worksheets/sheet1.xml",
                        "<x:worksheet xmlns:x='%s'><x:sheetData><x:row r='4'><x:c r='B4'><x:v>1</x:v></x:c></x:row></x:sheetData></x:worksheet>"
                                .formatted(strict))
                .bytes();

        assertThat(ReadFile.rows(file)).containsOnlyKeys(4).containsValue(java.util.List.of("", "1"));
    }

    @Test
    void an_old_file_is_answered_with_how_to_save_it() throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var workbook = new HSSFWorkbook()) {
            workbook.createSheet();
            workbook.write(bytes);
        }

        assertThat(ReadFile.refusal(bytes.toByteArray()))
                .returns(ProblemType.UNSUPPORTED_MEDIA, Problem::type)
                .satisfies(problem -> assertThat(said(problem)).contains(".xls", ".xlsx"));
    }

    @Test
    void a_file_with_a_password_is_answered_with_how_to_save_it() throws Exception {
        var bytes = new ByteArrayOutputStream();
        try (var container = new POIFSFileSystem()) {
            var encryptor = new EncryptionInfo(EncryptionMode.agile).getEncryptor();
            encryptor.confirmPassword("secret");
            try (var out = encryptor.getDataStream(container)) {
                out.write(new Packed().sheet("").bytes());
            }
            container.writeFilesystem(bytes);
        }

        assertThat(ReadFile.refusal(bytes.toByteArray()))
                .returns(ProblemType.UNSUPPORTED_MEDIA, Problem::type)
                .satisfies(problem -> assertThat(said(problem)).contains("password"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "PK", "name;city\r\n", "<html>"})
    void what_is_no_xlsx_at_all_is_another_media_type(String content) {
        assertThat(ReadFile.refusal(content.getBytes(StandardCharsets.UTF_8)).type())
                .isEqualTo(ProblemType.UNSUPPORTED_MEDIA);
    }

    @Test
    void a_file_of_another_office_program_is_another_media_type() {
        byte[] document = new Packed().part("_rels/.rels", "<Relationships/>").bytes();

        assertThat(ReadFile.refusal(document).type()).isEqualTo(ProblemType.UNSUPPORTED_MEDIA);
    }

    @Test
    void a_file_that_was_cut_off_is_broken() {
        byte[] file = new Packed().sheet("<row/>").bytes();

        assertThat(ReadFile.refusal(Arrays.copyOf(file, file.length / 2)).type())
                .isEqualTo(ProblemType.INVALID_REQUEST);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<row><c><v>1</c></row>",
                "<row r='x'/>",
                "<row><c r='1A'><v>1</v></c></row>",
                "<row><c t='s'><v>0</v></c></row>",
                "<row><c t='s'><v>-1</v></c></row>",
                "<row><c t='s'><v>a</v></c></row>",
                "<row><c><v>&a;</v></c></row>",
                "<row>\u0000</row>"
            })
    void a_broken_part_makes_a_broken_file(String rows) {
        assertThat(ReadFile.refusal(new Packed().sheet(rows).bytes()).type()).isEqualTo(ProblemType.INVALID_REQUEST);
    }

    @Test
    void a_file_without_its_sheet_is_broken() {
        assertThat(ReadFile.refusal(new Packed().bytes()).type()).isEqualTo(ProblemType.INVALID_REQUEST);
    }

    @Test
    void entities_that_breed_are_not_resolved() {
        byte[] file = new Packed()
                .part(
                        "xl/worksheets/sheet1.xml",
                        "<!DOCTYPE w [<!ENTITY a 'aaaaaaaa'><!ENTITY b '&a;&a;&a;&a;'><!ENTITY c SYSTEM 'file:///etc/passwd'>]>"
                                + "<w><sheetData><row><c t='str'><v>&b;&c;</v></c></row></sheetData></w>")
                .bytes();

        assertThat(ReadFile.refusal(file).type()).isEqualTo(ProblemType.INVALID_REQUEST);
    }

    @Test
    void a_sheet_that_unpacks_to_a_hundred_times_its_size_is_refused() {
        byte[] file = new Packed().sheet(" ".repeat(64 * MEGABYTE)).bytes();

        assertThat(ReadFile.refusal(file))
                .returns(ProblemType.TOO_LARGE, Problem::type)
                .satisfies(problem -> assertThat(said(problem)).contains("unpacked"));
    }

    @Test
    void texts_that_unpack_to_a_hundred_times_their_size_are_refused() {
        byte[] file = new Packed()
                .sheet("")
                .texts("<si><t>".concat("a".repeat(1000)).concat("</t></si>").repeat(64 * 1024))
                .bytes();

        assertThat(ReadFile.refusal(file).type()).isEqualTo(ProblemType.TOO_LARGE);
    }

    @Test
    void a_table_of_contents_without_end_is_refused() {
        Packed file = new Packed().sheet("");
        for (int i = 0; i < 20_000; i++) {
            file.part("docProps/" + i, new byte[0]);
        }

        assertThat(ReadFile.refusal(file.bytes()).type()).isEqualTo(ProblemType.INVALID_REQUEST);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<row><c t='str'><v>%s</v></c></row>",
                "<row><c t='%s'/></row>",
                "<row><c t='inlineStr'><is><t>%1$s</t><t>%1$s</t></is></c></row>"
            })
    void a_cell_without_end_does_not_take_all_memory(String row) {
        byte[] noise = new byte[2 * MEGABYTE];
        new Random(1).nextBytes(noise);
        String text = java.util.HexFormat.of().formatHex(noise);

        assertThat(ReadFile.refusal(new Packed().sheet(row.formatted(text)).bytes())
                        .type())
                .isEqualTo(ProblemType.INVALID_REQUEST);
    }

    @Test
    void a_row_without_end_does_not_take_all_memory() {
        String cells = "<c t='s'><v>0</v></c>".repeat(16_000);
        Packed file = new Packed().texts("<si><t>" + "a".repeat(30_000) + "</t></si>");

        assertThat(ReadFile.refusal(file.sheet("<row>" + cells + "</row>").bytes()))
                .satisfies(problem -> assertThat(said(problem)).contains("1"));
        assertThat(ReadFile.refusal(file.sheet("<row><c r='ABCDEF1'/></row>").bytes())
                        .type())
                .isEqualTo(ProblemType.INVALID_REQUEST);
    }
}
