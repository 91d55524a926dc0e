package kz.qadam.enrolment.numbers;

import java.time.YearMonth;

/** A person's identification number: twelve ASCII digits with a right check digit. It never shows itself. */
public record Iin(String digits) {

    public Iin {
        if (!areTwelveDigits(digits) || !hasRightCheckDigit(digits)) {
            throw new IllegalArgumentException("Not an IIN");
        }
    }

    public static boolean areTwelveDigits(CharSequence text) {
        return CheckDigit.areTwelveDigits(text);
    }

    /** Of twelve digits. */
    public static boolean hasRightCheckDigit(CharSequence twelve) {
        return CheckDigit.isRight(twelve);
    }

    /** Whether it would be of somebody born before 1900: nobody has it, and it is free for examples. */
    public boolean isSynthetic() {
        return century(digits) < 1900;
    }

    /** Whether twelve digits would be somebody's number: born on a day that there was, and with a right check digit. */
    static boolean isPlausible(CharSequence twelve) {
        return isBirthDate(twelve) && CheckDigit.isRight(twelve);
    }

    /** The seventh digit tells century and sex; of 0, which foreigners have, the century is not known. */
    private static boolean isBirthDate(CharSequence twelve) {
        if (twelve.charAt(6) > '6') {
            return false;
        }
        int year = century(twelve) + two(twelve, 0);
        int month = two(twelve, 2);
        return month >= 1 && month <= 12 && YearMonth.of(year, month).isValidDay(two(twelve, 4));
    }

    private static int century(CharSequence twelve) {
        int seventh = twelve.charAt(6) - '0';
        return seventh == 0 ? 2000 : 1800 + (seventh - 1) / 2 * 100;
    }

    private static int two(CharSequence digits, int at) {
        return (digits.charAt(at) - '0') * 10 + digits.charAt(at + 1) - '0';
    }

    @Override
    public String toString() {
        return "Iin[…]";
    }
}
