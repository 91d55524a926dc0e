package kz.qadam.reporting.figures;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.ArrayList;
import java.util.List;
import kz.qadam.reporting.asof.PointInTime;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jdbi.v3.core.Handle;

/**
 * A reason why a figure may still change although nothing new is reported.
 *
 * @param cohort the cohort that the reason applies to; null if it applies to all
 * @param count the number of dead letters; null for other reasons
 */
@Schema(name = "Because", description = "Why the figures are provisional.")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ProvisionalReason(
        @Schema(
                description = "dead-letters: the service could not read some events; evaluating: a cohort is being"
                        + " judged again after a change of the catalogue; intake-behind: events wait, or one"
                        + " of their partitions is not read; intake-halted: the intake of some or all events"
                        + " has stopped.",
                enumeration = {"dead-letters", "evaluating", "intake-behind", "intake-halted"})
        String code,

        @Schema(
                description = "The cohort that the reason applies to; absent if it applies to all.",
                examples = "pupils")
        String cohort,

        @Schema(description = "The number of dead letters; absent for other reasons.", examples = "1")
        Long count,

        String detail) {

    private static final String OPEN_SPANS = """
            select count(*) from dead_letter_span where opened <= :batch and closed > :batch
            """;

    /**
     * The state of the intake of all instances together. For the past it is the state that was stored with the batch,
     * so that the same question has the same answer for ever.
     */
    static List<ProvisionalReason> ofIntake(PointInTime time) {
        List<ProvisionalReason> reasons = new ArrayList<>();
        if (time.halted()) {
            reasons.add(new ProvisionalReason(
                    "intake-halted", null, null, "Nothing is taken in until somebody has looked."));
        }
        if (time.behind()) {
            reasons.add(new ProvisionalReason(
                    "intake-behind", null, null, "Events that were published are still to be taken in."));
        }
        return reasons;
    }

    /** The dead letters that were open at the batch. */
    static List<ProvisionalReason> deadLetters(Handle database, PointInTime time) {
        long open = database.createQuery(OPEN_SPANS)
                .bind("batch", time.batch())
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
