package kz.qadam.enrolment.numbers;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The number of a passport or a birth certificate, in one form for all ways to type it. Letters of different alphabets
 * stay different, though they look alike: two people recorded as one learner cannot be separated again, but one person
 * recorded as two learners can be merged.
 */
public final class IdentityDocumentNumber {

    private static final Pattern SPACES_AND_DASHES = Pattern.compile("[\\s\\p{Z}\\p{Pd}\u2212]");
    private static final Pattern LETTERS_AND_DIGITS = Pattern.compile("[\\p{L}\\p{Nd}]+");
    private static final int LONGEST = 30;
    private static final Pattern LATIN = Pattern.compile("[A-Z]");
    private static final Pattern CYRILLIC = Pattern.compile("\\p{IsCyrillic}");
    private static final Pattern ROMAN_NUMERAL_FIRST = Pattern.compile("[IVXLC]+[^A-Z]+");

    private IdentityDocumentNumber() {}

    /** In upper case, without spaces, dashes and full-width forms, with ASCII digits; empty if it is no number. */
    public static Optional<String> canonical(String written) {
        String bare = SPACES_AND_DASHES.matcher(written).replaceAll("");
        if (!LETTERS_AND_DIGITS.matcher(bare).matches()) {
            return Optional.empty();
        }
        String number = withAsciiDigits(Normalizer.normalize(bare, Normalizer.Form.NFKC))
                .toUpperCase(Locale.ROOT);
        return number.length() <= LONGEST && LETTERS_AND_DIGITS.matcher(number).matches()
                ? Optional.of(number)
                : Optional.empty();
    }

    /** Whether it has Latin and Cyrillic letters. A Roman numeral before Cyrillic letters is allowed: {@code II-АБ}. */
    public static boolean mixesAlphabets(String canonical) {
        return LATIN.matcher(canonical).find()
                && CYRILLIC.matcher(canonical).find()
                && !ROMAN_NUMERAL_FIRST.matcher(canonical).matches();
    }

    private static String withAsciiDigits(String text) {
        var ascii = new StringBuilder(text.length());
        text.codePoints().forEach(c -> ascii.appendCodePoint(Character.isDigit(c) ? '0' + Character.digit(c, 10) : c));
        return ascii.toString();
    }
}
