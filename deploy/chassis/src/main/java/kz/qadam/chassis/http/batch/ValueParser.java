package kz.qadam.chassis.http.batch;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Parses single values: programs write each in one format, people in several. */
final class ValueParser {

    private static final Pattern ISO = Pattern.compile("((?!0000)[0-9]{4})-([0-9]{2})-([0-9]{2})");
    private static final Pattern DOTS = Pattern.compile("([0-9]{1,2})\\.([0-9]{1,2})\\.((?!0000)[0-9]{4})");
    private static final Pattern DECIMAL = Pattern.compile("[0-9]{1,9}([.,][0-9]{1,15})?");
    private static final int MOST_DIGITS = 18;

    private ValueParser() {}

    static Optional<LocalDate> date(String text, boolean isWritten) {
        Matcher iso = ISO.matcher(text.strip());
        if (iso.matches()) {
            return date(iso.group(1), iso.group(2), iso.group(3));
        }
        Matcher dots = DOTS.matcher(text.strip());
        return isWritten && dots.matches() ? date(dots.group(3), dots.group(2), dots.group(1)) : Optional.empty();
    }

    private static Optional<LocalDate> date(String year, String month, String day) {
        try {
            return Optional.of(LocalDate.of(Integer.parseInt(year), Integer.parseInt(month), Integer.parseInt(day)));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    /** A number that people have written, with a point or a comma. */
    static Optional<BigDecimal> decimal(String text) {
        return Optional.of(text.strip())
                .filter(DECIMAL.asMatchPredicate())
                .map(written -> new BigDecimal(written.replace(',', '.')))
                .filter(number -> number.precision() <= MOST_DIGITS);
    }

    /**
     * Whether a number is small enough to calculate with: a few characters, such as 1e999999999, can denote a number
     * that fills the memory.
     */
    static boolean isOfUsualSize(JsonNode number) {
        if (number.isFloatingPointNumber() && !Double.isFinite(number.doubleValue())) {
            return false;
        }
        BigDecimal decimal = number.decimalValue();
        return Math.abs((long) decimal.scale()) <= MOST_DIGITS && decimal.precision() <= MOST_DIGITS;
    }

    static Optional<UUID> uuid(String text) {
        try {
            return Optional.of(UUID.fromString(text)).filter(id -> id.toString().equalsIgnoreCase(text));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
