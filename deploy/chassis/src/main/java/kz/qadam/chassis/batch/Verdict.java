package kz.qadam.chassis.batch;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.Map;
import java.util.UUID;
import kz.qadam.chassis.language.Language;
import kz.qadam.chassis.numbers.PersonalNumber;
import kz.qadam.chassis.problem.ProblemBody;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * The verdict on one item of a batch.
 *
 * @param reference the sender's, as far as it could be read; null where a rejected one holds the number of a person
 * @param line the line of the file on which the item begins, where the input has lines
 * @param status accepted, pending, refused, duplicate, conflict, rejected or not-kept
 * @param more what this kind of item says beside it
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(description = "The verdict on one item.")
public record Verdict(
        int index,
        Integer line,

        @Schema(
                description =
                        "The sender's. Absent if it cannot be read, or is rejected and holds the number of a person.")
        String reference,

        @Schema(enumeration = {"accepted", "pending", "refused", "duplicate", "conflict", "rejected", "not-kept"})
        String status,

        UUID id,
        ProblemBody problem,
        @JsonAnyGetter @Schema(hidden = true) Map<String, Object> more) {

    /** @param mostFaults so many faults are listed, the others only counted */
    static Verdict of(
            Item item,
            String reference,
            Outcome<?> outcome,
            Map<String, Object> more,
            Language language,
            int mostFaults) {
        if (outcome instanceof Outcome.Kept<?> kept) {
            return new Verdict(item.index(), item.line(), reference, outcome.verdict(), kept.id(), null, more);
        }
        if (outcome instanceof Outcome.Repeated<?> repeated) {
            return new Verdict(item.index(), item.line(), reference, outcome.verdict(), repeated.id(), null, more);
        }
        var problem = ((Outcome.Rejected<?>) outcome).problem();
        return new Verdict(
                item.index(),
                item.line(),
                reference != null && PersonalNumber.isIn(reference) ? null : reference,
                outcome.verdict(),
                null,
                ProblemBody.of(problem, language, mostFaults),
                Map.of());
    }

    /** As it reads when the rest of an atomic batch was not right. */
    Verdict notKept() {
        boolean fresh = status.equals("accepted") || status.equals("pending") || status.equals("refused");
        return fresh ? new Verdict(index, line, reference, "not-kept", null, null, Map.of()) : this;
    }

    Verdict withoutIds() {
        return new Verdict(index, line, reference, status, null, problem, Map.of());
    }
}
