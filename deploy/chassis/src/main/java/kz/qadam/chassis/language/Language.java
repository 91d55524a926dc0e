package kz.qadam.chassis.language;

import java.util.List;
import java.util.Locale;

/** A language in which people are spoken to. */
public enum Language {
    EN,
    RU,
    KK;

    private static final List<String> TAGS = List.of("en", "ru", "kk");

    /**
     * The one that a reader likes best of those that are spoken here; English if none.
     *
     * @param acceptLanguage the header of that name, or null
     */
    public static Language of(String acceptLanguage) {
        if (acceptLanguage == null) {
            return EN;
        }
        try {
            String tag = Locale.lookupTag(Locale.LanguageRange.parse(acceptLanguage), TAGS);
            return tag == null ? EN : valueOf(tag.toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException e) {
            return EN;
        }
    }

    /** By BCP 47, such as {@code kk}. */
    public String tag() {
        return name().toLowerCase(Locale.ROOT);
    }

    public Locale locale() {
        return Locale.forLanguageTag(tag());
    }
}
