package kz.qadam.reporting.fact;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/**
 * A partner's statement that a course was finished.
 *
 * @param counts accepted, and inside the programme's days
 * @param because why it does not count, or null
 * @param cause what brought this state about
 * @param trainedVersion the version of the trained state of (learner, cohort) that takes this into account
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
        implements Fact {

    public Completion {
        if (counts && !status.equals("accepted")) {
            throw new IllegalArgumentException("It counts though it is not accepted.");
        }
    }
}
