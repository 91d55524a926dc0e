package kz.qadam.reporting.page;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.time.ZoneId;
import java.util.List;
import kz.qadam.chassis.desk.DeskPlace;
import kz.qadam.chassis.desk.DeskRequest;
import kz.qadam.chassis.desk.ScriptedPage;
import kz.qadam.chassis.http.page.PageTexts;
import kz.qadam.chassis.http.security.Role;
import kz.qadam.chassis.trail.Unrecorded;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestResponse;

/**
 * The page that shows an auditor the records behind a figure. The page itself contains no records: the browser gets
 * them from the documented endpoints, as the auditor, and these endpoints log who has read.
 */
@Path(AuditPageResource.PATH)
public class AuditPageResource extends ScriptedPage {

    static final String PATH = "/audit";

    private static final String TEXTS = "page.audit";

    @CheckedTemplate(basePath = "page")
    static final class Templates {

        private Templates() {}

        static native TemplateInstance audit(
                PageTexts words, List<PageTexts> languages, DeskPlace place, AuditPage page);
    }

    private final ZoneId zone;

    AuditPageResource(@ConfigProperty(name = "qadam.zone") ZoneId zone) {
        super("audit");
        this.zone = zone;
    }

    /** The page, in the language of the reader. */
    @GET
    @RolesAllowed({Role.AUDITOR, Role.OFFICE, Role.AUDITOR_OF_A_REGION})
    @Unrecorded("Its script asks for the records.")
    @Operation(hidden = true)
    public RestResponse<String> page(@BeanParam DeskRequest asked) {
        DeskPlace place = asked.at(PATH);
        return place.answer(Templates.audit(
                place.words(TEXTS),
                place.languages(TEXTS),
                place,
                new AuditPage(new PageText(place.language(), zone))));
    }
}
