package kz.qadam.enrolment.catalogue;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import kz.qadam.chassis.base.time.AlmatyTime;
import kz.qadam.chassis.desk.DeskContext;
import kz.qadam.chassis.desk.DeskForm;
import kz.qadam.chassis.desk.DeskRequest;
import kz.qadam.chassis.http.batch.ItemFields;
import kz.qadam.chassis.http.page.PageWords;
import kz.qadam.chassis.http.page.SentForm;
import kz.qadam.chassis.http.problem.Problem;
import kz.qadam.chassis.http.problem.ProblemType;
import kz.qadam.chassis.http.security.Caller;
import kz.qadam.chassis.http.security.Role;
import kz.qadam.chassis.http.version.Precondition;
import kz.qadam.chassis.trail.NotInTrail;
import kz.qadam.chassis.trail.RecordedInTrail;
import kz.qadam.chassis.trail.TrailKind;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;

/**
 * The pages on which an institution sees for which cohorts it has declared a basis and for which one is missing, and its
 * administrator declares one. The office does the same for an institution that it names.
 */
@Path(LegalBasisPage.PATH)
public class LegalBasisPage {

    static final String PATH = "/bases";

    private static final String TEXTS = "bases";
    private static final String NO_RECORD = "No record of a person is read.";
    private static final String CONFIRMED = "confirmed";
    private static final Set<ProblemType> CHANGED_MEANWHILE =
            Set.of(ProblemType.PRECONDITION_FAILED, ProblemType.PRECONDITION_REQUIRED);

    @CheckedTemplate(basePath = TEXTS)
    static final class Templates {
        static native TemplateInstance all(PageWords words, LegalBasesPageView page);

        static native TemplateInstance one(PageWords words, LegalBasisFormPageView page);
    }

    private final LegalBasisDeclarations declarations;
    private final Caller caller;
    private final Clock clock;

    LegalBasisPage(LegalBasisDeclarations declarations, Caller caller, Clock clock) {
        this.declarations = declarations;
        this.caller = caller;
        this.clock = clock;
    }

    /**
     * The basis for each cohort.
     *
     * @param institution its code; of a partner its own, if it is left out
     */
    @GET
    @NotInTrail(NO_RECORD)
    @RolesAllowed({Role.PARTNER, Role.OFFICE})
    public RestResponse<String> all(@RestQuery String institution, @BeanParam DeskRequest asked) {
        DeskContext context = asked.at(PATH);
        String named = caller.isOffice() && isBlank(institution) ? null : own(institution);
        LegalBasesPageView page = named == null || Institution.findById(named) == null
                ? new LegalBasesPageView(context, named, named != null, false, List.of())
                : view(Institution.of(named), context);
        return context.answer(TEXTS, words -> Templates.all(words, page));
    }

    /** A form that declares a basis for a cohort. */
    @GET
    @Path("/{cohort}")
    @NotInTrail(NO_RECORD)
    @RolesAllowed({Role.PARTNER_ADMIN, Role.OFFICE})
    public RestResponse<String> form(
            @RestPath String cohort, @RestQuery String institution, @BeanParam DeskRequest asked) {
        return answer(view(own(institution), cohort, asked, Map.of()));
    }

    /** Shows what a form would declare, or declares what was shown. */
    @POST
    @Path("/{cohort}")
    @RecordedInTrail(TrailKind.WRITE)
    @RolesAllowed({Role.PARTNER_ADMIN, Role.OFFICE})
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public RestResponse<String> declare(
            @RestPath String cohort, @RestQuery String institution, byte[] body, @BeanParam DeskRequest asked) {
        Map<String, String> sent = SentForm.read(body);
        LegalBasisFormPageView page = view(own(institution), cohort, asked, sent);
        try {
            LegalBasisPost wanted = declarations.read(cohort, fields(page));
            if (!sent.containsKey(CONFIRMED)) {
                return answer(page.wouldDo(wanted, false));
            }
            return declare(page, wanted, sent.get(CONFIRMED));
        } catch (Problem refused) {
            return answer(page.refused(refused));
        }
    }

    private RestResponse<String> declare(LegalBasisFormPageView page, LegalBasisPost wanted, String version) {
        try {
            declarations.declare(page.institution(), page.cohort(), shown(version), () -> fields(page));
        } catch (Problem refused) {
            if (!CHANGED_MEANWHILE.contains(refused.type())) {
                throw refused;
            }
            if (!page.says(wanted)) {
                return answer(page.wouldDo(wanted, true));
            }
        }
        return ResponseBuilder.<String>create(RestResponse.Status.SEE_OTHER)
                .header(HttpHeaders.LOCATION, page.all())
                .build();
    }

    /** The precondition that nothing is declared, or this version. */
    private static Precondition shown(String version) {
        return Precondition.ofForm(version.equals("0") ? null : version);
    }

    private static ItemFields fields(LegalBasisFormPageView page) {
        return page.form().fields();
    }

    /** @throws Problem 403 if it is another institution */
    private String own(String institution) {
        String named = isBlank(institution) ? caller.actingFor(null) : institution.strip();
        declarations.requireVisible(named);
        return named;
    }

    private static boolean isBlank(String institution) {
        return institution == null || institution.isBlank();
    }

    private LegalBasesPageView view(Institution institution, DeskContext context) {
        LocalDate today = AlmatyTime.today(clock);
        Set<String> enrolled = institution.cohortsOfEnrolled();
        List<LegalBasesPageView.OfCohort> cohorts = Cohort.inOrder().stream()
                .map(cohort -> new LegalBasesPageView.OfCohort(
                        cohort.code,
                        cohort.names.in(context.language()),
                        institution
                                .newestBasis(cohort.code)
                                .map(LegalBasisView::of)
                                .orElse(null),
                        institution.bases.stream()
                                .anyMatch(one -> one.cohort.equals(cohort.code) && !one.since.isAfter(today)),
                        enrolled.contains(cohort.code)))
                .toList();
        boolean mayDeclare = caller.isOffice() || caller.is(Role.PARTNER_ADMIN);
        return new LegalBasesPageView(context, institution.code, false, mayDeclare, cohorts);
    }

    /** @throws Problem 404 if there is no such institution or cohort */
    private static LegalBasisFormPageView view(
            String institution, String cohort, DeskRequest asked, Map<String, String> sent) {
        DeskContext context = asked.at(PATH + "/" + cohort);
        Cohort of = Cohort.of(cohort);
        return new LegalBasisFormPageView(
                context,
                institution,
                cohort,
                of.names.in(context.language()),
                Institution.of(institution)
                        .newestBasis(cohort)
                        .map(LegalBasisView::of)
                        .orElse(null),
                DeskForm.of(LegalBasisFormPageView.FIELDS, sent),
                null);
    }

    private static RestResponse<String> answer(LegalBasisFormPageView page) {
        return page.context().answer("basis", words -> Templates.one(words, page));
    }
}
