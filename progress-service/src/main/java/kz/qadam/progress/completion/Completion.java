package kz.qadam.progress.completion;

import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import kz.qadam.chassis.http.security.Submitter;
import kz.qadam.progress.enrolment.Enrolment;
import kz.qadam.progress.learner.JudgingTransaction;
import kz.qadam.progress.learner.LearnerCohort;
import kz.qadam.progress.learner.StateChangeCause;
import kz.qadam.progress.trained.AcceptedCompletion;

/**
 * The current state of a completion. A revocation that came before its completion is stored as a tombstone: a revoked
 * completion without content.
 *
 * @param content null in a tombstone
 * @param enrolled null while the enrolment is not known
 * @param version the number of this state, from 1
 * @param recordedAt when the completion was first recorded
 * @param pendingSince since when it has been pending without a break; null if it is not pending
 * @param origin how this state came about
 */
record Completion(
        UUID id,
        String institution,
        String reference,
        CompletionContent content,
        CompletionState state,
        EnrolmentMembers enrolled,
        int version,
        Instant recordedAt,
        Instant pendingSince,
        StateOrigin origin) {

    /** The reference that an institution gave to a completion, which may not have come yet. */
    record CompletionKey(String institution, String reference) {}

    /** The members that a completion takes from its enrolment. */
    record EnrolmentMembers(UUID enrolmentId, UUID learnerId, String cohort, String course, String region) {

        static EnrolmentMembers of(Enrolment e) {
            return e == null ? null : new EnrolmentMembers(e.id(), e.learnerId(), e.cohort(), e.course(), e.region());
        }

        LearnerCohort learnerCohort() {
            return new LearnerCohort(learnerId, cohort);
        }
    }

    /**
     * How a state came about.
     *
     * @param reason the reason given with a correction or a revocation, else null
     * @param role the role of the author; null where the service derived the state itself. The person is not stored
     */
    record StateOrigin(Instant at, StateChangeCause cause, String reason, String role) {

        /**
         * The origin of a state that a submitted item states.
         *
         * @param reason the reason that the item gives, or null
         */
        static StateOrigin stated(JudgingTransaction transaction, String reason, Submitter submitter) {
            return new StateOrigin(transaction.now(), transaction.cause(), reason, submitter.role());
        }

        /** The origin of a state that the service derived from another change. */
        static StateOrigin consequence(Instant at, StateChangeCause cause) {
            return new StateOrigin(at, cause, null, null);
        }

        /**
         * The same origin, but not earlier than an instant: two transactions may change a completion in another order
         * than they read the clock.
         */
        StateOrigin notBefore(Instant earliest) {
            return at.isBefore(earliest) ? new StateOrigin(earliest, cause, reason, role) : this;
        }
    }

    /**
     * The states of a completion before and after a change.
     *
     * @param before null if the completion is new
     */
    record CompletionChange(Completion before, Completion after) {

        boolean isNew() {
            return before == null;
        }

        /** The enrolment in the state before; null if the completion is new, or if its enrolment was not known. */
        EnrolmentMembers enrolledBefore() {
            return before == null ? null : before.enrolled();
        }

        /** Joins two changes of one completion: consumers of events need not know the state between them. */
        CompletionChange followedBy(CompletionChange next) {
            return new CompletionChange(before, next.after);
        }

        int pendingChange() {
            return count(after, CompletionStatus.PENDING) - count(before, CompletionStatus.PENDING);
        }

        int refusedChange() {
            return count(after, CompletionStatus.REFUSED) - count(before, CompletionStatus.REFUSED);
        }

        private static int count(Completion completion, CompletionStatus status) {
            return completion != null && completion.state().status() == status ? 1 : 0;
        }
    }

    /** The first state of a new completion. */
    static Completion first(
            UUID id,
            CompletionKey key,
            CompletionContent content,
            CompletionState state,
            EnrolmentMembers enrolled,
            StateOrigin origin) {
        Instant now = origin.at();
        Instant pendingSince = state.isPending() ? now : null;
        return new Completion(
                id, key.institution(), key.reference(), content, state, enrolled, 1, now, pendingSince, origin);
    }

    CompletionKey key() {
        return new CompletionKey(institution, reference);
    }

    boolean isTombstone() {
        return content == null;
    }

    /** The same completion with another content, of which nothing is published. */
    Completion withContent(CompletionContent other) {
        return new Completion(
                id, institution, reference, other, state, enrolled, version, recordedAt, pendingSince, origin);
    }

    boolean isRevoked() {
        return state.status() == CompletionStatus.REVOKED;
    }

    /** The completion as counting rule 2 needs it. Only for a completion whose enrolment is known. */
    AcceptedCompletion completed(Map<String, Integer> hoursByCourse) {
        return new AcceptedCompletion(
                id,
                content.completedOn(),
                institution,
                reference,
                enrolled.course(),
                hoursByCourse.getOrDefault(enrolled.course(), 0),
                enrolled.region());
    }

    /** The change to another state; empty if nothing differs. A revoked completion stays revoked. */
    Optional<CompletionChange> transitionTo(
            CompletionContent newContent,
            CompletionState nextState,
            EnrolmentMembers newEnrolled,
            StateOrigin nextOrigin) {
        CompletionState newState = isRevoked() ? state : nextState;
        if (Objects.equals(newContent, content) && newState.equals(state) && Objects.equals(newEnrolled, enrolled)) {
            return Optional.empty();
        }
        StateOrigin newOrigin = nextOrigin.notBefore(origin.at());
        return Optional.of(new CompletionChange(
                this,
                new Completion(
                        id,
                        institution,
                        reference,
                        newContent,
                        newState,
                        newEnrolled,
                        version + 1,
                        recordedAt,
                        pendingSince(newState, newOrigin.at()),
                        newOrigin)));
    }

    private Instant pendingSince(CompletionState next, Instant now) {
        if (!next.isPending()) {
            return null;
        }
        return state.isPending() ? pendingSince : now;
    }
}
