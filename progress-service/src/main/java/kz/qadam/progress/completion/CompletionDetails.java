package kz.qadam.progress.completion;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.util.Objects;
import java.util.stream.Stream;
import kz.qadam.chassis.http.batch.OptionalMemberGroups;
import kz.qadam.chassis.http.batch.OwnCode;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What an institution may state of a completion besides: each member is optional, can be corrected and is kept with its
 * history, and nothing is judged by it. A component declares a member once; posts, corrections, tables and their templates,
 * the history and person records have what is declared here, under its name. It has a column of that name in {@code
 * completion}, {@code former_completion} and {@code completion_state}; the message {@code column.completion.{name}} explains
 * it, and {@code detail.{name}} is what people call it.
 *
 * @param score without trailing zeros, so that equal numbers are equal
 * @param published never null
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record CompletionDetails(
        @Schema(examples = "0.87") @DecimalMin("0") @DecimalMax("1")
        BigDecimal score,

        @Schema(
                examples = "AI-101/2026-17",
                description = "The number of the certificate, if there is one. It is not published, and must not name a"
                        + " person.")
        @Size(min = 1, max = 200)
        @OwnCode
        String certificate,

        @JsonUnwrapped Published published) {

    static final CompletionDetails NONE = OptionalMemberGroups.none(CompletionDetails.class);

    /**
     * Of these the members that are published too: every answer about a completion and every event of it has them. The
     * contract of the events, {@code contracts/completion/state.json}, describes each, with an example.
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Published() {

        static final Published NONE = OptionalMemberGroups.none(Published.class);
    }

    public CompletionDetails {
        score = score == null ? null : score.stripTrailingZeros();
        published = Objects.requireNonNullElse(published, Published.NONE);
    }

    /** The same with other published ones. */
    CompletionDetails with(Published other) {
        return new CompletionDetails(score, certificate, other);
    }

    /** These, and of the former ones those that are not mentioned here. */
    CompletionDetails over(CompletionDetails former) {
        return OptionalMemberGroups.over(this, former);
    }

    /** The names of those that differ. */
    Stream<String> differences(CompletionDetails other) {
        return OptionalMemberGroups.differences(this, other);
    }
}
