package kz.qadam.chassis.base.personal;

import java.text.Normalizer;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * Recognises texts that look like an e-mail address, a telephone number or the name of a person in full, or contain
 * one. It looks at the text only, so it can be wrong in both directions; it prefers to overlook a name rather than to
 * refuse a number, a reason or the name of a place or a school.
 */
public final class PersonalText {

    private static final int FEWEST_DIGITS = 10;
    private static final int FEWEST_DIGITS_AFTER_PLUS = 7;
    private static final int FEWEST_LETTERS = 2;

    /** Begins at the @, so that a long text before it is not searched again and again. */
    private static final Pattern E_MAIL_DOMAIN =
            Pattern.compile("(?<=[\\p{L}\\p{N}._%+'-])@(?:[\\p{L}\\p{N}-]++\\.)+\\p{L}{2,}");

    private enum Kind {
        DIGIT,
        UPPER,
        LOWER,
        OTHER;

        static Kind of(int c) {
            if (Character.isDigit(c)) return DIGIT;
            if (!Character.isLetter(c)) return OTHER;
            return Character.isUpperCase(c) ? UPPER : LOWER;
        }
    }

    /** The kinds of the characters of ASCII, of which most texts consist. */
    private static final Kind[] ASCII =
            IntStream.rangeClosed(0, '~').mapToObj(Kind::of).toArray(Kind[]::new);

    private PersonalText() {}

    /** Whether a text names a person. */
    public static boolean isIn(String text) {
        return isIn(text, TelephoneNumber::isIn, PersonName::isIn);
    }

    /**
     * Whether a code names a person, such as a reference or the number of a certificate. A code is often a row of
     * digits, or of letters by chance: a telephone number in it is only what is written as one. What names a person as a
     * code does so as a text.
     */
    public static boolean isInCode(String code) {
        return isIn(code, TelephoneNumber::isWrittenIn, PersonName::isInCode);
    }

    /** Most references are decided by one pass over their characters. */
    private static boolean isIn(String text, Predicate<String> hasTelephoneNumber, Predicate<String> hasName) {
        boolean isAscii = true;
        boolean hasAt = false;
        boolean hasPlus = false;
        int digits = 0;
        int words = 0;
        int letters = 0;
        int longest = 0;
        boolean isLower = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            isAscii &= c < ASCII.length;
            hasAt |= c == '@' || c == '\uFF20';
            hasPlus |= c == '+' || c == '\uFF0B';
            Kind kind = c < ASCII.length ? ASCII[c] : Kind.of(c);
            digits += kind == Kind.DIGIT ? 1 : 0;
            boolean isLetter = kind == Kind.UPPER || kind == Kind.LOWER;
            if (isLetter && (letters == 0 || (isLower && kind == Kind.UPPER))) {
                words++;
                letters = 0;
            }
            letters = isLetter ? letters + 1 : 0;
            longest = Math.max(longest, letters);
            isLower = kind == Kind.LOWER;
        }
        boolean mayBeNumber = digits >= (hasPlus ? FEWEST_DIGITS_AFTER_PLUS : FEWEST_DIGITS);
        boolean mayBeName = words > 1 && longest >= FEWEST_LETTERS;
        if (!hasAt && !mayBeNumber && !mayBeName) {
            return false;
        }
        String composed = isAscii ? text : Normalizer.normalize(text, Normalizer.Form.NFKC);
        return (hasAt && E_MAIL_DOMAIN.matcher(composed).find())
                || (mayBeNumber && hasTelephoneNumber.test(composed))
                || (mayBeName && hasName.test(composed));
    }
}
