package kz.qadam.chassis.http.page;

import kz.qadam.chassis.base.language.Language;
import kz.qadam.chassis.base.language.Message;

/**
 * The texts of a page in one language: those that pages share, and its own. Numbered arguments stay open, for the script
 * to fill in.
 *
 * @param page what the keys of its own texts begin with
 * @param query of the same page in this language
 */
public record PageWords(Language language, String page, String query) {

    /** A shared text. */
    public String say(String key) {
        return said("upload." + key);
    }

    /** A shared text about one of several things. */
    public String say(String key, Object one) {
        return say(key + "." + one);
    }

    /** A text of this page only. */
    public String own(String key) {
        return said(page + "." + key);
    }

    /** A text of this page only about one of several things. */
    public String own(String key, Object one) {
        return own(key + "." + one);
    }

    public String tell(Message text) {
        return text.in(language);
    }

    private String said(String key) {
        return Message.of(key, "{0}", "{1}").in(language);
    }
}
