package kz.qadam.enrolment.catalogue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import kz.qadam.chassis.desk.DeskForm;
import kz.qadam.chassis.http.problem.Fault;
import kz.qadam.chassis.http.table.Columns;
import kz.qadam.chassis.http.table.Columns.Column;
import kz.qadam.chassis.http.table.PlainCsv;

/**
 * The form of one entry: a field for each column of its table but the version.
 *
 * @param columns those of the table
 */
record CatalogueEntryForm(Columns columns, ObjectMapper json) {

    static final String CODE = "code";

    private static final String VERSION = "version";

    static Fault codeIsTaken() {
        return Fault.at("/" + CODE, "code-taken");
    }

    private Stream<Column> ofForm() {
        return columns.all().stream().filter(column -> !column.name().equals(VERSION));
    }

    /** As a field is named: a dot leads into an object. */
    private static String field(Column column) {
        return column.pointer().substring(1).replace('/', '.');
    }

    private List<String> fields() {
        return ofForm().map(CatalogueEntryForm::field).toList();
    }

    DeskForm empty() {
        return DeskForm.empty(fields());
    }

    /** The form with what an entry says. */
    DeskForm of(Object view) {
        return DeskForm.of(fields(), values(view));
    }

    /** The form as it was sent; the code of an entry that exists is in its address. */
    DeskForm sent(String code, Map<String, String> sent) {
        Map<String, String> all = new LinkedHashMap<>(sent);
        if (code != null) {
            all.put(CODE, code);
        }
        return DeskForm.of(fields(), all);
    }

    /** What an entry says, by field. */
    Map<String, String> values(Object view) {
        JsonNode members = json.valueToTree(view);
        Map<String, String> values = new LinkedHashMap<>();
        ofForm().forEach(column ->
                values.put(field(column), members.at(column.pointer()).asText("")));
        return values;
    }

    /** The table of one row. */
    byte[] row(DeskForm form, int version) {
        var written = new ByteArrayOutputStream();
        try (var csv = new PlainCsv(written, ',')) {
            csv.write(List.copyOf(columns.names()));
            csv.write(columns.all().stream()
                    .map(column -> column.name().equals(VERSION)
                            ? version == 0 ? "" : Integer.toString(version)
                            : form.value(field(column)))
                    .toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return written.toByteArray();
    }

    /** A field that gets another value; {@code from} is empty if the entry is new. */
    record Difference(String field, String from, String to) {}

    /** @param from null if the entry is new */
    List<Difference> differences(Object from, Object to) {
        Map<String, String> before = from == null ? Map.of() : values(from);
        List<Difference> all = new ArrayList<>();
        values(to).forEach((field, value) -> {
            String earlier = before.getOrDefault(field, "");
            if (!value.equals(earlier)) {
                all.add(new Difference(field, earlier, value));
            }
        });
        return all;
    }
}
