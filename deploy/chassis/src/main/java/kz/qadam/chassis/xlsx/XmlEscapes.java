package kz.qadam.chassis.xlsx;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Resolves escapes in texts: a character that XML cannot contain is written as {@code _x000D_}, and a literal
 * underscore in such a sequence as {@code _x005F_}.
 */
final class XmlEscapes {

    private static final Pattern ESCAPE = Pattern.compile("_x([0-9A-Fa-f]{4})_");

    private XmlEscapes() {}

    static String resolved(String text) {
        return text.contains("_x")
                ? ESCAPE.matcher(text)
                        .replaceAll(escape -> Matcher.quoteReplacement(
                                Character.toString((char) Integer.parseInt(escape.group(1), 16))))
                : text;
    }
}
