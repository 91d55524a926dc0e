package kz.qadam.reporting.figures;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Period;
import java.time.format.DateTimeFormatter;
import java.time.temporal.TemporalAdjuster;
import java.time.temporal.TemporalAdjusters;
import java.util.Arrays;
import java.util.Locale;
import kz.qadam.chassis.http.problem.Problem;

/** The length of the periods of a series. */
@SuppressWarnings("ImmutableEnumChecker") // The adjusters are immutable.
public enum SeriesInterval {
    DAY(Period.ofDays(1), day -> day, "uuuu-MM-dd"),
    /** From Monday, numbered as ISO 8601 does. */
    WEEK(Period.ofWeeks(1), TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY), "YYYY-'W'ww"),
    MONTH(Period.ofMonths(1), TemporalAdjusters.firstDayOfMonth(), "uuuu-MM");

    private final Period length;
    private final TemporalAdjuster toBegin;
    private final DateTimeFormatter name;

    /** @param name the pattern of the names of periods, in a locale with the weeks of ISO 8601 */
    SeriesInterval(Period length, TemporalAdjuster toBegin, String name) {
        this.length = length;
        this.toBegin = toBegin;
        this.name = DateTimeFormatter.ofPattern(name, Locale.FRANCE);
    }

    /** The first day of the period of a day. */
    LocalDate begin(LocalDate day) {
        return day.with(toBegin);
    }

    LocalDate next(LocalDate begin) {
        return begin.plus(length);
    }

    /** Such as 2026-05-01, 2026-W18 or 2026-05. */
    String name(LocalDate begin) {
        return name.format(begin);
    }

    String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    static SeriesInterval of(String text) {
        return Arrays.stream(values())
                .filter(interval -> interval.code().equals(text))
                .findFirst()
                .orElseThrow(() -> Problem.badParameter("interval", "unknown-value", "interval", "day, week, month"));
    }
}
