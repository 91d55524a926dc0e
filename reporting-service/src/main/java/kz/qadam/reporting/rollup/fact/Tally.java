package kz.qadam.reporting.rollup.fact;

import java.time.LocalDate;

/** A tally: how many items an institution sent on a day, and how many of them got which verdict. */
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
