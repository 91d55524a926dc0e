package kz.qadam.chassis.http.xlsx;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** A file by hand: the fewest parts that make an .xlsx, each of which can be another. */
final class Packed {

    static final String SHEET = "xl/worksheets/sheet1.xml";

    private static final String RELATIONSHIPS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

    private final Map<String, byte[]> parts = new LinkedHashMap<>();

    Packed() {
        part("_rels/.rels", references("officeDocument", "xl/workbook.xml"));
        part(
                "xl/workbook.xml",
                "<workbook xmlns:r='r'><sheets><sheet name='a' sheetId='7' r:id='id0'/></sheets></workbook>");
        part("xl/_rels/workbook.xml.rels", references("worksheet", "/" + SHEET, "sharedStrings", "texts.xml"));
    }

    static String references(String... kindsAndTargets) {
        var xml = new StringBuilder("<Relationships>");
        for (int i = 0; i < kindsAndTargets.length; i += 2) {
            xml.append("<Relationship Id='id%d' Type='%s/%s' Target='%s'/>"
                    .formatted(i / 2, RELATIONSHIPS, kindsAndTargets[i], kindsAndTargets[i + 1]));
        }
        return xml.append("</Relationships>").toString();
    }

    Packed sheet(String rows) {
        return part(SHEET, "<worksheet><sheetData>" + rows + "</sheetData></worksheet>");
    }

    Packed texts(String items) {
        return part("xl/texts.xml", "<sst>" + items + "</sst>");
    }

    Packed part(String name, String content) {
        return part(name, content.getBytes(StandardCharsets.UTF_8));
    }

    Packed part(String name, byte[] content) {
        parts.put(name, content);
        return this;
    }

    byte[] bytes() {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            for (var part : parts.entrySet()) {
                zip.putNextEntry(new ZipEntry(part.getKey()));
                zip.write(part.getValue());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }
}
