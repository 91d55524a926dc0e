package kz.qadam.progress.completion;

import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import kz.qadam.progress.catalogue.Almaty;

/**
 * Calculates for how long completions have been pending.
 *
 * @param staleBefore a completion that has been pending since before this instant is stale
 */
record Ages(Instant now, Instant staleBefore) {

    static Ages at(Instant now, PendingConfig config) {
        return new Ages(now, now.minus(config.staleAfter()));
    }

    /** The number of local days since an instant. */
    long days(Instant since) {
        LocalDate then = Almaty.dayOf(since);
        return ChronoUnit.DAYS.between(then, Almaty.dayOf(now));
    }

    boolean isStale(Instant since) {
        return since.isBefore(staleBefore);
    }
}
