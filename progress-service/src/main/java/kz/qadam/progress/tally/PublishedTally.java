package kz.qadam.progress.tally;

import java.time.Instant;
import java.time.LocalDate;
import kz.qadam.chassis.events.event.MayBeAbsent;

/**
 * The data of {@code kz.qadam.intake.tallied.v1}: the items that an institution sent on a day, and its present numbers of
 * completions that wait, are refused, or are revoked and were never published.
 *
 * @param revokedUntoldNow absent in events of earlier versions, like {@code recordedAt}
 */
public record PublishedTally(
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
        int version,
        @MayBeAbsent Instant recordedAt) {}
