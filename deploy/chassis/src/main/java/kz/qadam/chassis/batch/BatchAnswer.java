package kz.qadam.chassis.batch;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * The verdict on every item, in the order of the input, nothing left out.
 *
 * @param items what the verdicts are about
 * @param notKept in an atomic batch that was not kept: how many were right themselves; else null
 * @param effect in a dry run: what all of them together would do; else null
 */
@Schema(
        description = "The verdict on every item, in the order of the input. received is the sum of accepted, pending,"
                + " refused, duplicate, conflict, rejected and, in an atomic batch that was not kept, notKept.")
public record BatchAnswer(
        int received,
        int accepted,
        int pending,
        int refused,
        int duplicate,
        int conflict,
        int rejected,
        @JsonInclude(JsonInclude.Include.NON_NULL) Integer notKept,
        boolean dryRun,
        List<Verdict> results,

        @JsonInclude(JsonInclude.Include.NON_NULL)
        @Schema(description = "In a dry run: what all of them together would do.")
        Object effect,

        @JsonIgnore @Schema(hidden = true) List<Item> items) {

    /** Multi-Status: each item has a status of its own. */
    public static final int STATUS = 207;

    /** For the documentation: the rows as they were sent, and beside each what became of it. */
    public static final String CSV = """
            reference,…,_line,_status,_error,_id
            R-1,…,2,accepted,,018f…
            R-2,…,3,rejected,day is not a date such as 2026-05-31 or 31.05.2026; slashes are not read.,
            """;

    /**
     * Renders the outcomes.
     *
     * @param reference the partner's reference of an item
     * @param more what the verdict on a kept item says beside the usual
     */
    public static <V> BatchAnswer of(
            Terms terms,
            List<Item> items,
            List<Outcome<V>> outcomes,
            Function<Item, String> reference,
            Function<V, Map<String, Object>> more) {
        boolean undone = !terms.dryRun() && !terms.keeps(outcomes);
        List<Verdict> verdicts = new ArrayList<>(items.size());
        int faultsLeft = FaultAllowance.OF_BODY
                - (int) outcomes.stream().filter(one -> faults(one) > 0).count();
        for (int i = 0; i < items.size(); i++) {
            Item item = items.get(i);
            Outcome<V> outcome = outcomes.get(i);
            int beyondTheFirst = Math.min(faultsLeft, Math.max(0, faults(outcome) - 1));
            faultsLeft -= beyondTheFirst;
            Verdict verdict = Verdict.of(
                    item, reference.apply(item), outcome, moreOf(outcome, more), terms.language(), 1 + beyondTheFirst);
            verdict = undone ? verdict.notKept() : verdict;
            verdicts.add(terms.dryRun() ? verdict.withoutIds() : verdict);
        }
        return new BatchAnswer(
                items.size(),
                count(verdicts, "accepted"),
                count(verdicts, "pending"),
                count(verdicts, "refused"),
                count(verdicts, "duplicate"),
                count(verdicts, "conflict"),
                count(verdicts, "rejected"),
                undone ? count(verdicts, "not-kept") : null,
                terms.dryRun(),
                verdicts,
                null,
                items);
    }

    /** The same, and what all of them together would do. */
    public BatchAnswer with(Object whatTheyWouldDo) {
        return new BatchAnswer(
                received,
                accepted,
                pending,
                refused,
                duplicate,
                conflict,
                rejected,
                notKept,
                dryRun,
                results,
                whatTheyWouldDo,
                items);
    }

    private static <V> Map<String, Object> moreOf(Outcome<V> outcome, Function<V, Map<String, Object>> more) {
        if (outcome instanceof Outcome.Kept<V> kept) {
            return more.apply(kept.view());
        }
        return outcome instanceof Outcome.Repeated<V> repeated ? more.apply(repeated.view()) : Map.of();
    }

    private static int faults(Outcome<?> outcome) {
        return outcome instanceof Outcome.Rejected<?> rejected
                ? rejected.problem().errors().size()
                : 0;
    }

    private static int count(List<Verdict> verdicts, String status) {
        return (int) verdicts.stream().filter(v -> v.status().equals(status)).count();
    }
}
