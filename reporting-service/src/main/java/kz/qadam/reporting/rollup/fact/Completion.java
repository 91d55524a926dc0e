package kz.qadam.reporting.rollup.fact;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * A completion: an institution's statement that a course was finished.
 *
 * @param counts whether it is accepted and its day is inside the programme
 * @param because why it does not count; null if it does
 * @param attributes those of its enrolment, if that is of the same learner; no event of a completion names them
 * @param cause why this state began
 * @param trainedVersion the version of the trained state of learner and cohort that takes this state into account
 */
public record Completion(
        UUID id,
        long version,
        String reference,
        String institution,
        UUID enrolment,
        UUID learner,
        String course,
        String cohort,
        String region,
        LocalDate completedOn,
        String status,
        boolean counts,
        String because,
        Map<String, String> attributes,
        Cause cause,
        long trainedVersion,
        Instant recordedAt)
        implements CountedFact, EventMembers {

    public Completion {
        if (counts && !status.equals("accepted")) {
            throw new IllegalArgumentException("A completion that is not accepted cannot count");
        }
        attributes = Map.copyOf(attributes);
    }

    /** The same state with the attributes of its enrolment. */
    public Completion with(Map<String, String> attributesOfEnrolment, Cause newCause) {
        return new Completion(
                id,
                version,
                reference,
                institution,
                enrolment,
                learner,
                course,
                cohort,
                region,
                completedOn,
                status,
                counts,
                because,
                attributesOfEnrolment,
                newCause,
                trainedVersion,
                recordedAt);
    }

    @Override
    public UUID subject() {
        return id;
    }

    @Override
    public Optional<EventMembers> members() {
        return Optional.of(this);
    }
}
