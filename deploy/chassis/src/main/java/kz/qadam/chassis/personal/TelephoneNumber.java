package kz.qadam.chassis.personal;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.Leniency;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberType;
import com.google.i18n.phonenumbers.Phonenumber.PhoneNumber;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Recognises telephone numbers: of any country if they begin with a plus, and of Kazakhstan and Russia, which share a
 * numbering plan, also with 8, with 7, or without a prefix. The library knows which numbers exist; the notations are
 * narrower than those that it would read, since references are rows of digits too.
 */
final class TelephoneNumber {

    private static final PhoneNumberUtil LIBRARY = PhoneNumberUtil.getInstance();
    private static final String COUNTRY_CODE = "+7";
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

    static boolean isIn(String text) {
        Matcher candidate = NATIONAL.matcher(text);
        while (candidate.find()) {
            if (isNational(candidate.group(), candidate.group("prefix") != null)) {
                return true;
            }
        }
        return text.indexOf('+') >= 0
                && LIBRARY.findNumbers(text, NO_REGION, Leniency.VALID, MOST_TRIES)
                        .iterator()
                        .hasNext();
    }

    /**
     * A row of ten digits is a running number as often as a telephone number without its prefix: it is none. Without
     * prefix or without separators only numbers that people write so are recognised.
     */
    private static boolean isNational(String written, boolean hasPrefix) {
        String digits = written.replaceAll("[^0-9]", "");
        boolean isPlain = digits.length() == written.length();
        if (isPlain && !hasPrefix) {
            return false;
        }
        PhoneNumber number = parsed(COUNTRY_CODE + digits.substring(digits.length() - NATIONAL_DIGITS));
        if (number == null || !LIBRARY.isValidNumber(number)) {
            return false;
        }
        boolean isMobile = LIBRARY.getNumberType(number) == PhoneNumberType.MOBILE;
        return hasPrefix
                ? !isPlain || isMobile || KAZAKHSTAN.equals(LIBRARY.getRegionCodeForNumber(number))
                : isMobile || written.indexOf('(') >= 0;
    }

    private static PhoneNumber parsed(String international) {
        try {
            return LIBRARY.parse(international, NO_REGION);
        } catch (NumberParseException e) {
            return null;
        }
    }
}
