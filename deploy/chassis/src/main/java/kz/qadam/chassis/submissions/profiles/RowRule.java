package kz.qadam.chassis.submissions.profiles;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Objects;
import kz.qadam.chassis.http.batch.FreeText;
import kz.qadam.chassis.http.batch.ItemFields;
import kz.qadam.chassis.http.batch.SelfChecking;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What a row has to meet to be taken.
 *
 * @param keep the values of the rows that are taken; empty: any value that is not empty
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
@Schema(name = "RowRule", description = "Only rows with one of these values in a column of the sent table are taken.")
public record RowRule(
        @Schema(
                description = "The header of the column in the sent table, in all its spellings.",
                examples = "[\"Аяқтады\", \"Статус\"]")
        @NotNull
        List<@Size(min = 1, max = 200) @FreeText(mayHonourPerson = true) String> headers,

        @Schema(description = "Which of several columns with this header, from 1.") @Min(1) @Max(100)
        Integer occurrence,

        @Schema(
                description = "The values of the rows that are taken; left out: any value, but not an empty cell.",
                examples = "[\"Иә\", \"Да\"]")
        List<@Size(min = 1, max = 300) @FreeText(mayHonourPerson = true) String> keep)
        implements SelfChecking {

    private static final int MOST_SPELLINGS = 20;
    private static final int MOST_VALUES = 1_000;

    public RowRule {
        headers = Objects.requireNonNullElse(headers, List.of());
        keep = Objects.requireNonNullElse(keep, List.of());
    }

    @Override
    public void check(ItemFields rule) {
        if (rule.has("headers") && headers.isEmpty()) {
            rule.broken("headers", "no-header");
        }
        if (headers.size() > MOST_SPELLINGS) {
            rule.broken("headers", "too-many", MOST_SPELLINGS);
        }
        if (keep.size() > MOST_VALUES) {
            rule.broken("keep", "too-many", MOST_VALUES);
        }
    }
}
