package kz.qadam.progress.completion;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * The statements of a partner about a completion.
 *
 * @param enrolment the enrolment's reference or id
 * @param score without trailing zeros, so that equal numbers are equal
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "StatedCompletion")
public record CompletionContent(
        @Schema(examples = "E-2026-0001") String enrolment,
        @Schema(examples = "2026-05-31") LocalDate completedOn,
        @Schema(examples = "0.87") BigDecimal score,
        String certificate) {

    public CompletionContent {
        score = score == null ? null : score.stripTrailingZeros();
    }

    /**
     * The names of the members in which the two contents differ.
     *
     * @param sameEnrolment whether both name the same enrolment, by reference or by id
     */
    @SuppressWarnings("BigDecimalEquals") // Scores are without trailing zeros.
    List<String> differencesFrom(CompletionContent other, boolean sameEnrolment) {
        List<String> names = new ArrayList<>();
        note(names, sameEnrolment || Objects.equals(enrolment, other.enrolment), "enrolment");
        note(names, Objects.equals(completedOn, other.completedOn), "completedOn");
        note(names, Objects.equals(score, other.score), "score");
        note(names, Objects.equals(certificate, other.certificate), "certificate");
        return names;
    }

    private static void note(List<String> names, boolean same, String name) {
        if (!same) {
            names.add(name);
        }
    }
}
