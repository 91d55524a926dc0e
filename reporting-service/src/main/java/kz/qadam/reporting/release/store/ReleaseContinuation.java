package kz.qadam.reporting.release.store;

import java.time.LocalDate;
import java.util.Optional;
import kz.qadam.reporting.release.Release;
import kz.qadam.reporting.release.ReleaseDate;
import kz.qadam.reporting.release.ReleaseSeries;
import kz.qadam.reporting.release.ReleasedTrainedHistory;

/**
 * The series and the newest release that was made, public or not: what the next release continues.
 *
 * @param series empty before it is opened
 * @param release empty before the first
 * @param batch the release contains what was known at this batch
 * @param history the numbers of all releases
 * @param leftOut the last number that is left out, since nobody can count it any more; 0 if none is
 */
public record ReleaseContinuation(
        Optional<ReleaseSeries> series,
        Optional<Release> release,
        long batch,
        ReleasedTrainedHistory history,
        long leftOut) {

    /** Earlier than any release. */
    private static final LocalDate ANY_DAY = LocalDate.of(1, 1, 1);

    /** The number of the release; 0 before the first. */
    public long number() {
        return release.map(Release::number).orElse(0L);
    }

    /** The number after which releases are due. */
    public long doneThrough() {
        return Math.max(number(), leftOut);
    }

    /** Whether another release repeats the tables of this one, since no month has ended between. */
    public boolean hasTablesOf(ReleaseDate next) {
        return !next.isMonthEnd()
                && release.filter(last -> last.monthEnd().on().equals(next.monthEnd()))
                        .isPresent();
    }

    /**
     * The first day that a version of the rule decides if it starts now: any day if there is no release of an earlier
     * version; in a trial today; else the next month end.
     *
     * @param today the local day
     */
    public LocalDate beginningOf(int rule, LocalDate today) {
        return release.filter(last -> last.rule() < rule)
                .map(last -> last.isOfTrial() ? today : today.withDayOfMonth(today.lengthOfMonth()))
                .orElse(ANY_DAY);
    }
}
