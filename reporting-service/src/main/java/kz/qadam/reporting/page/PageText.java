package kz.qadam.reporting.page;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.text.NumberFormat;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import kz.qadam.chassis.language.Language;
import kz.qadam.chassis.language.Message;
import kz.qadam.reporting.catalogue.Names;

/** Texts of the pages in one language: messages, and numbers and days in the notation of the language. */
public record PageText(Language language, ZoneId zone) {

    private static final String NOTHING = "–";
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
    private static final BigDecimal SMALL = new BigDecimal("0.1");

    /** A message of a page. */
    public String say(String key, Object... arguments) {
        return Message.of("page." + key, arguments).in(language);
    }

    /** A whole number, rounded down; a dash for a figure that the reader may not see. */
    public String number(Number number) {
        if (number == null) {
            return NOTHING;
        }
        NumberFormat format = NumberFormat.getNumberInstance(locale());
        format.setMaximumFractionDigits(0);
        format.setRoundingMode(RoundingMode.DOWN);
        return format.format(number);
    }

    /** Rounded down, so that an unfinished target never reads 100 %. */
    String percent(BigDecimal percent) {
        if (percent == null) {
            return NOTHING;
        }
        boolean isSmall = percent.signum() > 0 && percent.compareTo(SMALL) < 0;
        return share(percent.divide(HUNDRED), isSmall ? 2 : 1);
    }

    /** A probability from 0 to 1. It is never written as 0 % or 100 %, since a forecast is not certain. */
    String probability(double probability) {
        if (probability < 0.01) {
            return "< " + share(new BigDecimal("0.01"), 0);
        }
        if (probability > 0.99) {
            return "> " + share(new BigDecimal("0.99"), 0);
        }
        return share(BigDecimal.valueOf(probability).setScale(2, RoundingMode.HALF_EVEN), 0);
    }

    public String day(LocalDate day) {
        String pattern = switch (language) {
            case KK -> "y 'жылғы' d MMMM";
            case RU -> "d MMMM y 'г.'";
            case EN -> "d MMMM y";
        };
        return day == null ? NOTHING : formatter(pattern).format(day);
    }

    /** A short month, for a row or an axis. */
    String month(YearMonth month) {
        return formatter("LLL y").format(month);
    }

    String instant(Instant instant) {
        if (instant == null) {
            return NOTHING;
        }
        var local = instant.atZone(zone);
        return day(local.toLocalDate()) + ", " + formatter("HH:mm").format(local);
    }

    String name(Names names) {
        return switch (language) {
            case KK -> names.kk();
            case RU -> names.ru();
            case EN -> names.en();
        };
    }

    private String share(BigDecimal share, int digits) {
        NumberFormat format = NumberFormat.getPercentInstance(locale());
        format.setMinimumFractionDigits(digits);
        format.setMaximumFractionDigits(digits);
        format.setRoundingMode(RoundingMode.DOWN);
        return format.format(share);
    }

    private DateTimeFormatter formatter(String pattern) {
        return DateTimeFormatter.ofPattern(pattern, locale());
    }

    private Locale locale() {
        return language == Language.EN ? Locale.UK : language.locale();
    }
}
