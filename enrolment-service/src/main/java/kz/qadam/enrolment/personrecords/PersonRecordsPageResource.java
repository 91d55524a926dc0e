package kz.qadam.enrolment.personrecords;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.HttpHeaders;
import kz.qadam.chassis.language.Language;
import kz.qadam.chassis.page.Asset;
import kz.qadam.chassis.page.HtmlPage;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;

/**
 * The page on which the office answers a person who asks what is held. The page itself contains nothing about anybody:
 * the browser asks the documented endpoints of all three services with the token of the office.
 */
@Path("/" + PersonRecordsPage.NAME)
@PermitAll
public class PersonRecordsPageResource {

    @CheckedTemplate(basePath = PersonRecordsPage.NAME)
    static final class Templates {

        private Templates() {}

        static native TemplateInstance page(PersonRecordsPage page);
    }

    private final PersonRecordsConfig services;

    PersonRecordsPageResource(PersonRecordsConfig services) {
        this.services = services;
    }

    /** The page in the language of the parameter, otherwise in the preferred language of the browser. */
    @GET
    @Operation(hidden = true)
    public RestResponse<String> page(
            @RestQuery String lang, @HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) String acceptLanguage) {
        Language language = HtmlPage.language(lang, acceptLanguage);
        PersonRecordsPage page = PersonRecordsPage.in(language, services);
        return HtmlPage.answerAsking(language, Templates.page(page).render(), page.otherOrigins());
    }

    /** The script, style sheet or icon of the page. */
    @GET
    @Path("/{asset}")
    @Operation(hidden = true)
    public RestResponse<byte[]> asset(
            @RestPath String asset, @HeaderParam(HttpHeaders.IF_NONE_MATCH) String ifNoneMatch) {
        return Asset.of(PersonRecordsPage.NAME, asset).answer(ifNoneMatch);
    }
}
