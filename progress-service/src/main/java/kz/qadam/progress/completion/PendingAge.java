package kz.qadam.progress.completion;

import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import kz.qadam.chassis.base.time.AlmatyTime;

/**
 * Calculates for how long completions have been pending.
 *
 * @param staleBefore a completion that has been pending since before this instant is stale
 */
record PendingAge(Instant now, Instant staleBefore) {

    static PendingAge at(Instant now, PendingConfig config) {
        return new PendingAge(now, now.minus(config.staleAfter()));
    }

    /** The number of local days since an instant. */
    long days(Instant since) {
        LocalDate then = AlmatyTime.dayOf(since);
        return ChronoUnit.DAYS.between(then, AlmatyTime.dayOf(now));
    }

    boolean isStale(Instant since) {
        return since.isBefore(staleBefore);
    }
}
