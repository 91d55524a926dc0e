package kz.qadam.reporting.page;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.HttpHeaders;
import java.time.ZoneId;
import kz.qadam.chassis.base.language.Language;
import kz.qadam.chassis.http.page.Asset;
import kz.qadam.chassis.http.page.HtmlPage;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;

/**
 * The page that shows an auditor the records behind a figure. The page itself contains no records: the browser gets
 * them from the documented endpoints with the auditor's token, and these endpoints log who has read.
 */
@Path("/audit")
@PermitAll
public class AuditPageResource {

    @CheckedTemplate(basePath = "page")
    static final class Templates {

        private Templates() {}

        static native TemplateInstance audit(AuditPage page);
    }

    private final ZoneId zone;

    AuditPageResource(@ConfigProperty(name = "qadam.zone") ZoneId zone) {
        this.zone = zone;
    }

    /** The page in the language of the parameter, otherwise in the preferred language of the browser. */
    @GET
    @Operation(hidden = true)
    public RestResponse<String> page(
            @RestQuery String lang, @HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) String acceptLanguage) {
        Language language = HtmlPage.language(lang, acceptLanguage);
        return HtmlPage.answer(
                language,
                Templates.audit(new AuditPage(new PageText(language, zone))).render());
    }

    /** The script, style sheet or icon of the page. */
    @GET
    @Path("/{asset}")
    @Operation(hidden = true)
    public RestResponse<byte[]> asset(
            @RestPath String asset, @HeaderParam(HttpHeaders.IF_NONE_MATCH) String ifNoneMatch) {
        return Asset.of("audit", asset).answer(ifNoneMatch);
    }
}
