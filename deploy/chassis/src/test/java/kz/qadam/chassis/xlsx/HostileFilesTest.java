package kz.qadam.chassis.xlsx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.Random;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import kz.qadam.chassis.language.Language;
import kz.qadam.chassis.problem.Problem;
import kz.qadam.chassis.problem.ProblemBody;
import kz.qadam.chassis.problem.ProblemType;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Files that are made to take memory, disk or time. Each is read, or refused by a sentence; none may take for ever. */
@DisplayNameGeneration(ReplaceUnderscores.class)
@Timeout(60)
class HostileFilesTest {

    private static final String SHEET = "xl/worksheets/sheet1.xml";

    private static String repeated(int count, IntFunction<String> part) {
        return IntStream.range(0, count).mapToObj(part).collect(Collectors.joining());
    }

    private static Packed withStyles(String styles) {
        return new Packed()
                .part("xl/_rels/workbook.xml.rels", Packed.references("worksheet", "/" + SHEET, "styles", "styles.xml"))
                .part("xl/styles.xml", "<styleSheet>" + styles + "</styleSheet>")
                .sheet("<row><c s='0'><v>7</v></c></row>");
    }

    /** What becomes of a file: null if it is read. */
    private static Throwable outcome(byte[] file, UnpackingLimits limits) {
        return catchThrowable(() -> {
            try (Spreadsheet sheet = Spreadsheet.open(new ByteArrayInputStream(file), limits)) {
                while (sheet.next()) {}
            }
        });
    }

    private static void assertRefused(Packed file, ProblemType type) {
        assertThat(outcome(file.bytes(), UnpackingLimits.BATCH)).isInstanceOfSatisfying(Problem.class, problem -> {
            assertThat(problem.type()).isEqualTo(type);
            assertThat(List.of(Language.values()))
                    .allSatisfy(language ->
                            assertThat(ProblemBody.sentence(problem, language)).endsWith("."));
        });
    }

    private static List<String> firstRow(Packed file) throws IOException {
        return SpreadsheetTest.rows(file.bytes()).get(1);
    }

    @Test
    void styles_that_unpack_to_more_than_two_mebibytes_are_too_large() {
        assertRefused(withStyles("<cellXfs>" + "<xf/>".repeat(1_000_000) + "</cellXfs>"), ProblemType.TOO_LARGE);
    }

    @Test
    void as_many_formats_are_read_as_excel_permits() throws IOException {
        String all = "<xf/>".repeat(65_489) + "<xf numFmtId='14'/>";

        assertThat(firstRow(withStyles("<cellXfs>" + all + "</cellXfs>").sheet("<row><c s='65489'><v>1</v></c></row>")))
                .containsExactly("1900-01-01");
        assertRefused(withStyles("<cellXfs>" + all + "<xf/></cellXfs>"), ProblemType.TOO_LARGE);
    }

    @Test
    void descriptions_of_formats_are_limited_too() {
        assertRefused(withStyles(repeated(65_491, id -> "<numFmt numFmtId='" + id + "'/>")), ProblemType.TOO_LARGE);
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
        assertThat(firstRow(withStyles(
                        "<numFmt numFmtId='164' %s/><cellXfs><xf numFmtId='164'/></cellXfs>".formatted(code))))
                .containsExactly("7");
    }

    @ParameterizedTest
    @ValueSource(strings = {"-1", "x", "", "4294967295", "99999999999"})
    void a_format_or_style_that_nobody_knows_shows_a_number_as_it_is(String number) throws IOException {
        assertThat(firstRow(
                        withStyles("<numFmt numFmtId='%1$s' formatCode='0'/><cellXfs><xf numFmtId='%1$s'/></cellXfs>"
                                .formatted(number))))
                .containsExactly("7");
        assertThat(firstRow(withStyles("<cellXfs><xf/></cellXfs>")
                        .sheet("<row><c s='%s'><v>7</v></c></row>".formatted(number))))
                .containsExactly("7");
    }

