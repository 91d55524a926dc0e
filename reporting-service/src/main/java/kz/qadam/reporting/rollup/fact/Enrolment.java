package kz.qadam.reporting.rollup.fact;

import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * An enrolment: a learner takes a course as a member of a cohort.
 *
 * @param withdrawnOn the day of the withdrawal; null if it is not withdrawn
 * @param attributes what the institution says of it besides, by name
 */
public record Enrolment(
        UUID id,
        long version,
        String reference,
        String institution,
        UUID learner,
        String course,
        String cohort,
        String region,
        LocalDate enrolledOn,
        LocalDate withdrawnOn,
        Map<String, String> attributes,
        Cause cause)
        implements CountedFact, EventMembers {

    public Enrolment {
        attributes = Map.copyOf(attributes);
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
