package kz.qadam.chassis.base.personal;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * One spelling for a word in Kazakh or Russian letters and for the usual ways to write it in Latin letters: Айгерім,
 * Айгерим, Aigerim and Aygerim are all {@code aigerim}.
 */
final class LatinForm {

    /** Each letter with what is written for it; nothing for signs and apostrophes. */
    private static final Map<Character, String> LETTERS = letters("""
            аa әa бb вv гg ғg дd еe ёe жj зz иi йi кk қk лl мm нn ңn оo өo пp рr сs тt уu ұu үu фf хh һh
            цts чch шsh щsh ъ ' ’ ʼ ыi іi ь эe юiu яia əa äa ğg ıi ñn öo şsh ūu üu qk xks wu
            """);

    private static final Pattern DOUBLED = Pattern.compile("(.)\\1+");

    private LatinForm() {}

    /** The form of a single word. */
    static String of(String word) {
        String lower = word.toLowerCase(Locale.ROOT);
        var latin = new StringBuilder(lower.length() + 4);
        for (int i = 0; i < lower.length(); i++) {
            String written = LETTERS.get(lower.charAt(i));
            if (written == null) {
                latin.append(lower.charAt(i));
            } else {
                latin.append(written);
            }
        }
        String oneSpelling = latin.toString()
                .replace("zh", "j")
                .replace("dj", "j")
                .replace("kh", "h")
                .replace("gh", "g")
                .replace("ye", "e")
                .replace("ie", "e")
                .replace('y', 'i');
        return DOUBLED.matcher(oneSpelling).replaceAll("$1");
    }

    private static Map<Character, String> letters(String table) {
        Map<Character, String> letters = new HashMap<>();
        for (String letter : table.strip().split("\\s+", -1)) {
            letters.put(letter.charAt(0), letter.substring(1));
        }
        return Map.copyOf(letters);
    }
}
