package kz.qadam.progress.xapi;

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
import kz.qadam.chassis.base.database.Database;
import kz.qadam.chassis.desk.DeskForm;
import kz.qadam.chassis.desk.DeskRequest;
import kz.qadam.chassis.events.kafka.AddsToBacklog;
import kz.qadam.chassis.http.page.PageWords;
import kz.qadam.chassis.http.page.SentForm;
import kz.qadam.chassis.http.problem.Problem;
import kz.qadam.chassis.http.problem.ProblemType;
import kz.qadam.chassis.http.security.Caller;
import kz.qadam.chassis.http.security.OnlyActiveSenders;
import kz.qadam.chassis.http.security.Role;
import kz.qadam.chassis.http.version.Precondition;
import kz.qadam.chassis.trail.NotInTrail;
import kz.qadam.chassis.trail.RecordedInTrail;
import kz.qadam.chassis.trail.TrailKind;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;

/** The page on which somebody says which of our courses a course of a platform is, or that it is none. */
@Path(PlatformCoursePage.PATH)
@RolesAllowed({Role.PARTNER_ADMIN, Role.OFFICE})
public class PlatformCoursePage {

    static final String PATH = PlatformPage.PATH + "/courses";

    private static final String TEXTS = "platform-course";
    private static final String CONFIRMED = "confirmed";

    @CheckedTemplate(basePath = "platforms")
    static final class Templates {
        static native TemplateInstance course(PageWords words, PlatformCoursePageView page);
    }

    private final Database database;
    private final Platforms platforms;
    private final Caller caller;

    PlatformCoursePage(Database database, Platforms platforms, Caller caller) {
        this.database = database;
        this.platforms = platforms;
        this.caller = caller;
    }

    /** Shows what a form would say of a course, or says what was shown. */
    @POST
    @RecordedInTrail(TrailKind.WRITE)
    @OnlyActiveSenders
    @AddsToBacklog
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public RestResponse<String> name(@RestQuery String institution, byte[] body, @BeanParam DeskRequest asked) {
        var at = PlatformPageContext.of(asked, PATH, caller, institution);
        Map<String, String> sent = SentForm.read(body);
        PlatformCoursePageView page = view(at, DeskForm.of(PlatformCoursePageView.FIELDS, sent));
        try {
            page.requireChoice();
            if (sent.containsKey(CONFIRMED)) {
                platforms.save(page.wanted(Precondition.ofForm(sent.get(CONFIRMED))), PlatformResource.PATH);
                return asked.to(at.path(PlatformPage.PATH));
            }
            return answer(page.with(would(page), false));
        } catch (Problem refused) {
            return refused.type() == ProblemType.PRECONDITION_FAILED
                    ? answer(page.with(would(page), true))
                    : answer(page.refused(refused));
        }
    }

    /** Leads back from the question, such as in another language. */
    @GET
    @NotInTrail("It shows nothing.")
    public RestResponse<String> back(@RestQuery String institution, @BeanParam DeskRequest asked) {
        return asked.to(PlatformPageContext.of(asked, PATH, caller, institution).path(PlatformPage.PATH));
    }

    private PlatformView.Trial would(PlatformCoursePageView page) {
        return platforms.trial(page.wanted(null), List.of(), page.at().desk().language());
    }

    /** @throws Problem 404 if there is no such platform, or no course is named */
    private PlatformCoursePageView view(PlatformPageContext at, DeskForm form) {
        return database.transaction(handle -> {
            String platform = form.value("platform");
            if (form.value("activity").isEmpty()) {
                throw Problem.notFound();
            }
            PlatformRows.Saved saved =
                    new PlatformRows(handle, at.institution()).find(platform).orElseThrow(Problem::notFound);
            UnnamedCourses.Unnamed known = UnnamedCourses.find(
                            handle, at.institution(), platform, form.value("activity"))
                    .orElse(null);
            return new PlatformCoursePageView(at, saved, known, PlatformOverview.ourCourses(handle), form, null);
        });
    }

    private static RestResponse<String> answer(PlatformCoursePageView page) {
        return page.context().answer(TEXTS, words -> Templates.course(words, page));
    }
}
