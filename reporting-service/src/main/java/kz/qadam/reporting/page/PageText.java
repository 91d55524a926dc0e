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
import kz.qadam.chassis.language.Text;
import kz.qadam.reporting.catalogue.Names;

/** How the dashboard says things in one language: words from the message files, numbers and days as people write them. */
public record PageText(Language language, ZoneId zone) {

    private static final String NOTHING = "–";
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
    private static final BigDecimal LITTLE = new BigDecimal("0.1");

    /** A sentence of the dashboard. */
    public String say(String key, Object... arguments) {
        return Text.of("page." + key, arguments).in(language);
    }

    /** A figure that the reader may not see is a dash. */
    public String number(Long number) {
        return number == null ? NOTHING : numbers(0).format(number);
    }

    /** A number of people, rounded down. */
    String whole(BigDecimal number) {
        return number == null ? NOTHING : numbers(0).format(number);
    }

    /** Rounded down, so that what is not done does not read 100 %. */
    String percent(BigDecimal percent) {
        if (percent == null) {
            return NOTHING;
        }
        boolean isLittle = percent.signum() > 0 && percent.compareTo(LITTLE) < 0;
        return share(percent.divide(HUNDRED), isLittle ? 2 : 1);
    }

    /** Of a probability from 0 to 1; nothing of that kind is certain. */
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
        return day == null ? NOTHING : written(pattern).format(day);
    }

    /** For a row or an axis. */
    String month(YearMonth month) {
        return written("LLL y").format(month);
    }

    String instant(Instant instant) {
        if (instant == null) {
            return NOTHING;
        }
        var there = instant.atZone(zone);
        return day(there.toLocalDate()) + ", " + written("HH:mm").format(there);
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

    private NumberFormat numbers(int digits) {
        NumberFormat format = NumberFormat.getNumberInstance(locale());
        format.setMaximumFractionDigits(digits);
        format.setRoundingMode(RoundingMode.DOWN);
        return format;
    }

    private DateTimeFormatter written(String pattern) {
        return DateTimeFormatter.ofPattern(pattern, locale());
    }

    private Locale locale() {
        return language == Language.EN ? Locale.UK : language.locale();
    }
}
