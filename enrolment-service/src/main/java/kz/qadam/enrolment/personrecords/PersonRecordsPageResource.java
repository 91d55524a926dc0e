package kz.qadam.enrolment.personrecords;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.util.List;
import kz.qadam.chassis.desk.DeskPlace;
import kz.qadam.chassis.desk.DeskRequest;
import kz.qadam.chassis.desk.ScriptedPage;
import kz.qadam.chassis.http.page.PageTexts;
import kz.qadam.chassis.http.security.Role;
import kz.qadam.chassis.trail.Unrecorded;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestResponse;

/**
 * The page on which the office answers a person who asks what is held. The page itself contains nothing about anybody:
 * the browser asks the documented endpoints of all three services, as the office.
 */
@Path("/" + PersonRecordsPage.NAME)
public class PersonRecordsPageResource extends ScriptedPage {

    @CheckedTemplate(basePath = PersonRecordsPage.NAME)
    static final class Templates {

        private Templates() {}

        static native TemplateInstance page(
                PageTexts words, List<PageTexts> languages, DeskPlace place, PersonRecordsPage page);
    }

    PersonRecordsPageResource() {
        super(PersonRecordsPage.NAME);
    }

    /** The page, in the language of the reader. */
    @GET
    @RolesAllowed(Role.OFFICE)
    @Unrecorded("Its script asks for the records.")
    @Operation(hidden = true)
    public RestResponse<String> page(@BeanParam DeskRequest asked) {
        DeskPlace place = asked.at("/" + PersonRecordsPage.NAME);
        String texts = PersonRecordsPage.NAME;
        return place.answer(Templates.page(place.words(texts), place.languages(texts), place, new PersonRecordsPage()));
    }
}
