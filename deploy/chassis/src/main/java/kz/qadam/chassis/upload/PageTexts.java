package kz.qadam.chassis.upload;

import java.util.List;
import kz.qadam.chassis.language.Language;
import kz.qadam.chassis.language.Message;

/** The texts of a page in one language: those that all upload pages share, and its own. */
public record PageTexts(Language language, String page) {

    /** The keys of the texts that the script uses. */
    private static final List<String> OF_THE_SCRIPT = List.of(
            "partner",
            "office",
            "valid-until",
            "drop",
            "another-file",
            "too-large",
            "other-kind",
            "one-at-a-time",
            "sending",
            "storing",
            "not-sent",
            "not-arrived",
            "checking",
            "waiting",
            "processed",
            "lost",
            "all-kept",
            "some-not-kept",
            "nothing-wrong",
            "some-wrong",
            "rows",
            "until",
            "download",
            "unnamed",
            "in-progress",
            "finished",
            "failed",
            "of-rows",
            "not-kept",
            "no-answer",
            "strange-answer",
            "broken",
            "explained");

    public List<String> ofTheScript() {
        return OF_THE_SCRIPT;
    }

    /** A shared text; its numbered arguments stay open, for the script to fill in. */
    public String say(String key) {
        return said("upload." + key);
    }

    /** A text of this page only, from the message files of the service. */
    public String own(String key) {
        return said(page + "." + key);
    }

    public String verdict(String verdict) {
        return say("verdict." + verdict);
    }

    /** What a verdict means on this page, and what to do about it. */
    public String meaning(String verdict) {
        return own("verdict." + verdict);
    }

    public String tell(Message text) {
        return text.in(language);
    }

    private String said(String key) {
        return Message.of(key, "{0}", "{1}").in(language);
    }
}
