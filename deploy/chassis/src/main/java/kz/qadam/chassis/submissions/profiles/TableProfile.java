package kz.qadam.chassis.submissions.profiles;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import kz.qadam.chassis.http.batch.FreeText;
import kz.qadam.chassis.http.batch.ItemFields;
import kz.qadam.chassis.http.batch.ItemReader;
import kz.qadam.chassis.http.batch.SelfChecking;
import kz.qadam.chassis.http.table.Columns;
import kz.qadam.chassis.http.table.TableTranslator;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * How the tables of one system are read: what of them becomes which column of the template, and which rows are left
 * out. All other columns are dropped when a table arrives.
 *
 * @param sheet null: the first visible one
 * @param encoding null: UTF-8
 * @param columns never null, nor any list within
 * @param rows the rules that each row has to meet; else it is left out
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
@Schema(
        name = "TableProfile",
        description = "How the tables of one system are read as they are. The header row is the first of the first 200"
                + " rows that has all headers that the profile names; what is above it is skipped. In headers and"
                + " values, case, spaces and look-alike Latin and Cyrillic letters make no difference. Columns that the"
                + " profile does not name are dropped on arrival, and never stored.")
public record TableProfile(
        @Schema(
                description = "The name of the sheet of a spreadsheet; the first visible one if left out.",
                examples = "Ведомость")
        @Size(min = 1, max = 31)
        @FreeText(mayHonourPerson = true)
        String sheet,

        @Schema(description = "The encoding of a CSV without a byte order mark; UTF-8 if left out.")
        Encoding encoding,

        @Schema(description = "Where each column of the template comes from; at most 50.") @NotNull
        List<ProfileColumn> columns,

        @Schema(description = "What each row has to meet; rows that do not are left out, and counted. At most 20.")
        List<RowRule> rows)
        implements SelfChecking {

    /** The encodings in which office programs of this country save CSV. */
    public enum Encoding {
        @JsonProperty("utf-8")
        UTF_8(StandardCharsets.UTF_8),
        @JsonProperty("windows-1251")
        WINDOWS_1251(Charset.forName("windows-1251")),
        @JsonProperty("utf-16")
        UTF_16(StandardCharsets.UTF_16);

        final Charset charset;

        Encoding(Charset charset) {
            this.charset = charset;
        }
    }

    static final ItemReader<TableProfile> READER = ItemReader.of(TableProfile.class);

    private static final String SENDER = "institution";
    private static final int MOST_COLUMNS = 50;
    private static final int MOST_RULES = 20;

    static final String EXAMPLE = """
            {"columns": [
               {"name": "iin", "headers": ["ЖСН", "ИИН"]},
               {"name": "course", "headers": ["Курс"], "values": [{"sent": "Python негіздері", "means": "AI-101"}]},
               {"name": "cohort", "constant": "pupils"},
               {"name": "enrolledOn", "headers": ["Күні"], "dayFormats": ["d MMMM yyyy"]}],
             "rows": [{"headers": ["Аяқтады"], "keep": ["Иә"]}]}""";

    public TableProfile {
        columns = Objects.requireNonNullElse(columns, List.of());
        rows = Objects.requireNonNullElse(rows, List.of());
    }

    @Override
    public void check(ItemFields profile) {
        if (columns.size() > MOST_COLUMNS) {
            profile.broken("columns", "too-many", MOST_COLUMNS);
        }
        if (rows.size() > MOST_RULES) {
            profile.broken("rows", "too-many", MOST_RULES);
        }
    }

    /** The same for the office, whose tables have to say of which institution each row is. */
    TableProfile ofSender(String code) {
        if (columns.stream().anyMatch(column -> column.name().equals(SENDER))) {
            return this;
        }
        List<ProfileColumn> all = new ArrayList<>(columns);
        all.add(ProfileColumn.constant(SENDER, code));
        return new TableProfile(sheet, encoding, all, rows);
    }

    /**
     * Reads a table that is a CSV in UTF-8 already, whatever it was before.
     *
     * @param columns those of the template
     * @param sender the code of the sender, if the rows have to say it
     */
    public TableTranslator ofText(Columns columns, Optional<String> sender) {
        var text = new TableProfile(null, null, this.columns, rows);
        return new ProfileTranslator(sender.map(text::ofSender).orElse(text), columns);
    }

    Charset charset() {
        return encoding == null ? StandardCharsets.UTF_8 : encoding.charset;
    }
}
