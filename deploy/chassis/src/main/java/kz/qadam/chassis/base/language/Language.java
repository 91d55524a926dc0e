package kz.qadam.chassis.base.language;

import java.util.List;
import java.util.Locale;

/** A language of messages and pages. */
public enum Language {
    EN,
    RU,
    KK;

    private static final List<String> TAGS = List.of("en", "ru", "kk");

    /**
     * The language that the reader prefers among these; English if the reader accepts none of them.
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
        } catch (RuntimeException e) { // The JDK's parser also fails on indices.
            return EN;
        }
    }

    /** The BCP 47 tag, such as {@code kk}. */
    public String tag() {
        return name().toLowerCase(Locale.ROOT);
    }

    public Locale locale() {
        return Locale.forLanguageTag(tag());
    }
}
