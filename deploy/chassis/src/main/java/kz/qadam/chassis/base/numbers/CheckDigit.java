package kz.qadam.chassis.base.numbers;

/**
 * The check digit of a twelve-digit number of a person or an organisation: the last digit, computed from the eleven
 * before it.
 */
public final class CheckDigit {

    private static final int[] FIRST = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11};
    private static final int[] SECOND = {3, 4, 5, 6, 7, 8, 9, 10, 11, 1, 2};

    private CheckDigit() {}

    /** Whether these are twelve ASCII digits; digits of other scripts are not. */
    public static boolean areTwelveDigits(CharSequence text) {
        return text.length() == 12 && text.chars().allMatch(c -> c >= '0' && c <= '9');
    }

    /** Whether the last of twelve digits is the right check digit. If both passes give 10, no digit is right. */
    public static boolean isRight(CharSequence twelve) {
        int expected = remainder(twelve, FIRST);
        if (expected == 10) {
            expected = remainder(twelve, SECOND);
        }
        return twelve.charAt(11) - '0' == expected;
    }

    private static int remainder(CharSequence digits, int[] weights) {
        int sum = 0;
        for (int i = 0; i < weights.length; i++) {
            sum += (digits.charAt(i) - '0') * weights[i];
        }
        return sum % 11;
    }
}
