package kz.qadam.chassis.batch;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.format.ResolverStyle;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;

/** Parses single values: programs write each in one format, tables may also use the formats of people. */
final class ValueParser {

    private static final DateTimeFormatter ISO =
            DateTimeFormatter.ofPattern("uuuu-MM-dd").withResolverStyle(ResolverStyle.STRICT);
    private static final DateTimeFormatter DOTS =
            DateTimeFormatter.ofPattern("d.M.uuuu").withResolverStyle(ResolverStyle.STRICT);
    private static final Pattern FOUR_DIGIT_YEAR =
            Pattern.compile("(?!0000)[0-9]{4}-[0-9]{2}-[0-9]{2}|[0-9]{1,2}\\.[0-9]{1,2}\\.(?!0000)[0-9]{4}");
    private static final Pattern DECIMAL = Pattern.compile("[0-9]{1,9}([.,][0-9]{1,15})?");
    private static final int MOST_DIGITS = 18;

    private ValueParser() {}

    static Optional<LocalDate> date(String text, boolean inTable) {
        if (!FOUR_DIGIT_YEAR.matcher(text.strip()).matches()) {
            return Optional.empty();
        }
        try {
            return Optional.of(LocalDate.parse(text.strip(), inTable && text.contains(".") ? DOTS : ISO));
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }

    /** A number in a table, with a point or a comma. */
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
