package kz.qadam.progress.completion;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import kz.qadam.chassis.submission.ParsedItem;
import kz.qadam.progress.completion.Completion.CompletionKey;
import kz.qadam.progress.enrolment.Enrolment;
import kz.qadam.progress.enrolment.Enrolments;
import kz.qadam.progress.enrolment.Enrolments.EnrolmentName;
import org.jdbi.v3.core.Handle;

/**
 * Handles completions whose texts look like identification numbers, or as if they named a person, to the present check,
 * but did not to the checks of earlier versions: a completion that was accepted then is answered as before, a new one is
 * rejected.
 */
final class FormerlyAcceptedTexts {

    private static final String RECORDED = """
            select institution, reference from %s join completion c using (institution, reference)
             where c.enrolment is not null
            """.formatted(CompletionRows.KEYS.rows("sent"));

    private FormerlyAcceptedTexts() {}

    /** Returns the same items in the same order; items that are doubtful and new are rejected. */
    static List<ParsedItem<CompletionPost>> rejectNewDoubtful(Handle handle, List<ParsedItem<CompletionPost>> items) {
        List<ParsedItem<CompletionPost>> doubtful =
                items.stream().filter(FormerlyAcceptedTexts::isDoubtful).toList();
        if (doubtful.isEmpty()) {
            return items;
        }
        Set<CompletionKey> recorded = CompletionRows.KEYS
                .bind(
                        handle.createQuery(RECORDED),
                        doubtful.stream().map(NewCompletions::key).toList())
                .map(CompletionRows.KEYS)
                .set();
        Map<EnrolmentName, Enrolment> enrolments = Enrolments.find(
                handle, doubtful.stream().map(NewCompletions::enrolment).collect(Collectors.toSet()));
        return items.stream()
                .map(item -> !isDoubtful(item) || recorded.contains(NewCompletions.key(item))
                        ? item
                        : enrolments.containsKey(NewCompletions.enrolment(item))
                                ? rejectedIfDoubtful(item, "institution", "enrolment")
                                : rejectedIfDoubtful(item))
                .toList();
    }

    /** Whether a text of the item may name a person, while nothing else is wrong with the item. */
    private static boolean isDoubtful(ParsedItem<CompletionPost> item) {
        return item.problem().isEmpty() && item.fields().doubt().isPresent();
    }

    /** Rejects the item for its doubtful members, except for those that were accepted before. */
    private static ParsedItem<CompletionPost> rejectedIfDoubtful(ParsedItem<CompletionPost> item, String... accepted) {
        return item.fields().doubt(accepted).map(item::rejected).orElse(item);
    }
}
