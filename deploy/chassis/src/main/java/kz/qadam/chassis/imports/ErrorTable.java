package kz.qadam.chassis.imports;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import kz.qadam.chassis.table.Layout;
import kz.qadam.chassis.table.Row;

/** Interim. */
final class ErrorTable implements Closeable {

    private final Layout layout;
    private final CsvWriter writer;

    ErrorTable(OutputStream out, Layout layout) throws IOException {
        this.layout = layout;
        var text = new OutputStreamWriter(out, StandardCharsets.UTF_8);
        text.write('\uFEFF');
        writer = CsvWriter.builder().fieldSeparator(layout.separator()).build(text);
        write(layout.header(), "_line", "_status", "_error");
    }

    void add(Row row, String status, String error) {
        write(row.cells(), String.valueOf(row.line()), status, error);
    }

    private void write(List<String> cells, String... more) {
        List<String> all = new ArrayList<>();
        for (int i = 0; i < layout.header().size(); i++) {
            if (!layout.header().get(i).startsWith("_")) {
                all.add(i < cells.size() ? cells.get(i) : "");
            }
        }
        all.addAll(List.of(more));
        writer.writeRecord(all);
    }

    @Override
    public void close() throws IOException {
        writer.close();
    }
}
