package kz.qadam.reporting.figures;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.IsoFields;
import java.time.temporal.TemporalAdjusters;
import java.util.Arrays;
import java.util.Locale;
import kz.qadam.chassis.problem.Problem;

/** The length of the periods of a series. */
public enum SeriesInterval {
    DAY {
        @Override
        LocalDate begin(LocalDate day) {
            return day;
        }

        @Override
        LocalDate next(LocalDate begin) {
            return begin.plusDays(1);
        }

        @Override
        String name(LocalDate begin) {
            return begin.toString();
        }
    },
    /** From Monday, numbered as ISO 8601 does. */
    WEEK {
        @Override
        LocalDate begin(LocalDate day) {
            return day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
        }

        @Override
        LocalDate next(LocalDate begin) {
            return begin.plusWeeks(1);
        }

        @Override
        String name(LocalDate begin) {
            return "%d-W%02d"
                    .formatted(begin.get(IsoFields.WEEK_BASED_YEAR), begin.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR));
        }
    },
    MONTH {
        @Override
        LocalDate begin(LocalDate day) {
            return day.withDayOfMonth(1);
        }

        @Override
        LocalDate next(LocalDate begin) {
            return begin.plusMonths(1);
        }

        @Override
        String name(LocalDate begin) {
            return YearMonth.from(begin).toString();
        }
    };

    /** The first day of the period of a day. */
    abstract LocalDate begin(LocalDate day);

    abstract LocalDate next(LocalDate begin);

    /** Such as 2026-05-01, 2026-W18 or 2026-05. */
    abstract String name(LocalDate begin);

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
