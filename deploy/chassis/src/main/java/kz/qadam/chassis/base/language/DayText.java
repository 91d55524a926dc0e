package kz.qadam.chassis.base.language;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** A day in the notation of a language, such as 3 June 2026. */
public final class DayText {

    private DayText() {}

    public static String of(LocalDate day, Language language) {
        String pattern = switch (language) {
            case KK -> "y 'жылғы' d MMMM";
            case RU -> "d MMMM y 'г.'";
            case EN -> "d MMMM y";
        };
        Locale locale = language == Language.EN ? Locale.UK : language.locale();
        return DateTimeFormatter.ofPattern(pattern, locale).format(day);
    }
}
