package kz.qadam.reporting.fact;

import java.time.LocalDate;
import java.util.UUID;

/**
 * That a learner joined a course in a cohort.
 *
 * @param withdrawnOn the day of the withdrawal, or null
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
        Cause cause)
        implements Fact {}
