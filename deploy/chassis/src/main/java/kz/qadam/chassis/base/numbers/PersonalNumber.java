package kz.qadam.chassis.base.numbers;

import java.text.Normalizer;
import java.time.YearMonth;
import java.util.regex.Pattern;

/**
 * Recognises identification numbers of persons: twelve digits that begin with an existing day of birth and end with the
 * right check digit. This is the only test for such numbers; all services share it.
 */
public final class PersonalNumber {

    /** Shown instead of a text that contains a number. */
    public static final String MASK = "[…]";

    private static final int DIGITS = 12;
    private static final int HALF = 6;
    private static final char MINUS = '\u2212';

    /** A UUID may end with any twelve digits. They are random, not the number of a person. */
    private static final Pattern UUID = Pattern.compile("\\p{XDigit}{8}(-\\p{XDigit}{4}){3}-[0-9]{12}");

    private static final int UUID_LENGTH = 36;

    private PersonalNumber() {}

    /**
     * Whether a text contains a number, with digits of any width: exactly twelve digits in a row; or two groups of six
     * with one space or hyphen between them, the seventh digit from 1 to 6.
     */
    public static boolean isIn(String text) {
        int digits = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c > '~') {
                return isInNormalised(Normalizer.normalize(text, Normalizer.Form.NFKC));
            }
            if (isDigit(c)) {
                digits++;
            }
        }
        return digits >= DIGITS && isInNormalised(text);
    }

    /** The text, or a mask if it contains a number. */
    public static String masked(String text) {
        return text != null && isIn(text) ? MASK : text;
    }

    /**
     * Whether twelve digits begin with an existing day. The seventh digit gives the century and the sex; for 0, which
     * foreigners have, this century is assumed.
     */
    public static boolean beginsWithDayOfBirth(CharSequence twelve) {
        if (twelve.charAt(6) > '6') {
            return false;
        }
        int year = century(twelve) + two(twelve, 0);
        int month = two(twelve, 2);
        return month >= 1 && month <= 12 && YearMonth.of(year, month).isValidDay(two(twelve, 4));
    }

    /** The century of the birth, such as 1900. */
    public static int century(CharSequence twelve) {
        int seventh = twelve.charAt(6) - '0';
        return seventh == 0 ? 2000 : 1800 + (seventh - 1) / 2 * 100;
    }

    private static boolean isInNormalised(String text) {
        int from = 0;
        while (from < text.length()) {
            int to = endOfDigits(text, from);
            if (to - from == DIGITS && isNumber(text.substring(from, to)) && !endsUuid(text, to)) {
                return true;
            }
            if (to - from == HALF && isInGroups(text, from)) {
                return true;
            }
            from = to + 1;
        }
        return false;
    }

    private static boolean isInGroups(String text, int from) {
        int second = from + HALF + 1;
        return second < text.length()
                && isJoint(text.charAt(second - 1))
                && endOfDigits(text, second) - second == HALF
                && text.charAt(second) != '0'
                && isNumber(text.substring(from, second - 1) + text.substring(second, second + HALF));
    }

    private static boolean isJoint(char c) {
        int type = Character.getType(c);
        return type == Character.SPACE_SEPARATOR || type == Character.DASH_PUNCTUATION || c == MINUS;
    }

    private static boolean isNumber(String twelve) {
        return beginsWithDayOfBirth(twelve) && CheckDigit.isRight(twelve);
    }

    private static boolean endsUuid(String text, int end) {
        return end >= UUID_LENGTH
                && UUID.matcher(text.substring(end - UUID_LENGTH, end)).matches();
    }

    private static int endOfDigits(String text, int from) {
        int to = from;
        while (to < text.length() && isDigit(text.charAt(to))) {
            to++;
        }
        return to;
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    private static int two(CharSequence digits, int at) {
        return (digits.charAt(at) - '0') * 10 + digits.charAt(at + 1) - '0';
    }
}
