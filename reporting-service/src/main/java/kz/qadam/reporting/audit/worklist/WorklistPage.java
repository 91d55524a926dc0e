package kz.qadam.reporting.audit.worklist;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
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
import org.jboss.resteasy.reactive.RestResponse;

/** The page on which auditors see their worklists and draw one. */
@Path(WorklistPage.PATH)
@RolesAllowed({Role.AUDITOR, Role.AUDITOR_OF_A_REGION})
public class WorklistPage {

    static final String PATH = "/worklists";

    static final String TEXTS = "worklists";

    static final int MOST = 100;
    private static final List<String> FIELDS = List.of("cohort", "size", "seed", "on");
    private static final DeskForm USUAL = DeskForm.of(FIELDS, Map.of("size", "60"));

    @CheckedTemplate(basePath = TEXTS)
    static final class Templates {
        static native TemplateInstance all(PageWords words, WorklistsPageView page);
    }

    private final Worklists worklists;

    WorklistPage(Worklists worklists) {
        this.worklists = worklists;
    }

    /** The worklists, the open ones first, and a form that draws one. */
    @GET
    @NotInTrail("It shows numbers of records, and nothing of people.")
    public RestResponse<String> all(@BeanParam DeskRequest asked) {
        return answer(asked.at(PATH), Worklists.newId(), USUAL);
    }

    /** Draws a worklist. */
    @POST
    @RecordedInTrail(TrailKind.WRITE)
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public RestResponse<String> draw(byte[] body, @BeanParam DeskRequest asked) {
        Map<String, String> sent = SentForm.read(body);
        DeskForm form = DeskForm.of(FIELDS, sent);
        UUID attempt = attempt(sent);
        try {
            WorklistPost post = WorklistPost.READER.readOrThrow(form.fields());
            return asked.to(PATH + "/" + worklists.draw(attempt, post).id());
        } catch (Problem refused) {
            DeskContext context = asked.at(PATH);
            return answer(
                    context,
                    attempt,
                    form.refused(refused, context.language(), new WorklistText(context, worklists.cohorts())::say));
        }
    }

    /** @throws Problem 400 without the id of the attempt, which each form has */
    private static UUID attempt(Map<String, String> sent) {
        try {
            return UUID.fromString(sent.getOrDefault("attempt", ""));
        } catch (IllegalArgumentException e) {
            throw Problem.badParameter("attempt", "uuid", "attempt");
        }
    }

    private RestResponse<String> answer(DeskContext context, UUID attempt, DeskForm form) {
        var page = new WorklistsPageView(context, worklists.newest(MOST), worklists.cohorts(), attempt, form);
        return context.answer(TEXTS, words -> Templates.all(words, page));
    }
}
