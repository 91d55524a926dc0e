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
import kz.qadam.chassis.base.language.DayText;
import kz.qadam.chassis.base.language.Language;
import kz.qadam.chassis.base.language.Message;
import kz.qadam.reporting.catalogue.LocalizedName;

/**
 * Texts of the pages in one language: messages, and numbers and days in the notation of the language.
 *
 * @param isPublished whether counts of people are published ones, which are rounded down; otherwise they are exact
 */
public record PageText(Language language, ZoneId zone, boolean isPublished) {

    private static final String NOTHING = "–";
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
    private static final BigDecimal SMALL = new BigDecimal("0.1");

    /** The same texts in another language. */
    PageText in(Language other) {
        return new PageText(other, zone, isPublished);
    }

    /** A message of a page. */
    public String say(String key, Object... arguments) {
        return Message.of("page." + key, arguments).in(language);
    }

    /** A message about counts of people; there is another one about published counts. */
    public String sayOfPeople(String key, Object... arguments) {
        return say(isPublished ? key + "/published" : key, arguments);
    }

    /** A count of people; a published one as “10+”. Null: there are too few to publish. */
    CountText people(Long people) {
        if (people == null) {
            return isPublished ? new CountText(NOTHING, say("too-few")) : nothing();
        }
        String text = isPublished ? atLeast(people) : number(people);
        return new CountText(text, text);
    }

    /** No count, for another reason than that there are too few to publish. */
    CountText nothing() {
        return new CountText(NOTHING, NOTHING);
    }

    /** A number that is not rounded. Null: there are too few to publish. */
    CountText plain(Long number) {
        return number == null ? people(null) : new CountText(number(number), number(number));
    }

    private String atLeast(long people) {
        return say("at-least", number(people));
    }

    /** A whole number, rounded down; a dash if there is none. */
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

    /**
     * A probability from 0 to 1. It is never written as 0 % or 100 %, since a forecast is not certain. Published ones are
     * rounded to 5 %.
     */
    String probability(double probability) {
        BigDecimal least = new BigDecimal(isPublished ? "0.05" : "0.01");
        BigDecimal most = BigDecimal.ONE.subtract(least);
        if (probability < least.doubleValue()) {
            return "< " + share(least, 0);
        }
        if (probability > most.doubleValue()) {
            return "> " + share(most, 0);
        }
        return share(BigDecimal.valueOf(probability).setScale(2, RoundingMode.HALF_EVEN), 0);
    }

    public String day(LocalDate day) {
        return day == null ? NOTHING : DayText.of(day, language);
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

    String name(LocalizedName names) {
        return names.in(language);
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
