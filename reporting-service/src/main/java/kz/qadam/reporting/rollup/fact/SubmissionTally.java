package kz.qadam.reporting.rollup.fact;

import java.time.LocalDate;

/**
 * A tally: how many items an institution sent on a day, and how many of them got which verdict.
 *
 * @param untoldNow how many pending completions are revoked without an event
 */
@KeptIn(
        table = "tally",
        subject = {"institution", "day"})
public record SubmissionTally(
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
        long untoldNow)
        implements Fact {}
