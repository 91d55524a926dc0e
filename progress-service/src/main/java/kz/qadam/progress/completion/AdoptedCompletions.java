package kz.qadam.progress.completion;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import kz.qadam.progress.completion.Completion.EnrolmentMembers;
import kz.qadam.progress.completion.Completion.StateOrigin;
import kz.qadam.progress.learner.StateChangeCause;
import org.jdbi.v3.core.Handle;

/**
 * Completions that were taken over from what was published, after the database went back to a backup. An event does not say
 * what the institution has called the enrolment, nor score and certificate: the institution's next post of the same completion
 * adds them.
 */
public final class AdoptedCompletions {

    private static final String NOTE = """
            insert into adopted_completion (id, institution) select id, institution from completion where id = any(:ids)
            on conflict (id) do update set filled_at = null
            """;

    private static final String NOT_FILLED = """
            select id from adopted_completion where id = any(:ids) and filled_at is null
            """;

    private static final String FILLED = "update adopted_completion set filled_at = now() where id = any(:ids)";

    private AdoptedCompletions() {}

    /**
     * Takes over states, those of each completion in the order of their versions; one that is not newer than what is here
     * changes nothing.
     *
     * @return how many were left out, since their reference was used anew after the backup
     */
    public static int adopt(Handle handle, List<PublishedCompletion> published) {
        Map<UUID, Deque<PublishedCompletion>> left = new LinkedHashMap<>();
        published.forEach(one -> left.computeIfAbsent(one.completionId(), none -> new ArrayDeque<>())
                .add(one));
        int leftOut = 0;
        while (!left.isEmpty()) {
            leftOut += adoptOneOfEach(
                    handle, left.values().stream().map(Deque::poll).toList());
            left.values().removeIf(Deque::isEmpty);
        }
        return leftOut;
    }

    private static int adoptOneOfEach(Handle handle, List<PublishedCompletion> published) {
        Map<UUID, Completion> known = CompletionRows.lockById(
                handle,
                published.stream().map(PublishedCompletion::completionId).toList());
        List<Completion> fresh = new ArrayList<>();
        List<Completion> changed = new ArrayList<>();
        Set<UUID> incomplete = published.stream()
                .filter(one -> lacksDetails(known.get(one.completionId()), one))
                .map(PublishedCompletion::completionId)
                .collect(Collectors.toSet());
        for (PublishedCompletion one : published) {
            Completion before = known.get(one.completionId());
            if (before == null) {
                fresh.add(completion(null, one));
            } else if (before.version() < one.version()) {
                changed.add(completion(before, one));
            }
        }
        Set<UUID> inserted = CompletionRows.insert(handle, fresh);
        CompletionRows.update(handle, changed);
        handle.createUpdate(NOTE)
                .bindArray(
                        "ids",
                        UUID.class,
                        Stream.concat(inserted.stream(), changed.stream().map(Completion::id))
                                .filter(incomplete::contains)
                                .toList())
                .execute();
        return fresh.size() - inserted.size();
    }

    /** What a correction said of them was not published, either. */
    private static boolean lacksDetails(Completion before, PublishedCompletion one) {
        return one.completedOn() != null
                && (before == null
                        || before.isTombstone()
                        || one.cause().equals(StateChangeCause.CORRECTED.ofCompletion()));
    }

    private static Completion completion(Completion before, PublishedCompletion one) {
        boolean isPending = one.status() == CompletionStatus.PENDING;
        var enrolled =
                new EnrolmentMembers(one.enrolmentId(), one.learnerId(), one.cohort(), one.course(), one.region());
        return new Completion(
                one.completionId(),
                one.institution(),
                before == null ? one.reference() : before.reference(),
                content(before, one),
                new CompletionState(one.status(), one.counts(), one.because()),
                isPending ? null : enrolled,
                one.version(),
                before == null ? one.recordedAt() : before.recordedAt(),
                isPending ? one.recordedAt() : null,
                new StateOrigin(one.recordedAt(), StateChangeCause.ofCompletion(one.cause()), null, null));
    }

    private static CompletionContent content(Completion before, PublishedCompletion one) {
        if (one.completedOn() == null) {
            return null;
        }
        CompletionDetails details = before == null || before.isTombstone()
                ? CompletionDetails.NONE
                : before.content().details();
        return new CompletionContent(enrolment(before, one), one.completedOn(), details.with(one.details()));
    }

    /** Its former name, if it still is that; else the id, which is a name, too. What it waits for is not published. */
    private static String enrolment(Completion before, PublishedCompletion one) {
        boolean isCorrected = one.cause().equals(StateChangeCause.CORRECTED.ofCompletion());
        boolean isKept = before != null
                && !before.isTombstone()
                && (before.enrolled() == null
                        ? !isCorrected
                        : before.enrolled().enrolmentId().equals(one.enrolmentId())
                                && !(isCorrected && one.status() == CompletionStatus.PENDING));
        if (isKept) {
            return before.content().enrolment();
        }
        return one.status() == CompletionStatus.PENDING
                ? CompletionContent.UNKNOWN_NAME + one.completionId()
                : one.enrolmentId().toString();
    }

    /** Those of these completions of which not everything is known that their institution has sent. */
    static Set<UUID> notFilled(Handle handle, Collection<UUID> ids) {
        return ids.isEmpty()
                ? Set.of()
                : handle.createQuery(NOT_FILLED)
                        .bindArray("ids", UUID.class, ids)
                        .mapTo(UUID.class)
                        .set();
    }

    /** Adds what an institution has sent of them again. Their version stays, since what was published is the same. */
    static void fill(Handle handle, Collection<Completion> completions) {
        if (!completions.isEmpty()) {
            CompletionRows.fill(handle, completions);
            handle.createUpdate(FILLED)
                    .bindArray(
                            "ids",
                            UUID.class,
                            completions.stream().map(Completion::id).toList())
                    .execute();
        }
    }

    /** The cohorts in which somebody has an adopted completion that is not filled in. */
    public static List<String> cohortsToJudge(Handle handle) {
        return handle.createQuery("""
                        select distinct cohort from adopted_completion join completion using (id)
                         where filled_at is null and cohort is not null order by 1
                        """).mapTo(String.class).list();
    }

    /** How many completions each institution has to send again, so that all is known. */
    public static Map<String, Integer> missing(Handle handle) {
        return handle.createQuery("""
                        select institution, count(*) as completions from adopted_completion where filled_at is null
                         group by institution order by institution
                        """).reduceRows(new HashMap<>(), (counts, row) -> {
            counts.put(row.getColumn("institution", String.class), row.getColumn("completions", Integer.class));
            return counts;
        });
    }
}
