package kz.qadam.enrolment.personrecords;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import kz.qadam.chassis.desk.DeskContext;
import kz.qadam.chassis.desk.DeskForm;
import kz.qadam.chassis.desk.DeskRequest;
import kz.qadam.chassis.http.page.PageWords;
import kz.qadam.chassis.http.page.SentForm;
import kz.qadam.chassis.http.problem.Problem;
import kz.qadam.chassis.http.security.Role;
import kz.qadam.chassis.trail.NotInTrail;
import kz.qadam.chassis.trail.RecordedInTrail;
import kz.qadam.chassis.trail.TrailKind;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;

/**
 * The page on which the office answers a person who asks what is held. A number is in the body of a request alone. What this
 * service holds is in the answer; what the others hold comes in panels.
 */
@Path(PersonRecordPage.PATH)
@RolesAllowed(Role.OFFICE)
public class PersonRecordPage {

    static final String PATH = "/person-records";

    private static final String TEXTS = "person-records";

    @CheckedTemplate(basePath = TEXTS)
    static final class Templates {
        static native TemplateInstance page(PageWords words, PersonRecordPageView page);
    }

    private final PersonRecords records;

    PersonRecordPage(PersonRecords records) {
        this.records = records;
    }

    /** Where the form is, with the learner filled in. */
    static String pathOf(UUID learner) {
        return PATH + "?learnerId=" + learner;
    }

    /** A form that asks who the person is, and who asks. */
    @GET
    @NotInTrail("It shows nothing that is held.")
    public RestResponse<String> form(@RestQuery UUID learnerId, @BeanParam DeskRequest asked) {
        DeskContext context = asked.at(PATH);
        Map<String, String> known = new HashMap<>(
                Map.of("requestedBy", "self", "language", context.language().tag()));
        if (learnerId != null) {
            known.put("person.learnerId", learnerId.toString());
        }
        return answer(PersonRecordPageView.of(context, known));
    }

    /** The answer to the person. */
    @POST
    @RecordedInTrail(TrailKind.READ)
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public RestResponse<String> find(byte[] body, @BeanParam DeskRequest asked) {
        Map<String, String> sent = SentForm.read(body);
        PersonRecordPageView page = PersonRecordPageView.of(asked.at(PATH), sent);
        try {
            return answer(page.answering(records.find(PersonRecordPost.read(page.asked()))));
        } catch (Problem refused) {
            return answer(page.refused(refused));
        }
    }

    /** What this service holds, as programs get it, to be saved. */
    @GET
    @Path("/{learnerId}/file")
    @RecordedInTrail(TrailKind.READ)
    @Produces(MediaType.APPLICATION_JSON)
    public RestResponse<PersonRecordView> file(
            @RestPath UUID learnerId, @RestQuery String requestedBy, @RestQuery String request) {
        Map<String, String> asked = new HashMap<>(Map.of("person.learnerId", learnerId.toString()));
        asked.put("requestedBy", requestedBy == null ? "" : requestedBy);
        asked.put("request", request == null ? "" : request);
        var post = PersonRecordPost.read(
                DeskForm.of(PersonRecordPageView.ASKED, asked).fields());
        return ResponseBuilder.ok(records.find(post))
                .header(HttpHeaders.CACHE_CONTROL, "private, no-store")
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"person-record.json\"")
                .build();
    }

    private static RestResponse<String> answer(PersonRecordPageView page) {
        return page.context().answer(TEXTS, words -> Templates.page(words, page));
    }
}
