package kz.qadam.chassis.desk.trail;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import kz.qadam.chassis.desk.DeskPlace;
import kz.qadam.chassis.desk.DeskRequest;
import kz.qadam.chassis.desk.ScriptedPage;
import kz.qadam.chassis.http.page.PageTexts;
import kz.qadam.chassis.http.security.Role;
import kz.qadam.chassis.trail.TrailKind;
import kz.qadam.chassis.trail.Unrecorded;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestResponse;

/**
 * The page on which an auditor reads the trail of a service. The page itself has no entries: the browser gets them from
 * the documented endpoint, as the auditor, and that is on record. The resource of a service adds the address.
 */
public abstract class TrailPage extends ScriptedPage {

    private static final String NAME = "trail";

    @CheckedTemplate(basePath = NAME)
    static final class Templates {

        private Templates() {}

        static native TemplateInstance page(
                PageTexts words,
                List<PageTexts> languages,
                DeskPlace place,
                List<TrailKind> kinds,
                Map<String, String> sentences,
                String name,
                String entries);
    }

    private final String name;
    private final String entries;

    /**
     * @param name the first segment of the page's address
     * @param entries the path of the entries, such as {@code /v1/thing-trail}
     */
    protected TrailPage(String name, String entries) {
        super(NAME);
        this.name = name;
        this.entries = entries;
    }

    /** The page, in the language of the reader. */
    @GET
    @RolesAllowed(Role.AUDITOR)
    @Unrecorded("Its script asks for the entries.")
    @Operation(hidden = true)
    public RestResponse<String> page(@BeanParam DeskRequest asked) {
        DeskPlace place = asked.at("/" + name);
        PageTexts words = place.words(NAME);
        return place.answer(Templates.page(
                words, place.languages(NAME), place, List.of(TrailKind.values()), sentences(words), name, entries));
    }

    /** The messages of the script by key. The script fills their placeholders. */
    private static Map<String, String> sentences(PageTexts words) {
        Map<String, String> sentences = new TreeMap<>();
        PageTexts.OF_EVERY_SCRIPT.forEach(key -> sentences.put(key, words.say(key)));
        sentences.put("shown", words.own("shown"));
        return sentences;
    }
}
