package kz.qadam.progress.completion;

import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import kz.qadam.progress.learner.LearnerCohort;
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
        EnrolmentAttributes enrolled,
        int version,
        Instant recordedAt,
        Instant pendingSince,
        StateOrigin origin) {

    /** The reference that an institution gave to a completion, which may not have come yet. */
    record Key(String institution, String reference) {}

    /** The first state of a new completion. */
    static Completion first(
            UUID id,
            Key key,
            CompletionContent content,
            CompletionState state,
            EnrolmentAttributes enrolled,
            StateOrigin origin) {
        Instant now = origin.at();
        Instant pendingSince = state.isPending() ? now : null;
        return new Completion(
                id, key.institution(), key.reference(), content, state, enrolled, 1, now, pendingSince, origin);
    }

    Key key() {
        return new Key(institution, reference);
    }

    boolean isTombstone() {
        return content == null;
    }

    boolean isRevoked() {
        return state.status() == Status.REVOKED;
    }

    /** The learner and cohort; empty while the enrolment is not known. */
    Optional<LearnerCohort> learnerCohort() {
        return Optional.ofNullable(enrolled).map(EnrolmentAttributes::learnerCohort);
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
            EnrolmentAttributes newEnrolled,
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
