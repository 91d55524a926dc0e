package kz.qadam.reporting.asof;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import kz.qadam.chassis.problem.Problem;

/** Reads days, months and instants that a question names. The years are bounded: Java knows others than the database. */
public final class TimeParameters {

    private static final int FIRST_YEAR = 1;
    private static final int LAST_YEAR = 9998;

    private TimeParameters() {}

    /**
     * Reads a day.
     *
     * @param name of the parameter
     * @throws Problem 400 if it is none
     */
    public static LocalDate day(String name, String text) {
        try {
            LocalDate day = LocalDate.parse(text);
            return bounded(name, day.getYear(), day);
        } catch (DateTimeParseException e) {
            throw Problem.badParameter(name, "malformed/date", name);
        }
    }

    /**
     * Reads a month.
     *
     * @param name of the parameter
     * @throws Problem 400 if it is none
     */
    public static YearMonth month(String name, String text) {
        try {
            YearMonth month = YearMonth.parse(text);
            return bounded(name, month.getYear(), month);
        } catch (DateTimeParseException e) {
            throw Problem.badParameter(name, "malformed/month", name);
        }
    }

    /** Of an instant, or of a date the last of that local day; to the microsecond, as the database keeps time. */
    static Instant instant(String name, String text, ZoneId zone) {
        try {
            if (text.length() == "2026-01-31".length()) {
                return day(name, text)
                        .plusDays(1)
                        .atStartOfDay(zone)
                        .toInstant()
                        .minus(1, ChronoUnit.MICROS);
            }
            // In a query an unescaped + arrives as a space.
            Instant instant = OffsetDateTime.parse(text.replace(' ', '+')).toInstant();
            return bounded(name, instant.atZone(zone).getYear(), instant.truncatedTo(ChronoUnit.MICROS));
        } catch (DateTimeParseException e) {
            throw Problem.badParameter(name, "malformed/instant-or-date", name);
        } catch (DateTimeException e) {
            throw outOfRange(name);
        }
    }

    private static <T> T bounded(String name, int year, T value) {
        if (year < FIRST_YEAR || year > LAST_YEAR) {
            throw outOfRange(name);
        }
        return value;
    }

    private static Problem outOfRange(String name) {
        return Problem.badParameter(name, "range/years", name);
    }
}
