package kz.qadam.reporting.audit.recount;

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
import kz.qadam.chassis.base.database.Database;
import kz.qadam.chassis.desk.DeskContext;
import kz.qadam.chassis.desk.DeskForm;
import kz.qadam.chassis.desk.DeskRequest;
import kz.qadam.chassis.http.page.PageWords;
import kz.qadam.chassis.http.page.SentForm;
import kz.qadam.chassis.http.problem.Problem;
import kz.qadam.chassis.http.security.Caller;
import kz.qadam.chassis.http.security.Role;
import kz.qadam.chassis.trail.RecordedInTrail;
import kz.qadam.chassis.trail.TrailKind;
import kz.qadam.reporting.asof.PointInTime;
import kz.qadam.reporting.asof.PointInTimeResolver;
import org.jboss.resteasy.reactive.RestResponse;

/** The page on which auditors see what recounts have found, and have all figures counted again. */
@Path(RecountPage.PATH)
@RolesAllowed({Role.AUDITOR, Role.OFFICE})
public class RecountPage {

    static final String PATH = "/recounts";

    private static final String TEXTS = "recounts";
    private static final String ATTEMPT = "attempt";

    @CheckedTemplate(basePath = TEXTS)
    static final class Templates {
        static native TemplateInstance page(PageWords words, RecountsPageView page);
    }

    private final Recounts recounts;
    private final PointInTimeResolver points;
    private final Database database;
    private final Caller caller;

    RecountPage(Recounts recounts, PointInTimeResolver points, Database database, Caller caller) {
        this.recounts = recounts;
        this.points = points;
        this.database = database;
        this.caller = caller;
    }

    /** The newest recounts, and a button that begins one. */
    @GET
    @RecordedInTrail(TrailKind.FIGURES)
    public RestResponse<String> page(@BeanParam DeskRequest asked) {
        return answer(asked.at(PATH), null);
    }

    /**
     * Begins a recount, which goes on by itself: of all figures as known now, or of what the form of a figure names. It
     * begins once, however often the form is sent.
     */
    @POST
    @RecordedInTrail(TrailKind.WRITE)
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public RestResponse<String> begin(byte[] body, @BeanParam DeskRequest asked) {
        Map<String, String> sent = SentForm.read(body);
        UUID attempt = attempt(sent);
        try {
            RecountQuestion question = RecountQuestion.read(DeskForm.read(sent, "cohort", "asOf", "on"));
            PointInTime point = points.of(question.asOf(), question.on());
            recounts.begin(
                    attempt, point, database.transaction(handle -> question.cohort(handle, point)), caller.subject());
            return asked.to(PATH);
        } catch (Problem refused) {
            DeskContext context = asked.at(PATH);
            return answer(
                    context,
                    DeskForm.empty(List.of())
                            .refused(refused, context.language(), field -> field)
                            .problem());
        }
    }

    /** @throws Problem 400 without the id of the attempt, which each form has */
    private static UUID attempt(Map<String, String> sent) {
        try {
            return UUID.fromString(sent.getOrDefault(ATTEMPT, ""));
        } catch (IllegalArgumentException e) {
            throw Problem.badParameter(ATTEMPT, "uuid", ATTEMPT);
        }
    }

    private RestResponse<String> answer(DeskContext context, String problem) {
        var page =
                new RecountsPageView(context, database.transaction(RecountSummary::newest), Recounts.newId(), problem);
        return context.answer(TEXTS, words -> Templates.page(words, page));
    }
}
