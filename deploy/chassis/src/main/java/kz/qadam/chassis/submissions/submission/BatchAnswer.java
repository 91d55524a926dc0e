package kz.qadam.chassis.submissions.submission;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import kz.qadam.chassis.http.batch.Item;
import kz.qadam.chassis.http.batch.RemainingFaults;
import kz.qadam.chassis.http.security.CountsItems;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * The answer to a batch: the verdict on every item, in the order of the input.
 *
 * @param counts a member for each verdict, with the number of items that got it
 * @param leftOut how many rows of a table were left out by its profile; null without a profile
 * @param notKept in an atomic batch that was not kept, the number of items without faults; else null
 * @param effect in a dry run, the effect of all items together; else null
 * @param items the items of the verdicts
 * @param columns which additional members of verdicts a table has, too
 */
@Schema(description = "The verdict on every item, in the order of the input.")
public record BatchAnswer(
        int received,

        @JsonInclude(JsonInclude.Include.NON_NULL)
        @Schema(description = "With a profile: how many rows of the table it left out. received does not count them.")
        Integer leftOut,

        @JsonUnwrapped @Schema(hidden = true) VerdictCounts counts,
        @JsonInclude(JsonInclude.Include.NON_NULL) Integer notKept,
        boolean dryRun,
        List<ItemVerdict> results,

        @JsonInclude(JsonInclude.Include.NON_NULL)
        @Schema(description = "In a dry run: the effect of all items together.")
        Object effect,

        @JsonIgnore @Schema(hidden = true) List<Item> items,
        @JsonIgnore @Schema(hidden = true) List<String> columns)
        implements CountsItems {

    /** Multi-Status: each item has a status of its own. */
    public static final int STATUS = 207;

    /** An example for the documentation: the rows as they were sent, with their verdicts in further columns. */
    public static final String CSV = """
            reference,…,_line,_status,_error,_id
            R-1,…,2,accepted,,018f…
            R-2,…,3,rejected,day: 31/05/2026 is not a date such as 2026-05-31 or 31.05.2026; slashes are not read.,
            """;

    /**
     * Makes the answer from the outcomes.
     *
     * @param keptVerdicts the verdicts on kept items, in the order in which they are counted
     * @param derivedReference the reference of an item that came without one
     * @param details the additional members of the verdict on a kept item
     */
    public static <P, V> BatchAnswer of(
            List<String> keptVerdicts,
            BatchOptions options,
            List<ParsedItem<P>> items,
            List<Outcome<V>> outcomes,
            Function<V, String> derivedReference,
            Function<V, Map<String, Object>> details) {
        boolean isUndone = !options.dryRun() && !options.commits(outcomes);
        boolean isRefusedAnyway = BlockedPersonVerdicts.isRefusedAnyway(options, outcomes);
        List<ItemVerdict> verdicts = new ArrayList<>(items.size());
        int faultsLeft = RemainingFaults.OF_BODY
                - (int) outcomes.stream().filter(one -> faults(one) > 0).count();
        int notKept = 0;
        for (int i = 0; i < items.size(); i++) {
            Outcome<V> outcome = outcomes.get(i);
            if (isRefusedAnyway && BlockedPersonVerdicts.saysBlocked(outcome)) {
                verdicts.add(ItemVerdict.notKept(items.get(i)));
                notKept++;
                continue;
            }
            int beyondTheFirst = Math.min(faultsLeft, Math.max(0, faults(outcome) - 1));
            faultsLeft -= beyondTheFirst;
            ItemVerdict verdict = ItemVerdict.of(
                    items.get(i), outcome, derivedReference, details, options.language(), 1 + beyondTheFirst);
            if (isUndone && outcome instanceof Outcome.Kept<V>) {
                verdict = verdict.notKept();
                notKept++;
            }
            verdicts.add(options.dryRun() ? verdict.withoutIds(items.get(i).reference()) : verdict);
        }
        return new BatchAnswer(
                items.size(),
                null,
                VerdictCounts.of(keptVerdicts, verdicts),
                isUndone ? notKept : null,
                options.dryRun(),
                verdicts,
                null,
                items.stream().map(ParsedItem::item).toList(),
                List.of());
    }

    /** All verdicts that an item can get, in the order in which answers count them. */
    public static List<String> verdicts(List<String> keptVerdicts) {
        List<String> all = new ArrayList<>(keptVerdicts);
        all.addAll(List.of(Outcome.Repeated.VERDICT, Outcome.Rejected.CONFLICT, Outcome.Rejected.VERDICT));
        return all;
    }

    /** How many items got each verdict, in the order of the verdicts. */
    public Map<String, Integer> countsByVerdict() {
        return counts.byVerdict();
    }

    /** The same answer, with the effect of all items together. */
    public BatchAnswer with(Object whatTheyWouldDo) {
        return new BatchAnswer(received, leftOut, counts, notKept, dryRun, results, whatTheyWouldDo, items, columns);
    }

    /** The same answer to a table of which rows were left out; null without a profile. */
    BatchAnswer leavingOut(Integer rows) {
        return new BatchAnswer(received, rows, counts, notKept, dryRun, results, effect, items, columns);
    }

    /** The same answer, in whose table each row has these additional members of its verdict. */
    public BatchAnswer showing(List<String> members) {
        return new BatchAnswer(received, leftOut, counts, notKept, dryRun, results, effect, items, members);
    }

    private static int faults(Outcome<?> outcome) {
        return outcome instanceof Outcome.Rejected<?> rejected
                ? rejected.problem().errors().size()
                : 0;
    }

    /** The number of items by verdict: first the domain's verdicts on kept items, then the others. */
    record VerdictCounts(
            @JsonAnyGetter @Schema(hidden = true) Map<String, Integer> byVerdict) {

        /** Counts these verdicts; one that no item got is counted as 0. */
        static VerdictCounts of(List<String> keptVerdicts, List<ItemVerdict> results) {
            Map<String, Integer> counts = new LinkedHashMap<>();
            verdicts(keptVerdicts).forEach(verdict -> counts.put(verdict, 0));
            results.forEach(one -> counts.computeIfPresent(one.status(), (verdict, count) -> count + 1));
            return new VerdictCounts(counts);
        }
    }
}
