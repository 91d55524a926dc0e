package kz.qadam.demo;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.MonthDay;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** When in the year courses are finished. */
enum Season {
    /** Peaks before the holidays of winter and spring and above all in May; almost nothing in the summer. */
    SCHOOL_YEAR,

    /** The weeks of the examinations, and quiet after them. */
    TERMS,

    /** Much the same all the year, with a push before each quarter ends. */
    OFFICE,

    /** What people do beside their work, on Saturdays rather than on Mondays. */
    EVENINGS;

    private static final double HOLIDAY = 0.02;
    private static final Set<MonthDay> HOLIDAYS = Stream.of(
                    "01-01", "01-02", "01-07", "03-08", "03-21", "03-22", "03-23", "05-01", "05-07", "05-09", "07-06",
                    "08-30", "10-25", "12-16")
            .map(day -> MonthDay.parse("--" + day))
            .collect(Collectors.toUnmodifiableSet());

    /** How the weekend weighs, and then each month from January on. */
    private static final Map<Season, double[]> WEIGHTS = Table.read("seasons.csv", cells -> cells).stream()
            .collect(Collectors.toMap(cells -> valueOf(cells[0]), Season::weights));

    /** How many finish a course on this day, beside other days. */
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
