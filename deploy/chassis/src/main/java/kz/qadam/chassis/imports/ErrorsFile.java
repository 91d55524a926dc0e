package kz.qadam.chassis.imports;

import jakarta.ws.rs.core.StreamingOutput;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiFunction;
import kz.qadam.chassis.language.Language;
import kz.qadam.chassis.table.Columns;
import kz.qadam.chassis.table.Layout;
import kz.qadam.chassis.table.ResultCsv;
import kz.qadam.chassis.table.Row;

/** Writes the rows that were not kept part by part, so that only one part is in memory. */
final class ErrorsFile implements StreamingOutput {

    private static final List<String> NOTES = List.of("_line", "_status", "_error");

    private final UUID job;
    private final Layout layout;
    private final Columns columns;
    private final Language language;
    private final BiFunction<UUID, Integer, Optional<FileParts.Part<BadRow>>> after;

    /** @param after finds the first part of a job's errors after the part of this number */
    ErrorsFile(
            UUID job,
            Layout layout,
            Columns columns,
            Language language,
            BiFunction<UUID, Integer, Optional<FileParts.Part<BadRow>>> after) {
        this.job = job;
        this.layout = layout;
        this.columns = columns;
        this.language = language;
        this.after = after;
    }

    @Override
    public void write(OutputStream out) throws IOException {
        try (var table = new ResultCsv(out, layout, columns, NOTES)) {
            Optional<FileParts.Part<BadRow>> part = after.apply(job, -1);
            while (part.isPresent()) {
                for (BadRow bad : part.get().rows()) {
                    table.write(
                            bad.row(),
                            List.of(line(bad.row()), bad.status(), bad.error().get(language)));
                }
                part = after.apply(job, part.get().number());
            }
        }
    }

    private static String line(Row row) {
        return row.line() == 0 ? "" : String.valueOf(row.line());
    }
}
