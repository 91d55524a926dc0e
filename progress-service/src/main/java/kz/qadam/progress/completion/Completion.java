package kz.qadam.progress.completion;

import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import kz.qadam.progress.learner.LearnerCohort;
import kz.qadam.progress.trained.Completed;

/**
 * A completion as it now is.
 *
 * @param content null in one that was revoked before it came
 * @param enrolled null while its enrolment is not known
 * @param version counts the states
 * @param recordedAt when it was first recorded
 * @param pendingSince since when it waits without a break; null if it does not wait
 * @param origin how this state came about
 */
record Completion(
        UUID id,
        String institution,
        String reference,
        Content content,
        CompletionState state,
        Enrolled enrolled,
        int version,
        Instant recordedAt,
        Instant pendingSince,
        Origin origin) {

    /** One that is new. */
    static Completion first(
            UUID id,
            String institution,
            String reference,
            Content content,
            CompletionState state,
            Enrolled enrolled,
            Origin origin) {
        Instant now = origin.at();
        Instant pendingSince = state.isPending() ? now : null;
        return new Completion(id, institution, reference, content, state, enrolled, 1, now, pendingSince, origin);
    }

    boolean isAwaited() {
        return content == null;
    }

    boolean isRevoked() {
        return state.status() == Status.REVOKED;
    }

    /** The learner to whom it belongs, once its enrolment is known. */
    Optional<LearnerCohort> who() {
        return Optional.ofNullable(enrolled).map(Enrolled::who);
    }

    /** As rule 2 looks at it, once its enrolment is known. */
    Completed completed(Map<String, Integer> hoursByCourse) {
        return new Completed(
                id,
                content.completedOn(),
                institution,
                reference,
                enrolled.course(),
                hoursByCourse.getOrDefault(enrolled.course(), 0),
                enrolled.region());
    }

    /** The next state, if it is another one; a revoked one stays revoked. */
    Optional<CompletionChange> transitionTo(
            Content newContent, CompletionState wanted, Enrolled newEnrolled, Origin how) {
        CompletionState newState = isRevoked() ? state : wanted;
        if (Objects.equals(newContent, content) && newState.equals(state) && Objects.equals(newEnrolled, enrolled)) {
            return Optional.empty();
        }
        Origin newOrigin = how.notBefore(origin.at());
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
