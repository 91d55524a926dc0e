package kz.qadam.chassis.submissions.profiles;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import kz.qadam.chassis.http.batch.FreeText;
import kz.qadam.chassis.http.batch.ItemFields;
import kz.qadam.chassis.http.batch.SelfChecking;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * Where one column of the template comes from: from a column of the sent table, from a text that is always the same, or
 * from several columns.
 *
 * @param occurrence which of several columns with the header; null if there is only one
 * @param values what sent values mean; others stay as they are
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
@Schema(
        name = "ProfileColumn",
        description = "Where one column of the template comes from: exactly one of headers, constant and template.")
public record ProfileColumn(
        @Schema(
                description = "The column of the template; or a name of your own that begins with _, for what you want"
                        + " to see again in answers.",
                examples = "course")
        @NotNull
        @Size(min = 1, max = 50)
        @FreeText(mayHonourPerson = true)
        String name,

        @Schema(
                description = "The header of the column in the sent table, in all its spellings; at most 20.",
                examples = "[\"Курс\", \"Course\"]")
        List<@Size(min = 1, max = 200) @FreeText(mayHonourPerson = true) String> headers,

        @Schema(description = "Which of several columns with this header, from 1.", examples = "2") @Min(1) @Max(100)
        Integer occurrence,

        @Schema(description = "What each row says, if the table does not.", examples = "pupils")
        @Size(min = 1, max = 200)
        @FreeText(mayHonourPerson = true)
        String constant,

        @Schema(
                description = "A text with headers in braces, several spellings with | between them. If all of their"
                        + " cells are empty, so is the value.",
                examples = "{Group|Топ}-{№}")
        @Size(min = 1, max = 500)
        @FreeText(mayHonourPerson = true)
        String template,

        @Schema(description = "What sent values mean; others stay as they are. At most 1,000.")
        List<Meaning> values,

        @Schema(
                description = "How days are written, in the letters d, M, y, H, h, m, s and a; MMMM is a month in"
                        + " Kazakh, Russian or English. 2026-05-31 and 31.05.2026 are always read, also with a time"
                        + " behind them. At most 10.",
                examples = "[\"M/d/yyyy\", \"d MMMM yyyy\"]")
        List<@Size(min = 1, max = 50) String> dayFormats,

        @Schema(description = "percent: 87 means 0.87.") Unit unit)
        implements SelfChecking {

    /** In what a number is given. */
    public enum Unit {
        @JsonProperty("percent")
        PERCENT
    }

    /**
     * What a value means.
     *
     * @param means null: nothing, like an empty cell
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "ValueMeaning")
    public record Meaning(
            @Schema(examples = "Python негіздері") @NotNull @Size(min = 1, max = 300) @FreeText(mayHonourPerson = true)
            String sent,

            @Schema(description = "Left out: like an empty cell.", examples = "AI-101")
            @Size(min = 1, max = 200)
            @FreeText(mayHonourPerson = true)
            String means) {}

    private static final int MOST_SPELLINGS = 20;
    private static final int MOST_VALUES = 1_000;
    private static final int MOST_DAY_FORMATS = 10;

    public ProfileColumn {
        headers = Objects.requireNonNullElse(headers, List.of());
        values = Objects.requireNonNullElse(values, List.of());
        dayFormats = Objects.requireNonNullElse(dayFormats, List.of());
    }

    static ProfileColumn constant(String name, String value) {
        return new ProfileColumn(name, null, null, value, null, null, null, null);
    }

    /** The headers that a template names, in all their spellings. */
    public static List<String> headersOf(String template) {
        return ValueTemplate.isWellFormed(template)
                ? ValueTemplate.of(template).headers().stream()
                        .flatMap(header -> header.written().stream())
                        .toList()
                : List.of();
    }

    /** In a few words for people. */
    public String described() {
        String from = constant != null ? "= " + constant : template != null ? template : String.join(" / ", headers);
        String means = values.stream()
                .map(value -> value.sent() + " → " + Objects.requireNonNullElse(value.means(), ""))
                .collect(Collectors.joining("; "));
        return Stream.of(
                        from,
                        occurrence == null ? "" : "(" + occurrence + ")",
                        means,
                        String.join("; ", dayFormats),
                        unit == null ? "" : "%")
                .filter(one -> !one.isEmpty())
                .collect(Collectors.joining(" · "));
    }

    @Override
    public void check(ItemFields column) {
        long sources =
                Stream.of("headers", "constant", "template").filter(column::has).count();
        if (sources != 1) {
            column.unreadableAsWhole("one-source");
        }
        checkSize(column, "headers", headers, MOST_SPELLINGS);
        checkSize(column, "values", values, MOST_VALUES);
        checkSize(column, "dayFormats", dayFormats, MOST_DAY_FORMATS);
        if (column.has("headers") && headers.isEmpty()) {
            column.broken("headers", "no-header");
        }
        if (occurrence != null && headers.isEmpty()) {
            column.broken("occurrence", "only-with-headers");
        }
        if (template != null && !ValueTemplate.isWellFormed(template)) {
            column.broken("template", "value-template");
        }
        dayFormats.stream()
                .filter(format -> !DayReader.isFormat(format))
                .forEach(format -> column.broken("dayFormats", "day-format", format));
    }

    private static void checkSize(ItemFields column, String name, List<?> list, int most) {
        if (list.size() > most) {
            column.broken(name, "too-many", most);
        }
    }
}
