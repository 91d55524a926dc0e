package kz.qadam.enrolment.numbers;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The number of a passport or a birth certificate, as one text however it was typed. Letters of different alphabets stay
 * different, though they look alike: two people taken for one could not be told apart again, one taken for two can be
 * merged.
 */
public final class DocumentNumber {

    private static final Pattern SPACES_AND_DASHES = Pattern.compile("[\\s\\p{Z}\\p{Pd}\u2212]");
    private static final Pattern LETTERS_AND_DIGITS = Pattern.compile("[\\p{L}\\p{Nd}]+");
    private static final int LONGEST = 30;
    private static final Pattern LATIN = Pattern.compile("[A-Z]");
    private static final Pattern CYRILLIC = Pattern.compile("\\p{IsCyrillic}");
    private static final Pattern ROMAN_NUMERAL_FIRST = Pattern.compile("[IVXLC]+[^A-Z]+");

    private DocumentNumber() {}

    /** Upper-cased, without spaces, dashes and full width, its digits as ASCII writes them; empty if it is no number. */
    public static Optional<String> canonical(String written) {
        String bare = SPACES_AND_DASHES.matcher(written).replaceAll("");
        if (!LETTERS_AND_DIGITS.matcher(bare).matches()) {
            return Optional.empty();
        }
        String number = digits(Normalizer.normalize(bare, Normalizer.Form.NFKC)).toUpperCase(Locale.ROOT);
        return number.length() <= LONGEST && LETTERS_AND_DIGITS.matcher(number).matches()
                ? Optional.of(number)
                : Optional.empty();
    }

    /** Whether it has Latin beside Cyrillic letters, but for a Roman numeral that precedes these, as in {@code II-АБ}. */
    public static boolean mixesAlphabets(String canonical) {
        return LATIN.matcher(canonical).find()
                && CYRILLIC.matcher(canonical).find()
                && !ROMAN_NUMERAL_FIRST.matcher(canonical).matches();
    }

    private static String digits(String text) {
        var ascii = new StringBuilder(text.length());
        text.codePoints().forEach(c -> ascii.appendCodePoint(Character.isDigit(c) ? '0' + Character.digit(c, 10) : c));
        return ascii.toString();
    }
}
