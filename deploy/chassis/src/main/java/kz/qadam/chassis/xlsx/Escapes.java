package kz.qadam.chassis.xlsx;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Characters that XML cannot hold are written {@code _x000D_}, and an underscore before what looks so, {@code _x005F_}. */
final class Escapes {

    private static final Pattern ESCAPE = Pattern.compile("_x([0-9A-Fa-f]{4})_");

    private Escapes() {}

    static String resolved(String text) {
        return text.contains("_x")
                ? ESCAPE.matcher(text)
                        .replaceAll(escape -> Matcher.quoteReplacement(
                                Character.toString((char) Integer.parseInt(escape.group(1), 16))))
                : text;
    }
}
