package kz.qadam.progress.completion;

import java.time.DateTimeException;
import java.time.LocalDate;
import kz.qadam.chassis.batch.Fields;

/** A text of a partner's own. It may hold anything but an individual identification number. */
final class PartnerText {

    private static final int DIGITS = 12;

    private PartnerText() {}

    static String read(Fields fields, String name, int longest) {
        String text = fields.text(name, longest);
        if (text != null && holdsIdentificationNumber(text)) {
            fields.broken(name, "looks-like-iin");
        }
        return text;
    }

    /** Twelve digits that begin with a date of birth and end with the right check digit. */
    static boolean holdsIdentificationNumber(String text) {
        int digits = 0;
        for (int i = 0; i < text.length(); i++) {
            digits = isDigit(text.charAt(i)) ? digits + 1 : 0;
            boolean ends = i + 1 == text.length() || !isDigit(text.charAt(i + 1));
            if (digits == DIGITS && ends && isIdentificationNumber(text.substring(i + 1 - DIGITS, i + 1))) {
                return true;
            }
        }
        return false;
    }

    private static boolean isDigit(char one) {
        return one >= '0' && one <= '9';
    }

    private static boolean isIdentificationNumber(String digits) {
        return beginsWithDate(digits) && hasCheckDigit(digits);
    }

    /** The year has two digits: a 29 February may be one of 2000. */
    private static boolean beginsWithDate(String number) {
        try {
            LocalDate.of(
                    2000 + Integer.parseInt(number.substring(0, 2)),
                    Integer.parseInt(number.substring(2, 4)),
                    Integer.parseInt(number.substring(4, 6)));
            return number.charAt(6) <= '6';
        } catch (DateTimeException e) {
            return false;
        }
    }

    private static boolean hasCheckDigit(String number) {
        int sum = weighted(number, 0) % 11;
        if (sum == 10) {
            sum = weighted(number, 2) % 11;
        }
        return sum == number.charAt(11) - '0';
    }

    /** Weights 1 to 11; in the second pass turned by two: 3 to 11, 1, 2. */
    private static int weighted(String number, int turn) {
        int sum = 0;
        for (int i = 0; i < 11; i++) {
            sum += (number.charAt(i) - '0') * ((i + turn) % 11 + 1);
        }
        return sum;
    }
}
