package kz.qadam.chassis.http.xlsx;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import kz.qadam.chassis.http.problem.Problem;
import kz.qadam.chassis.http.problem.ProblemType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Files that are made to take memory, disk or time. Each is read, or refused by a sentence; none may take for ever. */
@Timeout(60)
class HostileFilesTest {

    private static byte[] partsOf140Mebibytes() {
        byte[] noise = new byte[1_500_000];
        new Random(1).nextBytes(noise);
        return new Packed()
                .sheet((" ".repeat(1_000) + "<a/>").repeat(70_000))
                .texts((" ".repeat(1_000) + "<a/>").repeat(70_000))
                .part("noise", noise)
                .bytes();
    }

    @Test
    void the_parts_of_a_batch_unpack_to_128_mebibytes_together() {
        assertThat(ReadFile.refusal(partsOf140Mebibytes()).type()).isEqualTo(ProblemType.TOO_LARGE);
    }

    @Test
    void the_parts_of_a_large_file_may_unpack_to_more_than_128_mebibytes() {
        assertThat(ReadFile.outcome(partsOf140Mebibytes(), UnpackingLimits.LARGE_FILE))
                .isNull();
    }

    @Test
    void of_two_parts_with_one_name_the_first_is_read() throws IOException {
        byte[] twice = new Packed()
                .sheet("<row><c><v>7</v></c></row>")
                .part(Packed.SHEET.replace("sheet1", "sheet2"), "<broken")
                .bytes();
        replace(twice, Packed.SHEET.replace("sheet1", "sheet2"), Packed.SHEET);

        assertThat(ReadFile.rows(twice).get(1)).containsExactly("7");
    }

    @Test
    void sizes_that_the_table_of_contents_makes_up_are_not_believed() throws IOException {
        byte[] file = new Packed().sheet("<row><c><v>7</v></c></row>").bytes();
        for (int at = 0; at < file.length - 46; at++) {
            if (file[at] == 'P' && file[at + 1] == 'K' && file[at + 2] == 1 && file[at + 3] == 2) {
                file[at + 27] = 0x7f;
            }
        }

        assertThat(ReadFile.rows(file).get(1)).containsExactly("7");
    }

    @Test
    void a_file_with_any_bytes_changed_is_read_or_refused() {
        byte[] file = HostileStylesTest.withStyles(
                        "<numFmt numFmtId='164' formatCode='dd.mm'/><cellXfs><xf numFmtId='164'/></cellXfs>")
                .bytes();
        byte[] stored = stored("<row><c s='0'><v>7</v></c><c t='inlineStr'><is><t>a&amp;b</t></is></c></row>");
        Random random = new Random(13);
        for (int i = 0; i < 2_000; i++) {
            byte[] changed = (i % 2 == 0 ? file : stored).clone();
            for (int j = random.nextInt(4); j >= 0; j--) {
                changed[4 + random.nextInt(changed.length - 4)] = (byte) random.nextInt();
            }
            Throwable outcome = ReadFile.outcome(changed, UnpackingLimits.BATCH);
            if (outcome != null) {
                assertThat(outcome).isInstanceOf(Problem.class);
            }
        }
    }

    /** Without compression, so that a change of a byte is one of the text. */
    private static byte[] stored(String rows) {
        byte[] packed = new Packed().sheet(rows).bytes();
        var bytes = new ByteArrayOutputStream();
        try (var in = new ZipInputStream(new ByteArrayInputStream(packed));
                var out = new ZipOutputStream(bytes)) {
            out.setLevel(0);
            for (var entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                out.putNextEntry(new ZipEntry(entry.getName()));
                in.transferTo(out);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static void replace(byte[] in, String old, String replacement) {
        String text = new String(in, StandardCharsets.ISO_8859_1).replace(old, replacement);
        byte[] bytes = text.getBytes(StandardCharsets.ISO_8859_1);
        System.arraycopy(bytes, 0, in, 0, in.length);
    }
}
