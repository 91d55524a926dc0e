package kz.qadam.enrolment.catalogue;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import kz.qadam.chassis.base.time.AlmatyTime;
import kz.qadam.chassis.desk.DeskContext;
import kz.qadam.chassis.desk.DeskForm;
import kz.qadam.chassis.desk.DeskRequest;
import kz.qadam.chassis.http.page.PageWords;
import kz.qadam.chassis.http.page.SentForm;
import kz.qadam.chassis.http.problem.Problem;
import kz.qadam.chassis.http.problem.ProblemBody;
import kz.qadam.chassis.http.problem.ProblemType;
import kz.qadam.chassis.http.security.Role;
import kz.qadam.chassis.http.version.Precondition;
import kz.qadam.chassis.trail.NotInTrail;
import kz.qadam.chassis.trail.RecordedInTrail;
import kz.qadam.chassis.trail.TrailKind;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;

/**
 * The pages on which the office sees the cohorts and their versions, changes target, requirement and plan from a day on, and
 * creates a cohort. What is confirmed names the version that was shown.
 */
@Path(CohortPage.PATH)
public class CohortPage {

    static final String PATH = "/cohorts";

    private static final String TEXTS = "cohorts";
    private static final String PUBLIC = "It shows the catalogue, which is public.";
    private static final String CONFIRMED = "confirmed";

    @CheckedTemplate(basePath = TEXTS)
    static final class Templates {
        static native TemplateInstance all(PageWords words, CohortsPageView page);

        static native TemplateInstance one(PageWords words, CohortPageView page, boolean mayBeWithdrawn);

        static native TemplateInstance change(PageWords words, CohortPageView page);

        static native TemplateInstance withdrawal(PageWords words, CohortWithdrawalPageView page);
    }

    private final CohortChanges changes;
    private final Clock clock;

    CohortPage(CohortChanges changes, Clock clock) {
        this.changes = changes;
        this.clock = clock;
    }

    /** All cohorts, and a form that creates one. */
    @GET
    @NotInTrail(PUBLIC)
    @RolesAllowed(Role.OFFICE)
    public RestResponse<String> all(@BeanParam DeskRequest asked) {
        return answer(view(asked, DeskForm.empty(CohortForm.OF_CREATION), null));
    }

    /** Shows what a form would create, or creates it. */
    @POST
    @RecordedInTrail(TrailKind.WRITE)
    @RolesAllowed(Role.OFFICE)
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public RestResponse<String> create(byte[] body, @BeanParam DeskRequest asked) {
        Map<String, String> sent = SentForm.read(body);
        DeskForm form = DeskForm.of(CohortForm.OF_CREATION, sent);
        String code = form.value(CohortForm.CODE);
        try {
            if (sent.containsKey(CONFIRMED)) {
                changes.createOnce(code, () -> CohortForm.fields(form));
                return asked.to(PATH + "/" + code);
            }
            return answer(view(asked, form, changes.wouldCreate(code, CohortForm.fields(form))));
        } catch (Problem refused) {
            CohortsPageView page = view(asked, form, null);
            return answer(view(asked, form.refused(refused, page.context().language(), page::label), null));
        }
    }

    /** The versions of a cohort on a line of time. */
    @GET
    @Path("/{code}")
    @NotInTrail(PUBLIC)
    @RolesAllowed(Role.OFFICE)
    public RestResponse<String> one(@RestPath String code, @BeanParam DeskRequest asked) {
        Cohort cohort = Cohort.of(code);
        DeskContext context = asked.at(PATH + "/" + code);
        var page = new CohortPageView(
                context,
                code,
                cohort.version,
                cohort.names,
                CohortTimeline.of(cohort.versions(), AlmatyTime.today(clock)),
                null,
                null);
        boolean mayBeWithdrawn = !cohort.hasHadEnrolments();
        return context.answer("cohort", words -> Templates.one(words, page, mayBeWithdrawn));
    }

    /**
     * A form that adds a version, with what another one says.
     *
     * @param version its number; of that in force today, if it is left out
     */
    @GET
    @Path("/{code}/change")
    @NotInTrail(PUBLIC)
    @RolesAllowed(Role.OFFICE)
    public RestResponse<String> form(@RestPath String code, @RestQuery String version, @BeanParam DeskRequest asked) {
        Cohort cohort = Cohort.of(code);
        CohortVersion from = cohort.versions().stream()
                .filter(one -> Integer.toString(one.version).equals(version))
                .findFirst()
                .or(() -> cohort.inForce(AlmatyTime.today(clock)))
                .orElseThrow(Problem::notFound);
        return answer(view(asked, cohort, CohortForm.of(cohort.names, from)));
    }

