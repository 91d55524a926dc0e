package kz.qadam.chassis.submissions.imports;

import jakarta.ws.rs.core.StreamingOutput;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Optional;
import java.util.function.IntFunction;
import kz.qadam.chassis.http.table.PlainCsv;

/**
 * Writes the rows of a table without references that were kept, part by part, as the next table to send. Like that of
 * errors it is complete, or breaks off.
 *
 * @param stored what was stored when the answer began; parts that are added later are left out
 * @param after finds the first part after the part of this number
 */
record KeptRowsCsv(
        List<String> header,
        char separator,
        FileParts.Stock stored,
        IntFunction<Optional<FileParts.Part<List<String>>>> after)
        implements StreamingOutput {

    static final List<String> NOTES = List.of("_line");

    @Override
    public void write(OutputStream out) throws IOException {
        // Closed only when it is complete: that would end the answer as if it were.
        var table = new PlainCsv(out, separator);
        table.write(header);
        long written = 0;
        int number = -1;
        while (number < stored.last()) {
            FileParts.Part<List<String>> part = after.apply(number).orElseThrow(ErrorsFile::incomplete);
            part.rows().forEach(table::write);
            written += part.rows().size();
            number = part.number();
        }
        if (written != stored.expected()) {
            throw ErrorsFile.incomplete();
        }
        table.close();
    }
}
