package kz.qadam.demo;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.MonthDay;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The distribution of completions over the year. */
enum Season {
    /** Peaks before the holidays of winter and spring and above all in May; almost nothing in the summer. */
    SCHOOL_YEAR,

    /** Peaks in the weeks of examinations, and few completions after them. */
    TERMS,

    /** Nearly constant over the year, with more completions at the end of each quarter. */
    OFFICE,

    /** Courses besides work, finished more often on Saturdays than on Mondays. */
    EVENINGS;

    private static final double HOLIDAY = 0.02;
    private static final Set<MonthDay> HOLIDAYS = Stream.of(
                    "01-01", "01-02", "01-07", "03-08", "03-21", "03-22", "03-23", "05-01", "05-07", "05-09", "07-06",
                    "08-30", "10-25", "12-16")
            .map(day -> MonthDay.parse("--" + day))
            .collect(Collectors.toUnmodifiableSet());

    /** The weight of the weekend, then of each month from January on. */
    private static final Map<Season, double[]> WEIGHTS = Table.read("seasons.csv", cells -> cells).stream()
            .collect(Collectors.toMap(cells -> valueOf(cells[0]), Season::weights));

    /** The relative number of completions on this day. */
    double weight(LocalDate day) {
        if (HOLIDAYS.contains(MonthDay.from(day))) {
            return HOLIDAY;
        }
        double[] weights = WEIGHTS.get(this);
        boolean free = day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY;
        return weights[day.getMonthValue()] * (free ? weights[0] : 1);
    }

    private static double[] weights(String[] cells) {
        return Arrays.stream(cells).skip(1).mapToDouble(Double::parseDouble).toArray();
    }
}
