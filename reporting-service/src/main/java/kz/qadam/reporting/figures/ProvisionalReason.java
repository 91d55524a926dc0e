package kz.qadam.reporting.figures;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.ArrayList;
import java.util.List;
import kz.qadam.reporting.asof.PointInTime;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jdbi.v3.core.Handle;

/**
 * A reason why a figure may still change without anything new happening.
 *
 * @param cohort the cohort that it concerns; absent if it concerns all
 * @param count of how many; absent if it is not a matter of number
 */
@Schema(name = "Because", description = "Why the figures are provisional.")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ProvisionalReason(
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

    private static final String OPEN_SPANS = """
            select count(*) from dead_letter_span where opened <= :batch and closed > :batch
            """;

    /**
     * How the intake is doing: of all instances together, whichever is asked. About the past only what was stamped with
     * the batch counts, so that the same question has the same answer for ever.
     */
    static List<ProvisionalReason> ofIntake(PointInTime moment) {
        List<ProvisionalReason> reasons = new ArrayList<>();
        if (moment.halted()) {
            reasons.add(new ProvisionalReason(
                    "intake-halted", null, null, "Nothing is taken in until somebody has looked."));
        }
        if (moment.behind()) {
            reasons.add(new ProvisionalReason(
                    "intake-behind", null, null, "Events that were published are still to be taken in."));
        }
        return reasons;
    }

    /** Events that could not be read at the batch of the moment. */
    static List<ProvisionalReason> deadLetters(Handle database, PointInTime moment) {
        long open = database.createQuery(OPEN_SPANS)
                .bind("batch", moment.batch())
                .mapTo(Long.class)
                .one();
        return open == 0
                ? List.of()
                : List.of(new ProvisionalReason(
                        "dead-letters",
                        null,
                        open,
                        "Events that could not be read are waiting for somebody to resolve them."));
    }

    static ProvisionalReason evaluating(String cohort) {
        return new ProvisionalReason(
                "evaluating",
                cohort,
                null,
                "Not everybody in the cohort has been judged by the newest catalogue yet, or not all that follows has"
                        + " been taken in.");
    }
}
