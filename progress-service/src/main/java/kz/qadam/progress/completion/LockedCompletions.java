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
 * The completions that corrections mean, locked together with the names of the enrolments that they leave and come to:
 * an enrolment that changes meanwhile waits, and then finds them where they are.
 */
final class LockedCompletions {

    private record Key(String institution, String reference) {}

    private final Map<CompletionName, Found> meant;
    private final Map<EnrolmentName, Enrolment> enrolments;
    private final Map<Key, Completion> completions = new HashMap<>();

    private LockedCompletions(Map<CompletionName, Found> meant, Map<EnrolmentName, Enrolment> enrolments) {
        this.meant = meant;
        this.enrolments = enrolments;
    }

    /**
     * Names are locked before completions, but which name a completion goes by is only certain once it is locked. Where
     * it was another one by then, all is let go and begun again.
     */
    static LockedCompletions of(Handle handle, List<ParsedItem<CorrectionPost>> items) {
        for (; ; ) {
            handle.savepoint("unlocked");
            Map<CompletionName, Found> meant = CompletionName.find(
                    handle,
                    items.stream().map(LockedCompletions::name).distinct().toList());
            meant.entrySet().removeIf(one -> !one.getValue().isOf(one.getKey().institution()));
            SortedSet<EnrolmentName> names = names(items, meant);
            var locks = new LockedCompletions(meant, Enrolments.hold(handle, names));
            List<Completion> locked = locked(handle, meant.values());
            if (locked.stream().allMatch(completion -> names.containsAll(nameOf(completion)))) {
                locked.forEach(locks::put);
                return locks;
            }
            handle.rollbackToSavepoint("unlocked");
        }
    }

    /** The completion that a correction means, as those before it left it; null if there is none. */
    Completion named(ParsedItem<CorrectionPost> item) {
        Found one = meant.get(name(item));
        return one == null ? null : completions.get(new Key(one.institution(), one.reference()));
    }

    void put(Completion completion) {
        completions.put(new Key(completion.institution(), completion.reference()), completion);
    }

    /** What an institution calls so; null if that is not known yet. */
    Enrolment enrolment(String institution, String name) {
        return enrolments.get(new EnrolmentName(institution, name));
    }

    /** Whether the name means the enrolment that the completion has now. */
    boolean isCurrentEnrolment(Completion completion, String name) {
        Enrolment named = name == null ? null : enrolment(completion.institution(), name);
        return named != null
                && completion.enrolled() != null
                && named.id().equals(completion.enrolled().enrolmentId());
    }

    private static SortedSet<EnrolmentName> names(
            List<ParsedItem<CorrectionPost>> items, Map<CompletionName, Found> meant) {
        SortedSet<EnrolmentName> names = new TreeSet<>();
        for (Found one : meant.values()) {
            if (one.enrolment() != null) {
                names.add(new EnrolmentName(one.institution(), one.enrolment()));
            }
        }
        for (ParsedItem<CorrectionPost> item : items) {
            if (item.content().enrolment() != null && meant.containsKey(name(item))) {
                names.add(new EnrolmentName(item.actingFor(), item.content().enrolment()));
            }
        }
        return names;
    }

    private static List<Completion> locked(Handle handle, Collection<Found> meant) {
        List<Found> all = meant.stream().distinct().toList();
        return CompletionRows.lock(
                handle,
                all.stream().map(Found::institution).toList(),
                all.stream().map(Found::reference).toList());
    }

    private static List<EnrolmentName> nameOf(Completion completion) {
        return completion.isAwaited()
                ? List.of()
                : List.of(new EnrolmentName(
                        completion.institution(), completion.content().enrolment()));
    }

    private static CompletionName name(ParsedItem<CorrectionPost> item) {
        return new CompletionName(item.actingFor(), item.content().completion());
    }
}
