package kz.qadam.reporting.figures;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A reason why a figure may still change without anything new happening.
 *
 * @param cohort the cohort that it concerns; absent if it concerns all
 * @param count of how many; absent if it is not a matter of number
 */
@Schema(description = "Why the figures are provisional.")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Because(
        @Schema(
                description = "dead-letters: events could not be read; evaluating: a cohort is being judged by a"
                        + " changed catalogue; intake-behind: events wait, or a part of them is not"
                        + " read; intake-halted: some or all are not taken in any more.",
                enumeration = {"dead-letters", "evaluating", "intake-behind", "intake-halted"})
        String code,

        @Schema(description = "The cohort concerned; absent if all are.", examples = "pupils")
        String cohort,

        @Schema(description = "How many, where it can be counted.", examples = "1")
        Long count,

        String detail) {

    static Because deadLetters(long open) {
        return new Because(
                "dead-letters", null, open, "Events that could not be read are waiting for somebody to resolve them.");
    }

    static Because evaluating(String cohort) {
        return new Because(
                "evaluating", cohort, null, "Not everybody in the cohort has been judged by the newest catalogue yet.");
    }

    static Because intakeBehind() {
        return new Because("intake-behind", null, null, "Events that were published are still to be taken in.");
    }

    static Because intakeHalted() {
        return new Because("intake-halted", null, null, "Nothing is taken in until somebody has looked.");
    }
}
