package kz.qadam.enrolment.accounts;

import java.security.SecureRandom;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import kz.qadam.chassis.base.crypto.Sha256;

/**
 * What opens a link once: 20 characters that can be read from paper, 100 random bits.
 *
 * @param text in groups of four, such as {@code K7QM-2XTR-9WHD-4FVN-B3CE}
 */
record PasswordLinkCode(String text) {

    /** How long it opens the link. */
    static final Duration LIFE = Duration.ofDays(7);

    private static final int LENGTH = 20;
    private static final int GROUP = 4;

    /** Base32 without letters that look like digits or each other (Crockford). */
    private static final String ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

    private static final Pattern WRITTEN = Pattern.compile("[" + ALPHABET + "]{" + LENGTH + "}");

    static PasswordLinkCode random(SecureRandom random) {
        return of(random.ints(LENGTH, 0, ALPHABET.length())
                .mapToObj(index -> ALPHABET.substring(index, index + 1))
                .collect(Collectors.joining()));
    }

    /** As somebody writes it: in small letters, with or without dashes, I or L for 1, O for 0. Empty if it is none. */
    static Optional<PasswordLinkCode> read(String written) {
        String plain = written.toUpperCase(Locale.ROOT)
                .replaceAll("[\\s-]", "")
                .replace('O', '0')
                .replace('I', '1')
                .replace('L', '1');
        return WRITTEN.matcher(plain).matches() ? Optional.of(of(plain)) : Optional.empty();
    }

    private static PasswordLinkCode of(String plain) {
        return new PasswordLinkCode(IntStream.iterate(0, from -> from < LENGTH, from -> from + GROUP)
                .mapToObj(from -> plain.substring(from, from + GROUP))
                .collect(Collectors.joining("-")));
    }

    /** What is kept of it. */
    String digest() {
        return Sha256.hex(text);
    }

    /** So that no log shows it. */
    @Override
    public String toString() {
        return "PasswordLinkCode[…]";
    }
}
