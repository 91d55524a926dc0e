package kz.qadam.chassis.submissions.imports;

import jakarta.ws.rs.core.StreamingOutput;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Optional;
import java.util.function.IntFunction;
import kz.qadam.chassis.base.language.Language;
import kz.qadam.chassis.base.language.Message;
import kz.qadam.chassis.http.problem.Problem;
import kz.qadam.chassis.http.problem.ProblemType;
import kz.qadam.chassis.http.table.Columns;
import kz.qadam.chassis.http.table.Layout;
import kz.qadam.chassis.http.table.ResultCsv;
import kz.qadam.chassis.http.table.Row;

/**
 * Writes the rows that were not kept part by part, so that only one part is in memory. The rows are counted: if one is
 * missing at the end, the answer breaks off, so that nobody takes it for complete.
 *
 * @param stored what was stored when the answer began; parts that are added later are left out
 * @param after finds the first part of the errors after the part of this number
 */
record ErrorsFile(
        Layout layout,
        Columns columns,
        Language language,
        FileParts.Stock stored,
        IntFunction<Optional<FileParts.Part<BadRow>>> after)
        implements StreamingOutput {

    private static final List<String> NOTES = List.of("_line", "_status", "_error");

    @Override
    public void write(OutputStream out) throws IOException {
        // Closed only when it is complete: that would end the answer as if it were.
        var table = new ResultCsv(out, layout, columns, NOTES);
        long written = 0;
        int number = -1;
        while (number < stored.last()) {
            FileParts.Part<BadRow> part = after.apply(number).orElseThrow(ErrorsFile::incomplete);
            for (BadRow bad : part.rows()) {
                table.write(
                        bad.row(),
                        List.of(line(bad.row()), bad.status(), bad.error().get(language)));
            }
            written += part.rows().size();
            number = part.number();
        }
        if (written != stored.expected()) {
            throw incomplete();
        }
        table.close();
    }

    /** 410: rows are missing. */
    static Problem incomplete() {
        return new Problem(ProblemType.GONE, Message.of("gone/import-incomplete"));
    }

    private static String line(Row row) {
        return row.line() == 0 ? "" : String.valueOf(row.line());
    }
}
