package kz.qadam.enrolment.enrolments;

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
import kz.qadam.chassis.base.database.Database;
import kz.qadam.chassis.desk.DeskContext;
import kz.qadam.chassis.desk.DeskRequest;
import kz.qadam.chassis.desk.EffectDigest;
import kz.qadam.chassis.events.kafka.AddsToBacklog;
import kz.qadam.chassis.http.page.PageWords;
import kz.qadam.chassis.http.page.SentForm;
import kz.qadam.chassis.http.problem.Problem;
import kz.qadam.chassis.http.security.Role;
import kz.qadam.chassis.submissions.submission.Submissions;
import kz.qadam.chassis.trail.RecordedInTrail;
import kz.qadam.chassis.trail.TrailKind;
import kz.qadam.enrolment.learners.BlockedLearners;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;

/**
 * The pages on which the office sees the history of an enrolment, corrects it, and says that the learner has left. What a
 * form would do is shown before it is done; if it would do something else by then, that is shown instead.
 */
@Path(EnrolmentRecordPage.PATH + "/{id: [0-9a-fA-F-]{36}}")
@RolesAllowed(Role.OFFICE)
public class EnrolmentRecordPage {

    static final String PATH = "/enrolment-records";

    private static final String TEXTS = "enrolment-records";
    private static final String EFFECT = "effect";

    @CheckedTemplate(basePath = TEXTS)
    static final class Templates {
        static native TemplateInstance one(PageWords words, EnrolmentRecordPageView page);
    }

    private final Database database;
    private final Submissions submissions;
    private final AmendmentKinds kinds;
    private final EffectDigest digest;

    EnrolmentRecordPage(Database database, Submissions submissions, AmendmentKinds kinds, EffectDigest digest) {
        this.database = database;
        this.submissions = submissions;
        this.kinds = kinds;
        this.digest = digest;
    }

    /** Where the page of an enrolment is. */
    public static String pathOf(UUID id) {
        return PATH + "/" + id;
    }

    /** An enrolment with its history, and a form to correct it. */
    @GET
    @RecordedInTrail(TrailKind.READ)
    public RestResponse<String> correction(@RestPath UUID id, @BeanParam DeskRequest asked) {
        return answer(view(AmendmentForm.CORRECTION, id, asked));
    }

    /** Shows what a correction would do, or does what was shown. */
    @POST
    @AddsToBacklog
    @RecordedInTrail(TrailKind.WRITE)
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public RestResponse<String> correct(@RestPath UUID id, byte[] body, @BeanParam DeskRequest asked) {
        return send(kinds.corrections(), AmendmentForm.CORRECTION, id, body, asked);
    }

    /** The same enrolment, and a form to say that the learner has left. */
    @GET
    @Path("/withdrawal")
    @RecordedInTrail(TrailKind.READ)
    public RestResponse<String> withdrawal(@RestPath UUID id, @BeanParam DeskRequest asked) {
        return answer(view(AmendmentForm.WITHDRAWAL, id, asked));
    }

    /** Shows what a withdrawal would do, or does what was shown. */
    @POST
    @Path("/withdrawal")
    @AddsToBacklog
    @RecordedInTrail(TrailKind.WRITE)
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public RestResponse<String> withdraw(@RestPath UUID id, byte[] body, @BeanParam DeskRequest asked) {
        return send(kinds.withdrawals(), AmendmentForm.WITHDRAWAL, id, body, asked);
    }

    private <A extends Record & Amendment> RestResponse<String> send(
            Amendments<A> kind, AmendmentForm form, UUID id, byte[] body, DeskRequest asked) {
        Map<String, String> sent = SentForm.read(body);
        EnrolmentRecordPageView page = view(form, id, asked).filled(sent);
        try {
            var would = submissions.tried(kind, page.submission());
            if (sent.containsKey(EFFECT) && page.isAs(would.view())) {
                return asked.to(pathOf(id));
            }
            String effect = digest.of(would);
            if (!effect.equals(sent.get(EFFECT))) {
                return answer(page.wouldDo(would, effect, sent.containsKey(EFFECT)));
            }
            submissions.form(kind, page.submission());
            return asked.to(pathOf(id));
        } catch (Problem refused) {
            return answer(page.refused(refused));
        }
    }

    /** @throws Problem 404 if there is no such enrolment */
    private EnrolmentRecordPageView view(AmendmentForm form, UUID id, DeskRequest asked) {
        DeskContext context = asked.at(pathOf(id) + form.path());
        return database.transaction(handle -> {
            EnrolmentRecord found = EnrolmentRecord.find(handle, id).orElseThrow(Problem::notFound);
            boolean isBlocked =
                    BlockedLearners.contains(handle, found.enrolment().learnerId());
            return EnrolmentRecordPageView.of(new EnrolmentHistoryInWords(context, found), isBlocked, form);
        });
    }

    private static RestResponse<String> answer(EnrolmentRecordPageView page) {
        return page.context().answer(TEXTS, words -> Templates.one(words, page));
    }
}
