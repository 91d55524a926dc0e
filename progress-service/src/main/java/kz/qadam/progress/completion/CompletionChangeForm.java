package kz.qadam.progress.completion;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import kz.qadam.chassis.http.table.Columns;
import kz.qadam.chassis.http.table.PlainCsv;

/**
 * A form about one completion. It is sent as a row of a table, so that people write values as they do there.
 *
 * @param path the last segment of where it is sent
 * @param columns the names of the columns of its table
 */
record CompletionChangeForm(String path, List<String> columns) {

    static final CompletionChangeForm CORRECTION = of("corrections", CorrectionPost.READER.columns());
    static final CompletionChangeForm REVOCATION = of("revocations", RevocationPost.READER.columns());

    private static final String COMPLETION = "completion";
    private static final String INSTITUTION = "institution";

    /** What the page knows by itself. */
    private static final Set<String> KNOWN = Set.of(INSTITUTION, COMPLETION, "version");

    private static CompletionChangeForm of(String path, Columns columns) {
        return new CompletionChangeForm(path, List.copyOf(columns.names()));
    }

    /** The names of what people fill in. */
    List<String> fields() {
        return columns.stream().filter(name -> !KNOWN.contains(name)).toList();
    }

    /** The form as a table of one row, about a completion of this institution. */
    byte[] row(CompletionHistoryView completion, Map<String, String> sent) {
        Map<String, String> cells = new HashMap<>(sent);
        cells.put(INSTITUTION, completion.institution());
        cells.put(COMPLETION, completion.id().toString());
        return table(List.of(cells));
    }

    /** A table with these cells, by column. */
    byte[] table(List<Map<String, String>> rows) {
        var written = new ByteArrayOutputStream();
        try (var csv = new PlainCsv(written, ',')) {
            csv.write(columns);
            rows.forEach(row -> csv.write(
                    columns.stream().map(name -> row.getOrDefault(name, "")).toList()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return written.toByteArray();
    }

    /** The values of the members of a content, by name; none if it is null. */
    static Map<String, String> values(JsonNode content) {
        Map<String, String> values = new LinkedHashMap<>();
        content.properties()
                .forEach(one -> values.put(one.getKey(), one.getValue().asText()));
        return values;
    }
}
