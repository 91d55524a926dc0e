package kz.qadam.progress.completion;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import kz.qadam.chassis.submission.ParsedItem;
import kz.qadam.progress.enrolment.Enrolment;
import kz.qadam.progress.enrolment.EnrolmentName;
import kz.qadam.progress.enrolment.Enrolments;
import org.jdbi.v3.core.Handle;

/**
 * Handles completions whose texts look like identification numbers to the present check, but did not to the check of
 * earlier versions: a completion that was accepted then is answered as before, a new one is rejected.
 */
final class FormerlyAcceptedTexts {

    private static final String RECORDED = """
            select c.institution, c.reference from unnest(:institutions, :references) as sent (institution, reference)
              join completion c using (institution, reference) where c.enrolment is not null
            """;

    private FormerlyAcceptedTexts() {}

    /** Returns the same items in the same order; items that are doubtful and new are rejected. */
    static List<ParsedItem<CompletionPost>> rejectNewDoubtful(Handle handle, List<ParsedItem<CompletionPost>> items) {
        List<ParsedItem<CompletionPost>> doubtful =
                items.stream().filter(FormerlyAcceptedTexts::isDoubtful).toList();
        if (doubtful.isEmpty()) {
            return items;
        }
        Set<CompletionName> recorded = recorded(handle, doubtful);
        Map<EnrolmentName, Enrolment> enrolments = Enrolments.find(
                handle,
                new TreeSet<>(
                        doubtful.stream().map(FormerlyAcceptedTexts::enrolment).toList()));
        return items.stream()
                .map(item -> !isDoubtful(item) || recorded.contains(completion(item))
                        ? item
                        : enrolments.containsKey(enrolment(item))
                                ? rejectedIfDoubtful(item, "institution", "enrolment")
                                : rejectedIfDoubtful(item))
                .toList();
    }

    /** Whether a text of the item may contain an identification number, while nothing else is wrong with the item. */
    private static boolean isDoubtful(ParsedItem<CompletionPost> item) {
        return item.problem().isEmpty() && item.fields().doubt().isPresent();
    }

    /** Rejects the item for its doubtful members, except for those that were accepted before. */
    private static ParsedItem<CompletionPost> rejectedIfDoubtful(ParsedItem<CompletionPost> item, String... accepted) {
        return item.fields().doubt(accepted).map(item::rejected).orElse(item);
    }

    private static Set<CompletionName> recorded(Handle handle, Collection<ParsedItem<CompletionPost>> doubtful) {
        return new HashSet<>(handle.createQuery(RECORDED)
                .bindArray(
                        "institutions",
                        String.class,
                        doubtful.stream().map(ParsedItem::actingFor).toList())
                .bindArray(
                        "references",
                        String.class,
                        doubtful.stream().map(one -> one.content().reference()).toList())
                .map((row, context) -> new CompletionName(row.getString(1), row.getString(2)))
                .list());
    }

    private static CompletionName completion(ParsedItem<CompletionPost> item) {
        return new CompletionName(item.actingFor(), item.content().reference());
    }

    private static EnrolmentName enrolment(ParsedItem<CompletionPost> item) {
        return new EnrolmentName(item.actingFor(), item.content().enrolment());
    }
}
