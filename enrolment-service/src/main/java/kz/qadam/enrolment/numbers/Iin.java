package kz.qadam.enrolment.numbers;

import kz.qadam.chassis.base.numbers.CheckDigit;
import kz.qadam.chassis.base.numbers.PersonalNumber;

/** A person's identification number: twelve ASCII digits with a right check digit. {@code toString} hides it. */
public record Iin(String digits) {

    public Iin {
        if (!areTwelveDigits(digits) || !hasRightCheckDigit(digits)) {
            throw new IllegalArgumentException("Not an IIN");
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

    /** Whether its owner would be born before 1900: no living person has such a number, so examples may use it. */
    public boolean isSynthetic() {
        return PersonalNumber.century(digits) < 1900;
    }

    /** Whether it begins with a day that exists. Nobody can have a number without a possible day of birth. */
    public boolean hasDayOfBirth() {
        return PersonalNumber.beginsWithDayOfBirth(digits);
    }

    @Override
    public String toString() {
        return "Iin[…]";
    }
}
