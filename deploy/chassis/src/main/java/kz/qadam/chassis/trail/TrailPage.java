package kz.qadam.chassis.trail;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import kz.qadam.chassis.http.page.PageResource;
import kz.qadam.chassis.http.page.PageTexts;
import kz.qadam.chassis.http.security.Login;

/**
 * The page on which an auditor reads the trail of a service. The page itself has no entries: the browser gets them from
 * the documented endpoint with the auditor's token, and that is on record. The resource of a service adds the address.
 */
public abstract class TrailPage extends PageResource {

    private static final String NAME = "trail";

    @CheckedTemplate(basePath = NAME)
    static final class Templates {

        private Templates() {}

        static native TemplateInstance page(
                PageTexts words,
                List<PageTexts> languages,
                List<TrailKind> kinds,
                Map<String, String> sentences,
                String name,
                String entries,
                boolean login);
    }

    private final String name;
    private final String entries;

    /**
     * @param name the first segment of the page's address
     * @param entries the path of the entries, such as {@code /v1/thing-trail}
     */
    protected TrailPage(String name, String entries) {
        super(NAME, NAME);
        this.name = name;
        this.entries = entries;
    }

    @Override
    protected TemplateInstance content(PageTexts words, List<PageTexts> languages) {
        return Templates.page(
                words, languages, List.of(TrailKind.values()), sentences(words), name, entries, Login.isOffered());
    }

    /** The messages of the script by key. The script fills their placeholders. */
    private static Map<String, String> sentences(PageTexts words) {
        Map<String, String> sentences = new TreeMap<>();
        PageTexts.OF_EVERY_SCRIPT.forEach(key -> sentences.put(key, words.say(key)));
        sentences.put("shown", words.own("shown"));
        return sentences;
    }
}
