package kz.qadam.system;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/** Identification numbers with the right check digit, of people born before 1900, so that they are nobody's. */
final class Iins {

    private static final LocalDate YOUNGEST = LocalDate.of(1899, 12, 31);
    private static final DateTimeFormatter BIRTH = DateTimeFormatter.ofPattern("yyMMdd");
    private static final int A_DAY = 9_000;
    private static final int NONE = 10;
    private static final Pattern LONG_ENOUGH = Pattern.compile("[0-9]{12,}");

    private static final int[] FIRST_PASS = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11};
    private static final int[] SECOND_PASS = {3, 4, 5, 6, 7, 8, 9, 10, 11, 1, 2};

    private static final AtomicInteger NEXT = new AtomicInteger();
    private static final Set<String> ISSUED = ConcurrentHashMap.newKeySet();

    private Iins() {}

    /** One that nobody has had before. */
    static String next() {
        String prefix;
        int check;
        do {
            int n = NEXT.getAndIncrement();
            String birth = YOUNGEST.minusDays(n / A_DAY).format(BIRTH);
            int sexBefore1900 = 1 + n % 2;
            prefix = "%s%d%04d".formatted(birth, sexBefore1900, 1 + n % A_DAY);
            check = checkDigit(prefix);
        } while (check == NONE);
        ISSUED.add(prefix + check);
        return prefix + check;
    }

    /** One with a slip of the pen in its last digit. */
    static String misspelt() {
        String right = next();
        String wrong = right.substring(0, 11) + (Character.digit(right.charAt(11), 10) + 1) % 10;
        ISSUED.add(wrong);
        return wrong;
    }

    /** Those of the numbers ever given out, the misspelt too, that stand in the text; what is beside one may be digits too. */
    static List<String> in(String text) {
        return LONG_ENOUGH
                .matcher(text)
                .results()
                .map(digits -> digits.group())
                .flatMap(digits ->
                        IntStream.rangeClosed(0, digits.length() - 12).mapToObj(i -> digits.substring(i, i + 12)))
                .filter(ISSUED::contains)
                .toList();
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
