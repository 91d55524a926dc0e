package kz.qadam.progress.completion;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import kz.qadam.progress.learner.LearnerCohort;

/**
 * A completion as it stands.
 *
 * @param content null in one that was revoked before it came
 * @param enrolled null while its enrolment is not known
 * @param version counts the states
 * @param recordedAt when it was first recorded
 */
record Completion(
        UUID id,
        String institution,
        String reference,
        Content content,
        Standing standing,
        Enrolled enrolled,
        int version,
        Instant recordedAt) {

    boolean isAwaited() {
        return content == null;
    }

    boolean isRevoked() {
        return standing.status() == Status.REVOKED;
    }

    /** The learner whom it concerns, once its enrolment is known. */
    Optional<LearnerCohort> who() {
        return Optional.ofNullable(enrolled).map(Enrolled::who);
    }

    /** How it stands with this content under this enrolment; a revoked one stays revoked. */
    Completion as(Content newContent, Standing newStanding, Enrolled newEnrolled) {
        return new Completion(
                id,
                institution,
                reference,
                newContent,
                isRevoked() ? standing : newStanding,
                newEnrolled,
                version,
                recordedAt);
    }

    /** The next state, if it is another one. */
    Optional<Change> changeTo(Completion next) {
        if (next.equals(this)) {
            return Optional.empty();
        }
        return Optional.of(new Change(
                this,
                new Completion(
                        id,
                        institution,
                        reference,
                        next.content,
                        next.standing,
                        next.enrolled,
                        version + 1,
                        recordedAt)));
    }
}
