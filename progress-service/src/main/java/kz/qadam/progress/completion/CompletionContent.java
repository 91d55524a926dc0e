package kz.qadam.progress.completion;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * The statements of a partner about a completion.
 *
 * @param enrolment the enrolment's reference or id
 * @param details {@link CompletionDetails#NONE} if there are none; null is read so too
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
// Else OpenAPI would name the details first.
@JsonPropertyOrder({"enrolment", "completedOn"})
@Schema(name = "StatedCompletion")
public record CompletionContent(
        @Schema(examples = "E-2026-0001") String enrolment,
        @Schema(examples = "2026-05-31") LocalDate completedOn,
        @JsonUnwrapped CompletionDetails details) {

    /** The beginning of the name of an enrolment that nobody knows any more; references of enrolments do not begin so. */
    static final String UNKNOWN_NAME = "restored-";

    public CompletionContent {
        details = Objects.requireNonNullElse(details, CompletionDetails.NONE);
    }

    /** Whether nobody knows any more what the institution has called the enrolment for which the completion waits. */
    boolean hasUnknownName() {
        return enrolment.startsWith(UNKNOWN_NAME);
    }

    /** The same with the details of another one. */
    CompletionContent withDetailsOf(CompletionContent other) {
        return new CompletionContent(enrolment, completedOn, other.details);
    }

    CompletionDetails.Published published() {
        return details.published();
    }

    /**
     * The names of the members in which the two contents differ.
     *
     * @param sameEnrolment whether both name the same enrolment, by reference or by id
     */
    List<String> differencesFrom(CompletionContent other, boolean sameEnrolment) {
        List<String> names = new ArrayList<>();
        note(names, sameEnrolment || Objects.equals(enrolment, other.enrolment), "enrolment");
        note(names, Objects.equals(completedOn, other.completedOn), "completedOn");
        details.differences(other.details).forEach(names::add);
        return names;
    }

    private static void note(List<String> names, boolean same, String name) {
        if (!same) {
            names.add(name);
        }
    }
}
