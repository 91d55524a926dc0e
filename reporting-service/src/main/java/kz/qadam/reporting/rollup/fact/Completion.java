package kz.qadam.reporting.rollup.fact;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;

/**
 * A completion: an institution's statement that a course was finished.
 *
 * @param counts whether it is accepted and its day is inside the programme
 * @param because why it does not count; null if it does
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
        Cause cause,
        long trainedVersion,
        Instant recordedAt)
        implements CountedFact, EventMembers {

    public Completion {
        if (counts && !status.equals("accepted")) {
            throw new IllegalArgumentException("A completion that is not accepted cannot count");
        }
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
