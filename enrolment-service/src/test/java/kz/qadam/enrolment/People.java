package kz.qadam.enrolment;

import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

/** People who were never born: their numbers are right, and of births before 1900. */
public final class People {

    private static final AtomicInteger NEXT = new AtomicInteger();

    private People() {}

    /** A right number that no other call has given. */
    public static String iin() {
        Optional<String> number = Optional.empty();
        while (number.isEmpty()) {
            int n = NEXT.getAndIncrement();
            number = completed("99%02d%02d1%04d".formatted(1 + n / 9999 % 12, 1 + n / 120_000, n % 9999));
        }
        return number.get();
    }

    /** With its check digit, where there is one. */
    public static Optional<String> completed(String elevenDigits) {
        int check = remainder(elevenDigits, 0);
        check = check == 10 ? remainder(elevenDigits, 2) : check;
        return check == 10 ? Optional.empty() : Optional.of(elevenDigits + check);
    }

    private static int remainder(String digits, int shift) {
        int sum = 0;
        for (int i = 0; i < 11; i++) {
            sum += (digits.charAt(i) - '0') * ((i + shift) % 11 + 1);
        }
        return sum % 11;
    }
}
