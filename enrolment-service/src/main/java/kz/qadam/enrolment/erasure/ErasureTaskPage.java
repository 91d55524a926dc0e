package kz.qadam.enrolment.erasure;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import java.util.Map;
import java.util.UUID;
import kz.qadam.chassis.desk.DeskForm;
import kz.qadam.chassis.desk.DeskRequest;
import kz.qadam.chassis.http.page.PageWords;
import kz.qadam.chassis.http.page.SentForm;
import kz.qadam.chassis.http.problem.Problem;
import kz.qadam.chassis.http.problem.ProblemBody;
import kz.qadam.chassis.http.security.Caller;
import kz.qadam.chassis.http.security.Role;
import kz.qadam.chassis.trail.NotInTrail;
import kz.qadam.chassis.trail.RecordedInTrail;
import kz.qadam.chassis.trail.TrailKind;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;

/**
 * The page on which an institution sees which references it has to forget, and confirms that it has. The office sees those of
 * all institutions, and confirms for one that has said so.
 */
@Path(ErasureTaskPage.PATH)
public class ErasureTaskPage {

    static final String PATH = "/erasure-tasks";

    private static final String TEXTS = "erasure-tasks";

    @CheckedTemplate(basePath = TEXTS)
    static final class Templates {
        static native TemplateInstance page(PageWords words, ErasureTasksPageView page);
    }

    private final Caller caller;
    private final ErasureTasks tasks;

    ErasureTaskPage(Caller caller, ErasureTasks tasks) {
        this.caller = caller;
        this.tasks = tasks;
    }

    /** The tasks that wait. */
    @GET
    @RecordedInTrail(TrailKind.READ)
    @RolesAllowed({Role.PARTNER, Role.OFFICE})
    public RestResponse<String> page(@BeanParam DeskRequest asked) {
        return answer(view(asked, null, null));
    }

    /** Asks whether a task is done, or confirms it. */
    @POST
    @Path("/{id: [0-9a-f-]{36}}/confirmation")
    @RecordedInTrail(TrailKind.WRITE)
    @RolesAllowed({Role.PARTNER, Role.OFFICE})
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public RestResponse<String> confirm(@RestPath UUID id, byte[] form, @BeanParam DeskRequest asked) {
        Map<String, String> sent = SentForm.read(form);
        try {
            var post = ConfirmationPost.read(DeskForm.read(sent, "outcome"));
            if (!sent.containsKey("confirmed")) {
                return tasks.open().stream()
                        .filter(task -> task.id().equals(id))
                        .findFirst()
                        .map(task -> answer(view(
                                asked,
                                new ErasureTasksPageView.Asked(
                                        task, post.outcome().toString()),
                                null)))
                        .orElseGet(() -> asked.to(PATH));
            }
            ErasureTask confirmed = tasks.confirm(id, caller.scope(), post);
            return confirmed.outcome() == post.outcome()
                    ? asked.to(PATH)
                    : answer(view(asked, null, ErasureTasksPageView.otherwise(confirmed, asked.at(PATH))));
        } catch (Problem refused) {
            return answer(view(
                    asked, null, ProblemBody.sentence(refused, asked.at(PATH).language())));
        }
    }

    /** Leads back from the question, such as in another language. */
    @GET
    @Path("/{id: [0-9a-f-]{36}}/confirmation")
    @NotInTrail("It shows nothing.")
    @RolesAllowed({Role.PARTNER, Role.OFFICE})
    public RestResponse<String> back(@RestPath UUID id, @BeanParam DeskRequest asked) {
        return asked.to(PATH);
    }

    private ErasureTasksPageView view(DeskRequest asked, ErasureTasksPageView.Asked question, String problem) {
        return new ErasureTasksPageView(asked.at(PATH), caller.isOffice(), tasks.open(), question, problem);
    }

    private RestResponse<String> answer(ErasureTasksPageView page) {
        return page.context().answer(TEXTS, words -> Templates.page(words, page));
    }
}
