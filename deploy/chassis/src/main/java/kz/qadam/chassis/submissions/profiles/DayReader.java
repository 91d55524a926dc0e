package kz.qadam.chassis.submissions.profiles;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.DateTimeParseException;
import java.time.format.ResolverStyle;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import kz.qadam.chassis.base.time.AlmatyTime;

/** Reads days as other systems write them: in the formats of a profile, or as tables have them, with a time or without. */
public final class DayReader {

    private static final Pattern LETTERS = Pattern.compile(
            "[^A-Za-z\\[\\]{}#]*(?:(?:d{1,2}|M{1,4}|y{1,4}|H{1,2}|h{1,2}|m{1,2}|s{1,2}|a|'[^']*')[^A-Za-z\\[\\]{}#]*)+");

    private static final Pattern WITH_TIME =
            Pattern.compile("([0-9]{4}-[0-9]{2}-[0-9]{2}|[0-9]{1,2}\\.[0-9]{1,2}\\.[0-9]{4})[T ]+"
                    + "([0-9]{1,2}:[0-9]{2}(?::[0-9]{2}(?:[.,][0-9]+)?)?) ?(Z|UTC|[+-][0-9]{2}(?::?[0-9]{2})?)?");

    private static final List<Locale> LANGUAGES =
            Stream.of("kk", "ru", "en").map(Locale::forLanguageTag).toList();

    private final List<DateTimeFormatter> formats;

    public DayReader(List<String> formats) {
        this.formats = formats.stream().flatMap(DayReader::formatters).toList();
    }

    /** Whether a text is a format from which a day follows. */
    static boolean isFormat(String format) {
        if (!LETTERS.matcher(format).matches()
                || Stream.of("d", "M", "y")
                        .anyMatch(letter -> !withoutTexts(format).contains(letter))) {
            return false;
        }
        try {
            return formatters(format).count() > 0;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private static String withoutTexts(String format) {
        return format.replaceAll("'[^']*'", "");
    }

    /** In each language; the name of a month may stand alone, or before its year. */
    private static Stream<DateTimeFormatter> formatters(String format) {
        String strict = format.replace('y', 'u');
        Stream<String> patterns =
                strict.contains("MMM") ? Stream.of(strict, strict.replace('M', 'L')) : Stream.of(strict);
        return patterns.flatMap(pattern -> LANGUAGES.stream()
                .map(language -> new DateTimeFormatterBuilder()
                        .parseCaseInsensitive()
                        .appendPattern(pattern)
                        .toFormatter(language)
                        .withResolverStyle(ResolverStyle.STRICT)));
    }

    /** The day in the form of the API; what is no day in any format stays as it is. */
    public String read(String cell) {
        return formats.stream()
                .flatMap(format -> day(format, cell).stream())
                .findFirst()
                .map(LocalDate::toString)
                .orElseGet(() -> withoutTime(cell));
    }

    private static Optional<LocalDate> day(DateTimeFormatter format, String cell) {
        try {
            return Optional.of(LocalDate.parse(cell, format));
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }

    /** With an offset, the day that it was in Almaty. */
    private static String withoutTime(String cell) {
        Matcher at = WITH_TIME.matcher(cell);
        if (!at.matches()) {
            return cell;
        }
        if (at.group(3) == null || !at.group(1).contains("-")) {
            return at.group(1);
        }
        try {
            return AlmatyTime.dayOf(OffsetDateTime.parse(at.group(1) + "T" + time(at.group(2)) + offset(at.group(3)))
                            .toInstant())
                    .toString();
        } catch (DateTimeException e) {
            return cell;
        }
    }

    private static String time(String written) {
        String whole = written.replace(',', '.');
        return whole.indexOf(':') == 1 ? "0" + whole : whole;
    }

    private static String offset(String written) {
        if (written.equals("UTC") || written.equals("Z")) {
            return "Z";
        }
        String digits = written.replace(":", "");
        return digits.substring(0, 3) + ":" + (digits.length() > 3 ? digits.substring(3) : "00");
    }
}
