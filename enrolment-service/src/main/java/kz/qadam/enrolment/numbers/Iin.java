package kz.qadam.enrolment.numbers;

import kz.qadam.chassis.numbers.CheckDigit;
import kz.qadam.chassis.numbers.PersonalNumber;

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
        return PersonalNumber.century(digits) < 1900;
    }

    /** Whether somebody can have it: whose day of birth does not exist is nobody. */
    public boolean hasDayOfBirth() {
        return PersonalNumber.beginsWithDayOfBirth(digits);
    }

    @Override
    public String toString() {
        return "Iin[…]";
    }
}
