package kz.qadam.reporting.release;

import java.time.Instant;
import java.time.LocalDate;

/**
 * When a release is made and published.
 *
 * @param through the release contains what was known and had happened at this instant
 * @param on the local day of {@code through}
 * @param publicFrom the release is public from this instant on
 * @param nextPublicFrom from this instant on the next release is public
 * @param isWeekEnd whether the release has new numbers of the country for cohorts that are published weekly
 * @param isMonthEnd whether the release has new tables of a month end, and new numbers of the country
 */
public record ReleaseDate(
        long number,
        Instant through,
        LocalDate on,
        Instant publicFrom,
        Instant nextPublicFrom,
        boolean isWeekEnd,
        boolean isMonthEnd) {

    /** The day of the month end whose tables the release has. */
    public LocalDate monthEnd() {
        return isMonthEnd ? on : on.withDayOfMonth(1).minusDays(1);
    }
}
