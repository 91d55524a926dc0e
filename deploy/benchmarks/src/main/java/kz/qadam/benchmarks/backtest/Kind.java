package kz.qadam.benchmarks.backtest;

import java.util.List;
import kz.qadam.reporting.plan.Season;

/**
 * A kind of history. All have a season (not quite the told one), weeks, a pace that wanders from month to month and from
 * year to year, and reports that come late; each adds something of its own.
 *
 * @param told the season that the plan tells
 * @param real the season as it is, before each history departs from it
 * @param yearly how far the pace of one school year departs from that of the one before
 * @param rise the pace rises to its full height over so many years
 * @param exhausted whether the pace falls with the share that is trained already
 * @param shocks campaigns and stand-stills a year
 * @param lateDays how many days reports take on average
 * @param perDay how many are trained on an average day
 */
record Kind(
        String name,
        Season told,
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

    static final List<Kind> ALL = List.of(
            new Kind("steady", Season.EVEN, Season.EVEN, 0.10, 0, false, 0, 4, 60),
            new Kind("school year", SCHOOL, SCHOOL, 0.15, 0, false, 0, 6, 280),
            new Kind("academic year", ACADEMIC, ACADEMIC, 0.15, 0, false, 0, 6, 160),
            new Kind("season untold", Season.EVEN, ACADEMIC, 0.15, 0, false, 0, 6, 160),
            new Kind("quarter ends", Season.EVEN, QUARTERS, 0.15, 0, false, 0, 10, 50),
            new Kind("years differ", SCHOOL, SCHOOL, 0.35, 0, false, 0, 6, 280),
            new Kind("slow start", SCHOOL, SCHOOL, 0.15, 1.5, false, 0, 6, 280),
            new Kind("running dry", Season.EVEN, Season.EVEN, 0.10, 0, true, 0, 4, 80),
            new Kind("shocks", SCHOOL, SCHOOL, 0.15, 0, false, 3, 6, 280),
            new Kind("late reports", SCHOOL, SCHOOL, 0.15, 0, false, 0, 20, 280),
            new Kind("few people", Season.EVEN, Season.EVEN, 0.15, 0, false, 0, 6, 2));
}
