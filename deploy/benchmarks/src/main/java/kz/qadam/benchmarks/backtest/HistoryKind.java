package kz.qadam.benchmarks.backtest;

import java.util.List;
import kz.qadam.reporting.catalogue.plan.Season;

/**
 * A kind of synthetic history. All kinds have a season (which differs somewhat from the planned one), weeks, a pace
 * that drifts from month to month and from year to year, and late reports; each kind adds a difficulty of its own.
 *
 * @param planned the season in the plan
 * @param real the real season, before the random deviation of each history
 * @param yearly how far the pace of one school year deviates from that of the year before
 * @param rise the number of years in which the pace rises to its full height
 * @param exhausted whether the pace falls with the share of people who are trained already
 * @param shocks the number of campaigns and standstills in a year
 * @param lateDays the average reporting delay in days
 * @param perDay how many people are trained on an average day
 */
record HistoryKind(
        String name,
        Season planned,
        Season real,
        double yearly,
        double rise,
        boolean exhausted,
        double shocks,
        double lateDays,
        double perDay) {

    private static final Season SCHOOL = new Season(List.of(10, 10, 10, 10, 10, 3, 0, 0, 8, 10, 10, 10));
    private static final Season ACADEMIC = new Season(List.of(12, 3, 8, 8, 12, 14, 1, 0, 6, 8, 8, 14));
    private static final Season QUARTERS = new Season(List.of(4, 6, 14, 4, 6, 14, 4, 6, 14, 4, 6, 14));

    static final List<HistoryKind> ALL = List.of(
            new HistoryKind("steady", Season.EVEN, Season.EVEN, 0.10, 0, false, 0, 4, 60),
            new HistoryKind("school year", SCHOOL, SCHOOL, 0.15, 0, false, 0, 6, 280),
            new HistoryKind("academic year", ACADEMIC, ACADEMIC, 0.15, 0, false, 0, 6, 160),
            new HistoryKind("season untold", Season.EVEN, ACADEMIC, 0.15, 0, false, 0, 6, 160),
            new HistoryKind("quarter ends", Season.EVEN, QUARTERS, 0.15, 0, false, 0, 10, 50),
            new HistoryKind("years differ", SCHOOL, SCHOOL, 0.35, 0, false, 0, 6, 280),
            new HistoryKind("slow start", SCHOOL, SCHOOL, 0.15, 1.5, false, 0, 6, 280),
            new HistoryKind("running dry", Season.EVEN, Season.EVEN, 0.10, 0, true, 0, 4, 80),
            new HistoryKind("shocks", SCHOOL, SCHOOL, 0.15, 0, false, 3, 6, 280),
            new HistoryKind("late reports", SCHOOL, SCHOOL, 0.15, 0, false, 0, 20, 280),
            new HistoryKind("few people", Season.EVEN, Season.EVEN, 0.15, 0, false, 0, 6, 2));
}
