package kz.qadam.progress.preview;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import kz.qadam.chassis.desk.DeskRequest;
import kz.qadam.chassis.http.page.PageWords;
import kz.qadam.chassis.http.problem.Problem;
import kz.qadam.chassis.http.security.Role;
import kz.qadam.chassis.trail.RecordedInTrail;
import kz.qadam.chassis.trail.TrailKind;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;

/**
 * The page that shows who would gain or lose by a requirement, which its address names. The page on which the office
 * changes a cohort takes its part from here (decision 272).
 */
@Path(RequirementPreviewPage.PATH)
public class RequirementPreviewPage {

    static final String PATH = "/requirement-preview";

    private static final String TEXTS = "requirement-preview";

    @CheckedTemplate(basePath = TEXTS)
    static final class Templates {
        static native TemplateInstance page(PageWords words, RequirementPreviewPageView page);
    }

    private final RequirementPreviews previews;

    RequirementPreviewPage(RequirementPreviews previews) {
        this.previews = previews;
    }

    /** The effect of a requirement; without a cohort, a form to ask for one. */
    @GET
    @RecordedInTrail(TrailKind.FIGURES)
    @RolesAllowed({Role.OFFICE, Role.AUDITOR})
    public RestResponse<String> page(
            @RestQuery String cohort,
            @RestQuery String courses,
            @RestQuery String minCourses,
            @RestQuery String hours,
            @RestQuery String validFrom,
            @BeanParam DeskRequest asked) {
        Map<String, String> sent = new LinkedHashMap<>();
        sent.put("cohort", cohort);
        sent.put("requirement.courses", courses);
        sent.put("requirement.minCourses", minCourses);
        sent.put("requirement.hours", hours);
        sent.put("validFrom", validFrom);
        sent.values().removeIf(value -> value == null);
        RequirementPreviewPageView empty = RequirementPreviewPageView.of(asked.at(PATH), sent);
        return answer(cohort == null ? empty : shown(empty));
    }

    private RequirementPreviewPageView shown(RequirementPreviewPageView page) {
        try {
            return page.with(previews.of(page.fields()));
        } catch (Problem refused) {
            return page.refused(refused);
        }
    }

    private static RestResponse<String> answer(RequirementPreviewPageView page) {
        return page.context().answer(TEXTS, words -> Templates.page(words, page));
    }
}
