package kz.qadam.progress.completion;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import kz.qadam.chassis.submission.ParsedItem;
import kz.qadam.progress.completion.CompletionName.Found;
import kz.qadam.progress.enrolment.Enrolment;
import kz.qadam.progress.enrolment.EnrolmentName;
import kz.qadam.progress.enrolment.Enrolments;
import org.jdbi.v3.core.Handle;

/**
 * The completions that corrections name, locked together with the names of their present and corrected enrolments. A
 * transaction that changes one of these enrolments waits, and then finds the corrected completions.
 */
final class LockedCompletions {

    private record Key(String institution, String reference) {}

    private final Map<CompletionName, Found> found;
    private final Map<EnrolmentName, Enrolment> enrolments;
    private final Map<Key, Completion> completions = new HashMap<>();

    private LockedCompletions(Map<CompletionName, Found> found, Map<EnrolmentName, Enrolment> enrolments) {
        this.found = found;
        this.enrolments = enrolments;
    }

    /**
     * Locks names of enrolments before completions. The present enrolment name of a completion is certain only when the
     * completion is locked: if it has changed by then, all locks are released and the method begins again.
     */
    static LockedCompletions of(Handle handle, List<ParsedItem<CorrectionPost>> items) {
        for (; ; ) {
            handle.savepoint("unlocked");
            Map<CompletionName, Found> found = CompletionName.find(
                    handle,
                    items.stream().map(LockedCompletions::name).distinct().toList());
            found.entrySet()
                    .removeIf(one -> !one.getValue().belongsTo(one.getKey().institution()));
            SortedSet<EnrolmentName> names = names(items, found);
            var locks = new LockedCompletions(found, Enrolments.lock(handle, names));
            List<Completion> locked = lock(handle, found.values());
            if (locked.stream().allMatch(completion -> names.containsAll(enrolmentName(completion)))) {
                locked.forEach(locks::put);
                return locks;
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
        return one == null ? null : completions.get(new Key(one.institution(), one.reference()));
    }

    void put(Completion completion) {
        completions.put(new Key(completion.institution(), completion.reference()), completion);
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
                names.add(new EnrolmentName(one.institution(), one.enrolment()));
            }
        }
        for (ParsedItem<CorrectionPost> item : items) {
            if (item.content().enrolment() != null && found.containsKey(name(item))) {
                names.add(new EnrolmentName(item.actingFor(), item.content().enrolment()));
            }
        }
        return names;
    }

    private static List<Completion> lock(Handle handle, Collection<Found> found) {
        List<Found> all = found.stream().distinct().toList();
        return CompletionRows.lock(
                handle,
                all.stream().map(Found::institution).toList(),
                all.stream().map(Found::reference).toList());
    }

    private static List<EnrolmentName> enrolmentName(Completion completion) {
        return completion.isTombstone()
                ? List.of()
                : List.of(new EnrolmentName(
                        completion.institution(), completion.content().enrolment()));
    }

    private static CompletionName name(ParsedItem<CorrectionPost> item) {
        return new CompletionName(item.actingFor(), item.content().completion());
    }
}
