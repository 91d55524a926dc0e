package kz.qadam.progress.query;

import de.siegmar.fastcsv.writer.CsvWriter;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import kz.qadam.chassis.table.SafeCell;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;

/**
 * Writes CSV for spreadsheets: in UTF-8 with a byte order mark, by which Excel recognizes it, and with a header row. A
 * text that a spreadsheet would take for a formula gets an apostrophe before it.
 */
public final class CsvTable implements Closeable {

    private final CsvWriter writer;

    public CsvTable(OutputStream out, String... header) throws IOException {
        Writer text = new OutputStreamWriter(out, StandardCharsets.UTF_8);
        text.write('\uFEFF');
        writer = CsvWriter.builder().build(text);
        writer.writeRecord(header);
    }

    /** An answer that the browser saves under this name. */
    public static RestResponse<StreamingOutput> answer(StreamingOutput content, String name) {
        return ResponseBuilder.ok(content)
                .type(Format.CSV + ";charset=UTF-8")
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + name + "\"")
                .build();
    }

    /** One row; null is an empty cell. */
    public void add(Object... cells) {
        writer.writeRecord(Arrays.stream(cells).map(SafeCell::of).toArray(String[]::new));
    }

    @Override
    public void close() throws IOException {
        writer.close();
    }
}
