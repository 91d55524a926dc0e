package kz.qadam.enrolment.numbers;

import kz.qadam.chassis.numbers.CheckDigit;

/** The business identification number of an organisation. */
public record Bin(String digits) {

    public Bin {
        if (!CheckDigit.areTwelveDigits(digits) || !CheckDigit.isRight(digits)) {
            throw new IllegalArgumentException("Not a BIN");
        }
    }

    public static boolean areTwelveDigits(CharSequence text) {
        return CheckDigit.areTwelveDigits(text);
    }

    /**
     * Whether the last digit follows from the others.
     *
     * @param twelve text of twelve digits
     */
    public static boolean hasRightCheckDigit(CharSequence twelve) {
        return CheckDigit.isRight(twelve);
    }
}
