package kz.qadam.chassis.base.personal;

import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * How ten digits, or eleven with a prefix, are written: in which groups, and with what between them.
 *
 * @param groups the number of digits of each group, such as {@code 1 3 3 2 2}
 * @param isAnnounced whether a word such as "tel." is before it
 * @param goesOn whether it is the end of a longer row of groups of digits
 */
record Notation(String groups, boolean hasBracket, boolean hasBlank, boolean isAnnounced, boolean goesOn) {

    private static final Pattern ANNOUNCED = Pattern.compile(
            "(?iu)(?<!\\p{L})(?:тел|телефон|моб|мобильный|ұялы|сот|tel|phone|mob|mobile|whatsapp)[ .:№-]*$");

    private static final Pattern GROUP_BEFORE = Pattern.compile("[0-9][ ._\\-\\u2010-\\u2015]{1,2}$");

    /** The groups in which people write telephone numbers and hardly anything else, whatever is between them. */
    private static final Set<String> OF_TELEPHONES = Set.of("1 3 3 2 2", "4 3 2 2", "3 3 2 2", "1 4 2 2 2", "5 2 2 2");

    /** Groups that are as usual in codes, so that only numbers of Kazakhstan are recognised, and only at the beginning. */
    private static final Set<String> ALSO_OF_CODES = Set.of("1 3 3 4", "1 3 7");

    /** With blanks, the prefix or the code of the network is the first group. */
    private static final Pattern WITH_PREFIX = Pattern.compile("[14] .*");

    private static final Pattern WITHOUT_PREFIX = Pattern.compile("3 .*");

    /** The notation of a part of a text. */
    static Notation of(String text, int start, int end) {
        String written = text.substring(start, end);
        String before = text.substring(0, start);
        return new Notation(
                Stream.of(written.split("[^0-9]+"))
                        .filter(group -> !group.isEmpty())
                        .map(group -> String.valueOf(group.length()))
                        .collect(Collectors.joining(" ")),
                written.indexOf('(') >= 0,
                written.indexOf(' ') >= 0,
                ANNOUNCED.matcher(before).find(),
                GROUP_BEFORE.matcher(before).find());
    }

    /**
     * Whether people write telephone numbers so.
     *
     * @param hasPrefix whether the first digit is the prefix 7 or 8
     * @param isOfKazakhstan whether the number is one of Kazakhstan
     */
    boolean isOfTelephone(boolean hasPrefix, boolean isOfKazakhstan) {
        if (hasBracket || isAnnounced || OF_TELEPHONES.contains(groups)) {
            return true;
        }
        if (!isOfKazakhstan) {
            return false;
        }
        return hasBlank
                ? (hasPrefix ? WITH_PREFIX : WITHOUT_PREFIX).matcher(groups).matches()
                : !goesOn && ALSO_OF_CODES.contains(groups);
    }
}
