package kz.qadam.chassis.base.personal;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberMatch;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.Leniency;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberType;
import com.google.i18n.phonenumbers.Phonenumber.PhoneNumber;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Recognises telephone numbers: of any country if they begin with a plus, and of Kazakhstan and Russia, which share a
 * numbering plan, also with 8, with 7, or without a prefix. The library knows which numbers exist; the notations are
 * narrower than those that it would read, since references are rows of digits too.
 */
final class TelephoneNumber {

    private static final PhoneNumberUtil LIBRARY = PhoneNumberUtil.getInstance();
    private static final int COUNTRY_CODE = 7;
    private static final String KAZAKHSTAN = "KZ";
    private static final String NO_REGION = "ZZ";
    private static final int NATIONAL_DIGITS = 10;

    /** A candidate that is no number costs some microseconds; a long text may have many of them. */
    private static final long MOST_TRIES = 20;

    /** At most two spaces, points, hyphens or underscores between groups of digits. */
    private static final String GAP = "[ ._\\-\\u2010-\\u2015]{0,2}";

    /** Ten digits, in the groups in which people write them: the code of an area has three to five digits. */
    private static final Pattern NATIONAL =
            Pattern.compile("""
            (?<![\\p{L}\\p{N}])(?<prefix>[78]~)?(?:
            \\(?[0-9]{3}\\)?~[0-9]{3}~[0-9]{2}~[0-9]{2}|
            \\(?[0-9]{4}\\)?~(?:[0-9]{2}~[0-9]{2}~[0-9]{2}|[0-9]{3}~[0-9]{3})|
            \\([0-9]{5}\\)~[0-9]~[0-9]{2}~[0-9]{2}
            )(?![\\p{L}\\p{N}])""".replace("\n", "").replace("~", GAP));

    private TelephoneNumber() {}

    /** Whether a text contains a number, in whatever way it is written. */
    static boolean isIn(String text) {
        Matcher candidate = NATIONAL.matcher(text);
        while (candidate.find()) {
            if (national(candidate).isPresent()) {
                return true;
            }
        }
        return text.indexOf('+') >= 0 && international(text).iterator().hasNext();
    }

    /**
     * Whether a code, such as a reference, contains a number that is written as one. Rows of digits, and groups of
     * digits in which nobody writes a telephone number, are codes, also if such a number exists.
     */
    static boolean isWrittenIn(String code) {
        Matcher candidate = NATIONAL.matcher(code);
        while (candidate.find()) {
            Optional<PhoneNumber> number = national(candidate);
            if (number.isPresent()
                    && Notation.of(code, candidate.start(), candidate.end())
                            .isOfTelephone(candidate.group("prefix") != null, isOfKazakhstan(number.get()))) {
                return true;
            }
        }
        if (code.indexOf('+') >= 0) {
            for (PhoneNumberMatch match : international(code)) {
                if (match.number().getCountryCode() == COUNTRY_CODE || !isAfterLetterOrDigit(code, match.start())) {
                    return true;
                }
            }
        }
        return false;
    }

    private static Iterable<PhoneNumberMatch> international(String text) {
        return LIBRARY.findNumbers(text, NO_REGION, Leniency.VALID, MOST_TRIES);
    }

    /** A plus also joins the parts of a code: {@code Academy+AI101+2026}. */
    private static boolean isAfterLetterOrDigit(String code, int at) {
        return at > 0 && Character.isLetterOrDigit(code.charAt(at - 1));
    }

    /**
     * The number that a candidate is, if it is one. A row of ten digits is a running number as often as a telephone
     * number without its prefix: it is none. Without prefix or without separators only numbers that people write so are
     * recognised.
     */
    private static Optional<PhoneNumber> national(Matcher candidate) {
        String written = candidate.group();
        boolean hasPrefix = candidate.group("prefix") != null;
        String digits = written.replaceAll("[^0-9]", "");
        boolean isPlain = digits.length() == written.length();
        if (isPlain && !hasPrefix) {
            return Optional.empty();
        }
        return parsed("+" + COUNTRY_CODE + digits.substring(digits.length() - NATIONAL_DIGITS))
                .filter(LIBRARY::isValidNumber)
                .filter(number -> {
                    boolean isMobile = LIBRARY.getNumberType(number) == PhoneNumberType.MOBILE;
                    return hasPrefix
                            ? !isPlain || isMobile || isOfKazakhstan(number)
                            : isMobile || written.indexOf('(') >= 0;
                });
    }

    private static boolean isOfKazakhstan(PhoneNumber number) {
        return KAZAKHSTAN.equals(LIBRARY.getRegionCodeForNumber(number));
    }

    private static Optional<PhoneNumber> parsed(String international) {
        try {
            return Optional.of(LIBRARY.parse(international, NO_REGION));
        } catch (NumberParseException e) {
            return Optional.empty();
        }
    }
}
