package kz.qadam.demo;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;

/** Identification numbers with the right check digit and a day of birth before 1900, so that they belong to nobody. */
public final class Iin {

    private static final LocalDate YOUNGEST = LocalDate.of(1899, 12, 31);
    private static final int DAYS = 36_500;
    private static final DateTimeFormatter BIRTH = DateTimeFormatter.ofPattern("yyMMdd");
    private static final int NONE = 10;

    private static final int[] FIRST_PASS = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11};
    private static final int[] SECOND_PASS = {3, 4, 5, 6, 7, 8, 9, 10, 11, 1, 2};

    private Iin() {}

    /** A different one for each number up to a hundred million. */
    public static String of(int number) {
        String birth = YOUNGEST.minusDays(number % DAYS).format(BIRTH);
        int sexBefore1900 = 1 + number % 2;
        // Of three consecutive candidates, two differ only in their last digit, and at most one of those has no check
        // digit.
        int serial = 1 + number / DAYS * 3;
        String prefix;
        int check;
        do {
            prefix = "%s%d%04d".formatted(birth, sexBefore1900, serial++);
            check = checkDigit(prefix);
        } while (check == NONE);
        return prefix + check;
    }

    private static int checkDigit(String prefix) {
        int first = remainder(prefix, FIRST_PASS);
        return first == NONE ? remainder(prefix, SECOND_PASS) : first;
    }

    private static int remainder(String prefix, int[] weights) {
        int sum = 0;
        for (int i = 0; i < weights.length; i++) {
            sum += Character.digit(prefix.charAt(i), 10) * weights[i];
        }
        return sum % 11;
    }
}
