package kz.qadam.chassis.http.table;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Writes rows whose cells are ready, as a CSV that Excel recognises: in UTF-8 with a byte order mark. */
public final class PlainCsv implements Closeable {

    private final CsvWriter csv;

    public PlainCsv(OutputStream to, char separator) throws IOException {
        Writer text = new OutputStreamWriter(to, StandardCharsets.UTF_8);
        text.write('\uFEFF');
        csv = CsvWriter.builder()
                .fieldSeparator(separator)
                .lineDelimiter(LineDelimiter.CRLF)
                .build(text);
    }

    public void write(List<String> cells) {
        csv.writeRecord(cells);
    }

    @Override
    public void close() throws IOException {
        csv.close();
    }
}
