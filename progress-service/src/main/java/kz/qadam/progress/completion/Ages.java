package kz.qadam.progress.completion;

import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import kz.qadam.progress.catalogue.Almaty;

/**
 * How old things are now.
 *
 * @param staleBefore what waits since before this is stale
 */
record Ages(Instant now, Instant staleBefore) {

    static Ages at(Instant now, PendingConfig config) {
        return new Ages(now, now.minus(config.staleAfter()));
    }

    /** Local days since then. */
    long days(Instant since) {
        LocalDate then = Almaty.dayOf(since);
        return ChronoUnit.DAYS.between(then, Almaty.dayOf(now));
    }

    boolean isStale(Instant since) {
        return since.isBefore(staleBefore);
    }
}
