package kz.qadam.progress.completion;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import kz.qadam.chassis.submissions.submission.ParsedItem;
import kz.qadam.progress.completion.Completion.CompletionKey;
import kz.qadam.progress.completion.CompletionName.Found;
import kz.qadam.progress.enrolment.Enrolment;
import kz.qadam.progress.enrolment.EnrolmentCopies;
import kz.qadam.progress.enrolment.EnrolmentCopies.EnrolmentName;
import org.jdbi.v3.core.Handle;

/**
 * The completions that corrections name, locked together with the names of their present and corrected enrolments. A
 * transaction that changes one of these enrolments waits, and then finds the corrected completions.
 */
final class LockedCompletions {

    private final Map<CompletionName, Found> found;
    private final Map<EnrolmentName, Enrolment> enrolments;
    private final Map<CompletionKey, Completion> completions;

    private LockedCompletions(
            Map<CompletionName, Found> found,
            Map<EnrolmentName, Enrolment> enrolments,
            Map<CompletionKey, Completion> completions) {
        this.found = found;
        this.enrolments = enrolments;
        this.completions = new HashMap<>(completions);
    }

    /**
     * Locks names of enrolments before completions. The present enrolment name of a completion is certain only when the
     * completion is locked: if it has changed by then, all locks are released and the method begins again.
     */
    static LockedCompletions of(Handle handle, List<ParsedItem<CorrectionPost>> items) {
        for (; ; ) {
            handle.savepoint("unlocked");
            Map<CompletionName, Found> found =
                    CompletionName.find(handle, items.stream().map(LockedCompletions::name));
            found.entrySet()
                    .removeIf(one -> !one.getValue().belongsTo(one.getKey().institution()));
            SortedSet<EnrolmentName> names = names(items, found);
            Map<EnrolmentName, Enrolment> enrolments = EnrolmentCopies.lock(handle, names);
            Map<CompletionKey, Completion> completions = CompletionRows.lock(
                    handle, found.values().stream().map(Found::key).distinct().toList());
            if (completions.values().stream()
                    .allMatch(one -> one.isTombstone()
                            || names.contains(enrolment(one.key(), one.content().enrolment())))) {
                return new LockedCompletions(found, enrolments, completions);
            }
            handle.rollbackToSavepoint("unlocked");
        }
    }

    /**
     * The completion that a correction names, in the state in which earlier corrections of this transaction left it;
     * null if there is none.
     */
    Completion find(ParsedItem<CorrectionPost> item) {
        Found one = found.get(name(item));
        return one == null ? null : completions.get(one.key());
    }

    void put(Completion completion) {
        completions.put(completion.key(), completion);
    }

    /** The enrolment with this name; null while it is not known. */
    Enrolment enrolment(String institution, String name) {
        return enrolments.get(new EnrolmentName(institution, name));
    }

    /** Whether the name refers to the completion's present enrolment. */
    boolean isCurrentEnrolment(Completion completion, String name) {
        Enrolment enrolment = name == null ? null : enrolment(completion.institution(), name);
        return enrolment != null
                && completion.enrolled() != null
                && enrolment.id().equals(completion.enrolled().enrolmentId());
    }

    private static SortedSet<EnrolmentName> names(
            List<ParsedItem<CorrectionPost>> items, Map<CompletionName, Found> found) {
        SortedSet<EnrolmentName> names = new TreeSet<>();
        for (Found one : found.values()) {
            if (one.enrolment() != null) {
                names.add(enrolment(one.key(), one.enrolment()));
            }
        }
        for (ParsedItem<CorrectionPost> item : items) {
            if (item.content().enrolment() != null && found.containsKey(name(item))) {
                names.add(new EnrolmentName(item.actingFor(), item.content().enrolment()));
            }
        }
        return names;
    }

    private static EnrolmentName enrolment(CompletionKey key, String name) {
        return new EnrolmentName(key.institution(), name);
    }

    private static CompletionName name(ParsedItem<CorrectionPost> item) {
        return new CompletionName(item.actingFor(), item.content().completion());
    }
}
