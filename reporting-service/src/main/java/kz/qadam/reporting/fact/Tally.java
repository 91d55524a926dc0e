package kz.qadam.reporting.fact;

import java.time.LocalDate;

/** What was received from an institution on a day, and what became of it. */
public record Tally(
        String institution,
        LocalDate day,
        long version,
        long received,
        long accepted,
        long pending,
        long refused,
        long duplicate,
        long conflict,
        long rejected,
        long pendingNow,
        long refusedNow,
        long revokedUntoldNow)
        implements Fact {}
