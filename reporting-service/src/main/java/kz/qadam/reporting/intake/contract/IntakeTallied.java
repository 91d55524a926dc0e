package kz.qadam.reporting.intake.contract;

import java.time.Instant;
import java.time.LocalDate;
import kz.qadam.chassis.events.event.MayBeAbsent;
import kz.qadam.reporting.rollup.fact.SubmissionTally;

/**
 * The data of {@code kz.qadam.intake.tallied.v1}: the tally of an institution on a day.
 *
 * @param revokedUntoldNow how many pending completions are revoked without an event; null in events of earlier versions
 *     of progress-service
 */
record IntakeTallied(
        String institution,
        LocalDate day,
        long received,
        long accepted,
        long pending,
        long refused,
        long duplicate,
        long conflict,
        long rejected,
        long pendingNow,
        long refusedNow,
        @MayBeAbsent Long revokedUntoldNow,
        long version,
        @MayBeAbsent Instant recordedAt) {

    SubmissionTally fact() {
        return new SubmissionTally(
                institution,
                day,
                version,
                received,
                accepted,
                pending,
                refused,
                duplicate,
                conflict,
                rejected,
                pendingNow,
                refusedNow,
                revokedUntoldNow == null ? 0 : revokedUntoldNow);
    }
}
