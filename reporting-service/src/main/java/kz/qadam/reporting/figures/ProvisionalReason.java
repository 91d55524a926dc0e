package kz.qadam.reporting.figures;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.ArrayList;
import java.util.Collection;
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
                        + " has stopped; not-opened: the office has not opened the public series.",
                enumeration = {"dead-letters", "evaluating", "intake-behind", "intake-halted", "not-opened"})
        String code,

        @Schema(
                description = "The cohort that the reason applies to; absent if it applies to all.",
                examples = "pupils")
        String cohort,

        @Schema(description = "The number of dead letters; absent for other reasons.", examples = "1")
        Long count,

        @Schema(description = "Absent in published figures.")
        String detail) {

    /** A reason in published figures, which is only a code. */
    static ProvisionalReason of(String code) {
        return new ProvisionalReason(code, null, null, null);
    }

    private static final String OPEN_SPANS = """
            select count(*) from dead_letter_span where opened <= :batch and closed > :batch
            """;

    /**
     * All reasons at a point in time. Of the past, the dead letters are those that were open at the batch, and the state
     * of the intake of all instances is what was stored with the batch, so that the same question has the same answer
     * for ever.
     *
     * @param evaluating the cohorts that are being judged again
     */
    public static List<ProvisionalReason> of(Handle database, PointInTime time, Collection<String> evaluating) {
        List<ProvisionalReason> reasons = new ArrayList<>();
        long letters = database.createQuery(OPEN_SPANS)
                .bind("batch", time.batch())
                .mapTo(Long.class)
                .one();
        if (letters > 0) {
            reasons.add(new ProvisionalReason(
                    "dead-letters",
                    null,
                    letters,
                    "Events that could not be read are waiting for somebody to resolve them."));
        }
        for (String cohort : evaluating) {
            reasons.add(new ProvisionalReason(
                    "evaluating",
                    cohort,
                    null,
                    "Not everybody in the cohort has been judged by the newest catalogue yet, or not all that follows"
                            + " has been taken in."));
        }
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
}
