package kz.qadam.chassis.base.language;

import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.time.temporal.TemporalAccessor;
import java.util.Locale;

/** A day or a month in the notation of a language, such as 3 June 2026. */
public final class DayText {

    private DayText() {}

    public static String of(LocalDate day, Language language) {
        String pattern = switch (language) {
            case KK -> "y 'жылғы' d MMMM";
            case RU -> "d MMMM y 'г.'";
            case EN -> "d MMMM y";
        };
        return in(language, pattern, day);
    }

    /** Such as June 2026. */
    public static String of(YearMonth month, Language language) {
        String pattern = switch (language) {
            case KK -> "y 'жылғы' LLLL";
            case RU -> "LLLL y 'г.'";
            case EN -> "LLLL y";
        };
        return in(language, pattern, month);
    }

    private static String in(Language language, String pattern, TemporalAccessor time) {
        Locale locale = language == Language.EN ? Locale.UK : language.locale();
        return DateTimeFormatter.ofPattern(pattern, locale).format(time);
    }
}
