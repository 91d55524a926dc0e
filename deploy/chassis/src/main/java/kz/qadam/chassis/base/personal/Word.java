package kz.qadam.chassis.base.personal;

import java.util.ArrayList;
import java.util.List;

/**
 * A word of a text: letters in a row, with a new word where a capital follows a small letter.
 *
 * @param latin see {@link LatinForm}
 * @param start where it begins in the text
 * @param end where it has ended
 * @param isJoined whether only a usual joint is between the word before and this one, such as a space or a hyphen
 */
record Word(String latin, Letters letters, int start, int end, boolean isJoined) {

    /** How a word is written. */
    enum Letters {
        /** A single capital. */
        INITIAL,
        /** A capital and small letters, or capitals only. */
        CAPITALISED,
        SMALL
    }

    private static final int LONGEST_JOINT = 2;

    static List<Word> allIn(String text) {
        List<Word> words = new ArrayList<>();
        int at = 0;
        while (at < text.length()) {
            if (Character.isLetter(text.charAt(at))) {
                int end = endOfWord(text, at);
                words.add(new Word(
                        LatinForm.of(text.substring(at, end)),
                        letters(text, at, end),
                        at,
                        end,
                        !words.isEmpty() && isJoint(text, words.get(words.size() - 1).end, at)));
                at = end;
            } else {
                at++;
            }
        }
        return words;
    }

    boolean isCapitalised() {
        return letters == Letters.CAPITALISED;
    }

    boolean isLowerCase() {
        return letters == Letters.SMALL;
    }

    private static int endOfWord(String text, int start) {
        int end = start + 1;
        while (end < text.length() && isPartOfWord(text, end) && !isHump(text, end)) {
            end++;
        }
        return end;
    }

    /** An apostrophe between two letters is part of the word. */
    private static boolean isPartOfWord(String text, int at) {
        char c = text.charAt(at);
        return Character.isLetter(c)
                || ((c == '\'' || c == '’' || c == 'ʼ')
                        && at + 1 < text.length()
                        && Character.isLetter(text.charAt(at + 1)));
    }

    private static boolean isHump(String text, int at) {
        return Character.isUpperCase(text.charAt(at)) && Character.isLowerCase(text.charAt(at - 1));
    }

    private static Letters letters(String text, int start, int end) {
        if (!Character.isUpperCase(text.charAt(start))) {
            return Letters.SMALL;
        }
        return end == start + 1 ? Letters.INITIAL : Letters.CAPITALISED;
    }

    /** Nothing, or spaces, points, commas, hyphens or underscores; a point with a space ends a sentence. */
    private static boolean isJoint(String text, int from, int to) {
        if (to - from > LONGEST_JOINT) {
            return false;
        }
        for (int i = from; i < to; i++) {
            if (" \u00A0.,-_".indexOf(text.charAt(i)) < 0) {
                return false;
            }
        }
        return to - from < LONGEST_JOINT || text.charAt(from) != '.';
    }
}