    @ParameterizedTest
    @ValueSource(strings = {"[", "&quot;", "\\", "_"})
    void a_description_of_a_format_without_end_takes_no_time(String sign) throws IOException {
        String code = sign.repeat(90_000 / sign.length());

        assertThat(firstRow(withStyles(repeated(
                                10, id -> "<numFmt numFmtId='%d' formatCode='%s'/>".formatted(164 + id, code))
                        + "<cellXfs><xf numFmtId='164'/></cellXfs>")))
                .containsExactly("7");
    }

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
        assertThat(firstRow(new Packed()
                        .part(
                                "xl/_rels/workbook.xml.rels",
                                Packed.references("hyperlink", target, "worksheet", "/" + SHEET)
                                        .replace("id1", "id0")
                                        .replaceFirst("id0", "id1"))
                        .sheet("<row><c><v>7</v></c></row>")))
                .containsExactly("7");
    }

    @Test
    void a_sheet_that_is_not_in_the_file_is_no_sheet() {
        assertRefused(
                new Packed()
                        .part("xl/_rels/workbook.xml.rels", Packed.references("worksheet", "mailto:office@example.kz")),
                ProblemType.UNSUPPORTED_MEDIA);
    }

    @Test
    void a_reference_without_type_target_or_id_is_ignored() throws IOException {
        assertThat(firstRow(new Packed()
                        .part(
                                "xl/_rels/workbook.xml.rels",
                                Packed.references("worksheet", "/" + SHEET)
                                        .replace(
                                                "<Relationships>",
                                                "<Relationships><Relationship/><Relationship Type='a/styles'/>"
                                                        + "<Relationship Type='a/b' Target='c'/>"))
                        .sheet("<row><c><v>7</v></c></row>")))
                .containsExactly("7");
    }

    @Test
    void references_and_sheets_are_limited() {
        String more = repeated(5_000, i -> "<Relationship Id='a%d' Type='a' Target='b'/>".formatted(i));
        assertRefused(
                new Packed().part("xl/_rels/workbook.xml.rels", "<Relationships>" + more + "</Relationships>"),
                ProblemType.TOO_LARGE);
        assertRefused(
                new Packed().part("xl/workbook.xml", "<workbook>" + "<sheet/>".repeat(5_000) + "</workbook>"),
                ProblemType.TOO_LARGE);
    }

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
        assertRefused(new Packed().sheet(rows), ProblemType.INVALID_REQUEST);
    }

    @Test
    void the_last_place_of_a_sheet_is_read() throws IOException {
        var rows = SpreadsheetTest.rows(new Packed()
                .sheet("<row r='1048576'><c r='XFD1048576'><v>7</v></c></row>")
                .bytes());

        assertThat(rows.get(1_048_576)).hasSize(16_384).endsWith("7");
    }

    @Test
    void a_row_has_as_many_cells_as_excel_permits() {
        assertRefused(new Packed().sheet("<row>" + "<c/>".repeat(16_385) + "</row>"), ProblemType.INVALID_REQUEST);
        assertRefused(
                new Packed().sheet("<row>" + "<c r='A1'/>".repeat(16_385) + "</row>"), ProblemType.INVALID_REQUEST);
        assertRefused(new Packed().sheet("<row/>".repeat(1_048_577)), ProblemType.INVALID_REQUEST);
    }

    @Test
    void wide_rows_do_not_take_more_memory_than_those_of_a_csv_could() {
        assertRefused(
                new Packed().sheet("<row><c r='A1'><v>1</v></c><c r='XFD1'><v>1</v></c></row>".repeat(10_000)),
                ProblemType.TOO_LARGE);
    }

    @Test
    void a_text_that_many_cells_repeat_does_not_take_more_memory_than_those_of_a_csv_could() {
        assertRefused(
                new Packed()
                        .texts("<si><t>" + "a".repeat(90_000) + "</t></si>")
                        .sheet("<row><c t='s'><v>0</v></c></row>".repeat(10_000)),
                ProblemType.TOO_LARGE);
    }

    @Test
    void a_text_in_a_hundred_thousand_pieces_is_read() throws IOException {
        String runs = repeated(100_000, i -> "<r><t>a</t></r>");

        assertThat(firstRow(new Packed()
                        .texts(repeated(3, i -> "<si>" + runs + "</si>"))
                        .sheet("<row><c t='s'><v>2</v></c><c t='inlineStr'><is>" + runs + "</is></c></row>")))
                .containsExactly("a".repeat(100_000), "a".repeat(100_000));
    }

    @Test
    void a_text_in_characters_of_their_own_is_read() throws IOException {
        String pieces = "a<!-- -->&#65;<![CDATA[<]]>".repeat(20_000);

        assertThat(firstRow(new Packed().sheet("<row><c t='str'><v>" + pieces + "</v></c></row>")))
                .containsExactly("aA<".repeat(20_000));
    }

    @Test
    void long_texts_are_found_in_any_order() throws IOException {
        Packed file = new Packed()
                .texts(repeated(200, i -> "<si><t>" + i + "-" + "ә".repeat(i % 5 == 0 ? 30_000 : 3) + "</t></si>"))
                .sheet(repeated(200, i -> "<row><c t='s'><v>" + (i * 77 % 200) + "</v></c></row>"));

        assertThat(SpreadsheetTest.rows(file.bytes()).values())
                .extracting(cells -> cells.get(0).substring(0, cells.get(0).indexOf('-')))
                .containsExactlyElementsOf(
                        IntStream.range(0, 200).mapToObj(i -> "" + i * 77 % 200).toList());
    }

    @Test
    void as_many_texts_as_a_batch_can_unpack_are_no_burden() {
        assertThat(outcome(
                        new Packed()
                                .texts("<si/>".repeat(1_000_000))
                                .sheet("<row><c t='s'><v>999999</v></c></row>")
                                .bytes(),
                        UnpackingLimits.BATCH))
                .isNull();
    }

    @Test
    void the_parts_of_a_batch_unpack_to_128_mebibytes_together() {
        byte[] noise = new byte[1_500_000];
        new Random(1).nextBytes(noise);
        byte[] file = new Packed()
                .sheet((" ".repeat(1_000) + "<a/>").repeat(70_000))
                .texts((" ".repeat(1_000) + "<a/>").repeat(70_000))
                .part("noise", noise)
                .bytes();

        assertThat(outcome(file, UnpackingLimits.BATCH))
                .isInstanceOfSatisfying(
                        Problem.class, problem -> assertThat(problem.type()).isEqualTo(ProblemType.TOO_LARGE));
        assertThat(outcome(file, UnpackingLimits.LARGE_FILE)).isNull();
    }

    @Test
    void names_of_elements_attributes_and_prefixes_do_not_take_all_memory() {
        assertRefused(new Packed().sheet(repeated(3_000, i -> "<a" + i + "/>")), ProblemType.INVALID_REQUEST);
        assertRefused(new Packed().sheet(repeated(3_000, i -> "<a b" + i + "=''/>")), ProblemType.INVALID_REQUEST);
        assertRefused(
                new Packed().sheet(repeated(3_000, i -> "<a xmlns:b" + i + "='c'/>")), ProblemType.INVALID_REQUEST);
        assertRefused(new Packed().sheet(repeated(3_000, i -> "<?a" + i + "?>")), ProblemType.INVALID_REQUEST);
        assertRefused(new Packed().sheet("<" + "a".repeat(8_000_000) + "/>"), ProblemType.TOO_LARGE);
        assertRefused(
                new Packed().sheet("<a " + repeated(5_000, i -> "b" + i + "='' ") + "/>"), ProblemType.INVALID_REQUEST);
        assertRefused(
                new Packed().sheet("<a " + repeated(5_000, i -> "xmlns:b" + i + "='c' ") + "/>"),
                ProblemType.INVALID_REQUEST);
    }

    @Test
    void what_is_nested_without_end_is_broken() {
        assertRefused(new Packed().sheet("<a>".repeat(1_000_000)), ProblemType.INVALID_REQUEST);
        assertRefused(new Packed().sheet("<row><c>" + "<is>".repeat(1_000_000)), ProblemType.INVALID_REQUEST);
    }

    @Test
    void entities_and_their_declarations_are_broken() {
        String entities = repeated(50_000, i -> "<!ENTITY e" + i + " 'x'>");
        assertRefused(new Packed().part(SHEET, "<!DOCTYPE w [" + entities + "]><w/>"), ProblemType.INVALID_REQUEST);
        assertRefused(new Packed().sheet("<row><c t='str'><v>&e;</v></c></row>"), ProblemType.INVALID_REQUEST);
        assertRefused(
                new Packed().sheet("<row><c t='str'><v>a" + "b".repeat(5_000) + "&e;</v></c></row>"),
                ProblemType.INVALID_REQUEST);
    }

    @Test
    void of_two_parts_with_one_name_the_first_is_read() throws IOException {
        byte[] twice = new Packed()
                .sheet("<row><c><v>7</v></c></row>")
                .part(SHEET.replace("sheet1", "sheet2"), "<broken")
                .bytes();
        replace(twice, SHEET.replace("sheet1", "sheet2"), SHEET);

        assertThat(SpreadsheetTest.rows(twice).get(1)).containsExactly("7");
    }

    @Test
    void sizes_that_the_table_of_contents_makes_up_are_not_believed() throws IOException {
        byte[] file = new Packed().sheet("<row><c><v>7</v></c></row>").bytes();
        for (int at = 0; at < file.length - 46; at++) {
            if (file[at] == 'P' && file[at + 1] == 'K' && file[at + 2] == 1 && file[at + 3] == 2) {
                file[at + 27] = 0x7f;
            }
        }

        assertThat(SpreadsheetTest.rows(file).get(1)).containsExactly("7");
    }

    @Test
    void a_file_with_any_bytes_changed_is_read_or_refused() {
        byte[] file = withStyles("<numFmt numFmtId='164' formatCode='dd.mm'/><cellXfs><xf numFmtId='164'/></cellXfs>")
                .bytes();
        byte[] stored = stored("<row><c s='0'><v>7</v></c><c t='inlineStr'><is><t>a&amp;b</t></is></c></row>");
        Random random = new Random(13);
        for (int i = 0; i < 2_000; i++) {
            byte[] changed = (i % 2 == 0 ? file : stored).clone();
            for (int j = random.nextInt(4); j >= 0; j--) {
                changed[4 + random.nextInt(changed.length - 4)] = (byte) random.nextInt();
            }
            Throwable outcome = outcome(changed, UnpackingLimits.BATCH);
            if (outcome != null) {
                assertThat(outcome).isInstanceOf(Problem.class);
            }
        }
    }

    /** Without compression, so that a change of a byte is one of the text. */
    private static byte[] stored(String rows) {
        byte[] packed = new Packed().sheet(rows).bytes();
        var bytes = new ByteArrayOutputStream();
        try (var in = new java.util.zip.ZipInputStream(new ByteArrayInputStream(packed));
                var out = new ZipOutputStream(bytes)) {
            out.setLevel(0);
            for (var entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                out.putNextEntry(new ZipEntry(entry.getName()));
                in.transferTo(out);
            }
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static void replace(byte[] in, String old, String replacement) {
        String text = new String(in, java.nio.charset.StandardCharsets.ISO_8859_1).replace(old, replacement);
        byte[] bytes = text.getBytes(java.nio.charset.StandardCharsets.ISO_8859_1);
        System.arraycopy(bytes, 0, in, 0, in.length);
    }
}