    /** Shows what a form would change, or does what was shown. */
    @POST
    @Path("/{code}/change")
    @RecordedInTrail(TrailKind.WRITE)
    @RolesAllowed(Role.OFFICE)
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public RestResponse<String> change(@RestPath String code, byte[] body, @BeanParam DeskRequest asked) {
        Map<String, String> sent = SentForm.read(body);
        CohortPageView page = view(asked, Cohort.of(code), DeskForm.of(CohortForm.OF_CHANGE, sent));
        try {
            if (sent.containsKey(CONFIRMED)) {
                changes.change(code, Precondition.ofForm(sent.get(CONFIRMED)), () -> CohortForm.fields(page.form()));
                return asked.to(PATH + "/" + code);
            }
            return answer(page.with(would(code, page, SentForm.isAboutOther(sent, page.version()))));
        } catch (Problem refused) {
            return refused.type() == ProblemType.PRECONDITION_FAILED
                    ? answer(page.with(would(code, page, true)))
                    : answer(page.with(
                            page.form().refused(refused, page.context().language(), page::label)));
        }
    }

    /** Asks whether a cohort is to be withdrawn, or withdraws it if it is still as it was shown. */
    @POST
    @Path("/{code}/withdrawal")
    @RecordedInTrail(TrailKind.WRITE)
    @RolesAllowed(Role.OFFICE)
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public RestResponse<String> withdraw(@RestPath String code, byte[] body, @BeanParam DeskRequest asked) {
        String confirmed = SentForm.read(body).get(CONFIRMED);
        if (confirmed == null) {
            return answer(withdrawal(code, null, asked));
        }
        try {
            changes.withdraw(code, Precondition.ofForm(confirmed));
            return asked.to(PATH);
        } catch (Problem refused) {
            return refused.type().status() == ProblemType.NOT_FOUND.status()
                    ? asked.to(PATH)
                    : answer(withdrawal(code, refused, asked));
        }
    }

    /** Leads back from the question, such as in another language. */
    @GET
    @Path("/{code}/withdrawal")
    @NotInTrail("It shows nothing.")
    @RolesAllowed(Role.OFFICE)
    public RestResponse<String> back(@RestPath String code, @BeanParam DeskRequest asked) {
        return asked.to(PATH + "/" + code);
    }

    private static CohortWithdrawalPageView withdrawal(String code, Problem refused, DeskRequest asked) {
        Cohort cohort = Cohort.of(code);
        DeskContext context = asked.at(PATH + "/" + code);
        return new CohortWithdrawalPageView(
                context,
                code,
                cohort.names.in(context.language()),
                cohort.version,
                refused == null ? null : ProblemBody.sentence(refused, context.language()));
    }

    private static CohortPageView.Would would(String code, CohortPageView page, boolean isOther) {
        Cohort cohort = Cohort.of(code);
        CohortChange wanted = CohortChange.read(cohort, CohortForm.fields(page.form()));
        CohortVersion before = cohort.inForce(wanted.validFrom()).orElseThrow(Problem::notFound);
        LocalDate until = cohort.versions().stream()
                .map(version -> version.validFrom)
                .filter(wanted.validFrom()::isBefore)
                .min(Comparator.naturalOrder())
                .map(next -> next.minusDays(1))
                .orElse(null);
        return new CohortPageView.Would(
                wanted,
                until,
                new CohortWords(page.context()).changes(cohort.names, before, wanted),
                !before.requirement().equals(wanted.requirement()),
                isOther,
                cohort.version);
    }

    private static CohortPageView view(DeskRequest asked, Cohort cohort, DeskForm form) {
        return new CohortPageView(
                asked.at(PATH + "/" + cohort.code + "/change"),
                cohort.code,
                cohort.version,
                cohort.names,
                null,
                form,
                null);
    }

    private CohortsPageView view(DeskRequest asked, DeskForm form, CohortChange would) {
        LocalDate today = AlmatyTime.today(clock);
        List<CohortView> all = Cohort.inOrder().stream()
                .flatMap(cohort -> cohort.inForce(today).map(version -> CohortView.of(cohort, version)).stream())
                .toList();
        return new CohortsPageView(asked.at(PATH), all, form, would);
    }

    private static RestResponse<String> answer(CohortsPageView page) {
        return page.context().answer(TEXTS, words -> Templates.all(words, page));
    }

    private static RestResponse<String> answer(CohortWithdrawalPageView page) {
        return page.context().answer("withdraw-cohort", words -> Templates.withdrawal(words, page));
    }

    private static RestResponse<String> answer(CohortPageView page) {
        return page.context().answer("cohort-change", words -> Templates.change(words, page));
    }
}
