package kz.qadam.chassis.trail;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.List;
import kz.qadam.chassis.language.Language;
import kz.qadam.chassis.page.Asset;
import kz.qadam.chassis.page.HtmlPage;
import kz.qadam.chassis.security.Login;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;

/**
 * The page on which an auditor reads the trail of a service. The page itself has no entries: the browser gets them from
 * the documented endpoint with the auditor's token, and that is on record. The resource of a service adds the address.
 */
@PermitAll
public abstract class TrailPage {

    @CheckedTemplate(basePath = "trail")
    static final class Templates {

        private Templates() {}

        static native TemplateInstance page(
                TrailPageTexts words,
                List<TrailPageTexts> languages,
                List<TrailKind> kinds,
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
        this.name = name;
        this.entries = entries;
    }

    /** The page in the language of the address, else in the one that the reader prefers. */
    @GET
    @Operation(hidden = true)
    public RestResponse<String> page(
            @RestQuery String lang, @HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) String acceptLanguage) {
        Language language = HtmlPage.language(lang, acceptLanguage);
        return HtmlPage.answer(
                language,
                Templates.page(
                                new TrailPageTexts(language),
                                HtmlPage.OFFERED.stream()
                                        .map(TrailPageTexts::new)
                                        .toList(),
                                List.of(TrailKind.values()),
                                name,
                                entries,
                                Login.isOffered())
                        .render());
    }

    /** Its script, styles and icon. */
    @GET
    @Path("/{asset}")
    @Operation(hidden = true)
    public RestResponse<byte[]> asset(
            @RestPath String asset, @HeaderParam(HttpHeaders.IF_NONE_MATCH) String ifNoneMatch) {
        return Asset.of("trail", asset).answer(ifNoneMatch);
    }
}
