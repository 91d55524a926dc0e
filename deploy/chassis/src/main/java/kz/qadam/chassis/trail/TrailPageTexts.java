package kz.qadam.chassis.trail;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import kz.qadam.chassis.language.Language;
import kz.qadam.chassis.language.Message;

/** The texts of the page of the trail in one language. */
record TrailPageTexts(Language language) {

    /** The messages of every script about a service that does not answer as expected. */
    private static final List<String> OF_EVERY_SCRIPT = List.of("no-answer", "strange-answer", "broken", "explained");

    /** A text of this page. */
    public String say(String key) {
        return Message.of("trail." + key, "{0}").in(language);
    }

    /** The name of a kind of entries. */
    public String of(TrailKind kind) {
        return say("kind." + kind);
    }

    /** A text that pages share. */
    public String shared(String key) {
        return Message.of("upload." + key, "{0}").in(language);
    }

    /** The messages of the script by key. The script fills their placeholders. */
    public Map<String, String> sentences() {
        Map<String, String> sentences = new TreeMap<>();
        OF_EVERY_SCRIPT.forEach(key -> sentences.put(key, shared(key)));
        sentences.put("shown", say("shown"));
        return sentences;
    }
}
