package kz.qadam.chassis.submissions.profiles;

import java.text.Normalizer;
import java.util.Locale;

/** A header or a value as people recognise it, however it is typed. */
public final class Spelling {

    /** Capital letters that look alike, Latin and Cyrillic: on many keyboards people mix them. */
    private static final String LATIN = "ABCEHIKMOPTXYË";

    private static final String CYRILLIC = "АВСЕНІКМОРТХУЕ";

    private Spelling() {}

    /** The same text for all ways to type it: in capitals, with single spaces, Latin letters replaced by look-alikes. */
    public static String folded(String text) {
        String composed = Normalizer.normalize(text, Normalizer.Form.NFKC).toUpperCase(Locale.ROOT);
        var folded = new StringBuilder(composed.length());
        boolean isAfterSpace = true;
        for (int i = 0; i < composed.length(); i++) {
            char sign = composed.charAt(i);
            boolean isSpace = Character.isWhitespace(sign) || Character.isSpaceChar(sign);
            if (isSpace && !isAfterSpace) {
                folded.append(' ');
            } else if (!isSpace && !isInvisible(sign)) {
                folded.append(alike(sign));
            }
            isAfterSpace = isSpace;
        }
        return folded.toString().strip();
    }

    private static boolean isInvisible(char sign) {
        return sign == '\u200b' || sign == '\ufeff' || sign == '\u00ad';
    }

    private static char alike(char sign) {
        int index = LATIN.indexOf(sign);
        if (index >= 0) {
            return CYRILLIC.charAt(index);
        }
        return sign == 'Ё' ? 'Е' : sign;
    }
}
