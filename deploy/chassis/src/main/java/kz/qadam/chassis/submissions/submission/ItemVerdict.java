package kz.qadam.chassis.submissions.submission;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import kz.qadam.chassis.base.language.Language;
import kz.qadam.chassis.base.numbers.PersonalNumber;
import kz.qadam.chassis.http.problem.Problem;
import kz.qadam.chassis.http.problem.ProblemBody;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * The verdict on one item of a batch.
 *
 * @param reference the submitter's reference, if it could be read, or the one that was derived; null if it was rejected
 *     for the identification number of a person
 * @param line the line of the file on which the item begins, if the input has lines
 * @param status the outcome's verdict, or not-kept
 * @param details the additional members of this kind of item
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "Verdict", description = "The verdict on one item.")
public record ItemVerdict(
        int index,
        Integer line,

        @Schema(
                description =
                        "The sender's reference, or the one derived for it. Absent if it cannot be read, or was rejected because it contains the"
                                + " identification number of a person.")
        String reference,

        String status,
        UUID id,
        ProblemBody problem,
        @JsonAnyGetter @Schema(hidden = true) Map<String, Object> details) {

    /** The verdict on an item without faults, in an atomic batch with a rejected item. */
    static final String NOT_KEPT = "not-kept";

    /** @param mostFaults the most faults that are listed; the others are only counted */
    static <P, V> ItemVerdict of(
            ParsedItem<P> item,
            Outcome<V> outcome,
            Function<V, String> derivedReference,
            Function<V, Map<String, Object>> details,
            Language language,
            int mostFaults) {
        if (outcome instanceof Outcome.Kept<V> kept) {
            return of(item, kept.verdict(), kept.id(), details.apply(kept.view()))
                    .orUnder(derivedReference.apply(kept.view()));
        }
        if (outcome instanceof Outcome.Repeated<V> repeated) {
            return of(item, repeated.verdict(), repeated.id(), details.apply(repeated.view()))
                    .orUnder(derivedReference.apply(repeated.view()));
        }
        Problem problem = ((Outcome.Rejected<V>) outcome).problem();
        String reference = item.reference();
        return new ItemVerdict(
                item.item().index(),
                item.item().line(),
                reference != null && PersonalNumber.isIn(reference) ? null : reference,
                outcome.verdict(),
                null,
                ProblemBody.of(problem, language, mostFaults),
                Map.of());
    }

    private static ItemVerdict of(ParsedItem<?> item, String status, UUID id, Map<String, Object> details) {
        return new ItemVerdict(item.item().index(), item.item().line(), item.reference(), status, id, null, details);
    }

    /** Under a derived reference, if the item had none. */
    private ItemVerdict orUnder(String derived) {
        return reference == null ? new ItemVerdict(index, line, derived, status, id, problem, details) : this;
    }

    static ItemVerdict notKept(ParsedItem<?> item) {
        return of(item, NOT_KEPT, null, Map.of());
    }

    ItemVerdict notKept() {
        return new ItemVerdict(index, line, reference, NOT_KEPT, null, null, Map.of());
    }

    /**
     * Without what a dry run does not know: ids, and what is derived from them.
     *
     * @param sent the reference that was sent, if there was one
     */
    ItemVerdict withoutIds(String sent) {
        return new ItemVerdict(index, line, sent == null ? null : reference, status, null, problem, Map.of());
    }
}
