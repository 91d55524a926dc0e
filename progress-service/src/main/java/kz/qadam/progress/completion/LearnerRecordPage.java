package kz.qadam.progress.completion;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import kz.qadam.chassis.desk.DeskContext;
import kz.qadam.chassis.desk.DeskRequest;
import kz.qadam.chassis.http.page.PageWords;
import kz.qadam.chassis.http.security.Role;
import kz.qadam.chassis.trail.RecordedInTrail;
import kz.qadam.chassis.trail.TrailKind;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;

/**
 * What this service holds of one learner: a part of the answer to a person, which enrolment-service begins. The browser takes
 * the part from here; without a script it is read, and printed, here.
 */
@Path(LearnerRecordPage.PATH + "/{learnerId}")
@RolesAllowed(Role.OFFICE)
public class LearnerRecordPage {

    static final String PATH = "/learner-records";

    private static final String TEXTS = "learner-records";

    @CheckedTemplate(basePath = TEXTS)
    static final class Templates {
        static native TemplateInstance page(PageWords words, LearnerRecordPageView page);
    }

    private final LearnerRecords records;

    LearnerRecordPage(LearnerRecords records) {
        this.records = records;
    }

    /**
     * The completions with all their states, whether the person is trained, the accounts at platforms, and the readers.
     *
     * @param language of the part; that of the page if it is left out
     */
    @GET
    @RecordedInTrail(TrailKind.READ)
    public RestResponse<String> page(
            @RestPath UUID learnerId, @RestQuery String language, @BeanParam DeskRequest asked) {
        DeskContext context = asked.at(PATH + "/" + learnerId);
        var page = new LearnerRecordPageView(context, context.in(language), records.of(learnerId));
        return context.answer(TEXTS, words -> Templates.page(words, page));
    }

    /** The same as programs get it, to be saved. */
    @GET
    @Path("/file")
    @RecordedInTrail(TrailKind.READ)
    @Produces(MediaType.APPLICATION_JSON)
    public RestResponse<LearnerRecordView> file(@RestPath UUID learnerId) {
        return ResponseBuilder.ok(records.of(learnerId))
                .header(HttpHeaders.CACHE_CONTROL, "private, no-store")
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"learner-records.json\"")
                .build();
    }
}
