package kz.qadam.chassis.imports;

import jakarta.ws.rs.core.StreamingOutput;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Optional;
import java.util.function.IntFunction;
import kz.qadam.chassis.language.Language;
import kz.qadam.chassis.table.Columns;
import kz.qadam.chassis.table.Layout;
import kz.qadam.chassis.table.ResultCsv;
import kz.qadam.chassis.table.Row;

/**
 * Writes the rows that were not kept part by part, so that only one part is in memory.
 *
 * @param after finds the first part of the errors after the part of this number
 */
record ErrorsFile(
        Layout layout, Columns columns, Language language, IntFunction<Optional<FileParts.Part<BadRow>>> after)
        implements StreamingOutput {

    private static final List<String> NOTES = List.of("_line", "_status", "_error");

    @Override
    public void write(OutputStream out) throws IOException {
        try (var table = new ResultCsv(out, layout, columns, NOTES)) {
            Optional<FileParts.Part<BadRow>> part = after.apply(-1);
            while (part.isPresent()) {
                for (BadRow bad : part.get().rows()) {
                    table.write(
                            bad.row(),
                            List.of(line(bad.row()), bad.status(), bad.error().get(language)));
                }
                part = after.apply(part.get().number());
            }
        }
    }

    private static String line(Row row) {
        return row.line() == 0 ? "" : String.valueOf(row.line());
    }
}
