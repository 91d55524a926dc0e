package kz.qadam.progress.completion;

import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import kz.qadam.chassis.base.database.TableColumns;
import kz.qadam.chassis.events.kafka.OutboxEvent;
import kz.qadam.progress.completion.Completion.CompletionChange;
import kz.qadam.progress.completion.Completion.EnrolmentMembers;
import kz.qadam.progress.learner.LearnerCohort;
import kz.qadam.progress.learner.TrainedStateChanges;
import kz.qadam.progress.tally.Tallies.TallyDelta;
import org.jdbi.v3.core.Handle;

/**
 * A change, and what is published about it: its event has the whole state of the completion. Nothing is published about
 * a completion until its enrolment is known for the first time; from then on each change is published, including that
 * the completion is pending again.
 *
 * @param before the enrolment under which the completion was last published; null if it never was
 */
record PublishedChange(CompletionChange change, EnrolmentMembers before) {

    private static final TableColumns<EnrolmentMembers> ENROLLED = TableColumns.of(EnrolmentMembers.class);

    private static final String LAST_ENROLLED = """
            select distinct on (id) id, %s
              from former_completion where id = any(:ids) and enrolment_id is not null
             order by id, version desc
            """.formatted(ENROLLED.names());

    static List<PublishedChange> of(Handle handle, Collection<CompletionChange> changes) {
        Map<UUID, EnrolmentMembers> earlier = lastEnrolled(
                handle,
                changes.stream()
                        .filter(PublishedChange::mayHaveBeenPublished)
                        .map(change -> change.after().id())
                        .toList());
        return changes.stream()
                .map(change -> new PublishedChange(
                        change,
                        change.enrolledBefore() != null
                                ? change.enrolledBefore()
                                : earlier.get(change.after().id())))
                .toList();
    }

    /** A pending completion that is not in its first state may have had an enrolment. */
    private static boolean mayHaveBeenPublished(CompletionChange change) {
        return !change.isNew()
                && change.before().enrolled() == null
                && change.before().version() > 1;
    }

    /** The last known enrolment of each completion. Completions whose enrolment was never known are left out. */
    private static Map<UUID, EnrolmentMembers> lastEnrolled(Handle handle, Collection<UUID> ids) {
        Map<UUID, EnrolmentMembers> last = new HashMap<>();
        if (!ids.isEmpty()) {
            handle.createQuery(LAST_ENROLLED)
                    .bindArray("ids", UUID.class, ids)
                    .map((row, context) -> last.put(row.getObject("id", UUID.class), ENROLLED.map(row, context)))
                    .list();
        }
        return last;
    }

    /** Whether anything is published about the change. */
    boolean isPublished() {
        return enrolment() != null;
    }

    private boolean isFirstPublication() {
        return before == null;
    }

    /** The enrolment under which the change is published: the last known one while the completion is pending again. */
    EnrolmentMembers enrolment() {
        EnrolmentMembers now = change.after().enrolled();
        return now == null ? before : now;
    }

    /** The learner and cohort to which the completion does not belong any more; empty if they did not change. */
    Optional<LearnerCohort> formerLearner() {
        return before == null || before.learnerCohort().equals(enrolment().learnerCohort())
                ? Optional.empty()
                : Optional.of(before.learnerCohort());
    }

    /**
     * The learner for whom the completion was accepted before the change: the change may make this learner lose it.
     */
    Stream<LearnerCohort> losingLearners() {
        Completion former = change.before();
        return former != null && former.state().status() == CompletionStatus.ACCEPTED
                ? Stream.of(former.enrolled().learnerCohort())
                : Stream.empty();
    }

    /** All learners whose trained state the change may affect. */
    Stream<LearnerCohort> learners() {
        return Stream.concat(Stream.of(enrolment().learnerCohort()), formerLearner().stream());
    }

    /**
     * By how much the numbers of pending and refused completions change, and of those that are revoked and were never
     * published: these are published only if their enrolment comes.
     */
    TallyDelta tallyDelta() {
        int unpublished = (!isPublished() && isRevoked(change.after()) ? 1 : 0)
                - (isFirstPublication() && isRevoked(change.before()) ? 1 : 0);
        return TallyDelta.ofStocks(
                change.after().institution(), change.pendingChange(), change.refusedChange(), unpublished);
    }

    /** A tombstone does not count as revoked here: its completion was never received. */
    private static boolean isRevoked(Completion completion) {
        return completion != null && completion.isRevoked() && !completion.isTombstone();
    }

    /** Creates the event, after the learners have been judged. */
    OutboxEvent event(TrainedStateChanges trained, String trace) {
        Completion c = change.after();
        EnrolmentMembers enrolled = enrolment();
        Instant at = c.origin().at();
        var data = new PublishedCompletion(
                c.id(),
                c.reference(),
                c.institution(),
                enrolled.enrolmentId(),
                enrolled.learnerId(),
                enrolled.course(),
                enrolled.cohort(),
                enrolled.region(),
                c.content() == null ? null : c.content().completedOn(),
                c.state().status(),
                c.state().counts(),
                c.state().because(),
                c.origin().cause().ofCompletion(),
                trained.version(enrolled.learnerCohort()),
                c.version(),
                at,
                c.content() == null ? null : c.content().published(),
                formerLearner()
                        .map(one ->
                                new PublishedCompletion.MovedFrom(one.learnerId(), one.cohort(), trained.version(one)))
                        .orElse(null));
        return new OutboxEvent(
                enrolled.learnerId().toString(), type(), c.id().toString(), c.version(), at, data, trace);
    }

    private String type() {
        String verb = switch (change.after().state().status()) {
            case REVOKED -> "revoked";
            case REFUSED -> "refused";
            case ACCEPTED -> isFirstPublication() ? "recorded" : "corrected";
            case PENDING -> "corrected";
        };
        return "kz.qadam.completion." + verb + ".v1";
    }
}
