package kz.qadam.reporting.asof;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import kz.qadam.chassis.http.problem.Problem;

/**
 * Reads the days, months and instants in parameters. The years are bounded, since Java accepts years that the database
 * does not.
 */
public final class TimeParameterParser {

    private static final int FIRST_YEAR = 1;
    private static final int LAST_YEAR = 9998;

    private TimeParameterParser() {}

    /**
     * Reads a day.
     *
     * @param name the name of the parameter
     * @throws Problem 400 if the text cannot be read
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
     * @param name the name of the parameter
     * @throws Problem 400 if the text cannot be read
     */
    public static YearMonth month(String name, String text) {
        try {
            YearMonth month = YearMonth.parse(text);
            return bounded(name, month.getYear(), month);
        } catch (DateTimeParseException e) {
            throw Problem.badParameter(name, "malformed/month", name);
        }
    }

    /** Reads an instant, or a date as the last instant of that local day; to the microsecond, as in the database. */
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
