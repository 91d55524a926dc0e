package kz.qadam.progress.completion;

import com.fasterxml.jackson.databind.ObjectMapper;
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
import kz.qadam.chassis.desk.DeskRequest;
import kz.qadam.chassis.desk.EffectDigest;
import kz.qadam.chassis.events.kafka.AddsToBacklog;
import kz.qadam.chassis.http.page.PageWords;
import kz.qadam.chassis.http.page.SentForm;
import kz.qadam.chassis.http.problem.Problem;
import kz.qadam.chassis.http.security.Caller;
import kz.qadam.chassis.http.security.Role;
import kz.qadam.chassis.submissions.submission.BatchAnswer;
import kz.qadam.chassis.submissions.submission.BatchOptions;
import kz.qadam.chassis.submissions.submission.Submissions;
import kz.qadam.chassis.trail.NotInTrail;
import kz.qadam.chassis.trail.RecordedInTrail;
import kz.qadam.chassis.trail.TrailKind;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;

/**
 * The pages on which an institution finds a completion, and on which it and the office see its history, correct it and revoke
 * it. What a form would do is shown before it is done; if it would do something else by then, that is shown instead.
 */
@Path(RecordPage.PATH)
public class RecordPage {

    static final String PATH = "/records";

    private static final String TEXTS = "records";
    private static final String EFFECT = "effect";
    private static final int MOST_STATES = 1_000;

    @CheckedTemplate(basePath = TEXTS)
    static final class Templates {
        static native TemplateInstance find(PageWords words, DeskContext context, String reference);

        static native TemplateInstance one(PageWords words, RecordPageView page);
    }

    private final Database database;
    private final Submissions submissions;
    private final Corrections corrections;
    private final Revocations revocations;
    private final Caller caller;
    private final EffectDigest digest;
    private final ObjectMapper json;

    RecordPage(
            Database database,
            Submissions submissions,
            Corrections corrections,
            Revocations revocations,
            Caller caller,
            EffectDigest digest,
            ObjectMapper json) {
        this.database = database;
        this.submissions = submissions;
        this.corrections = corrections;
        this.revocations = revocations;
        this.caller = caller;
        this.digest = digest;
        this.json = json;
    }

    /** Leads to the completion with this reference; without one, or if there is none, a form to look for one. */
    @GET
    @RecordedInTrail(TrailKind.READ)
    @RolesAllowed(Role.PARTNER)
    public RestResponse<?> find(@RestQuery String reference, @BeanParam DeskRequest asked) {
        String wanted = reference == null ? "" : reference.strip();
        return database.transaction(handle -> VisibleCompletions.find(handle, wanted, caller.scope()))
                .<RestResponse<?>>map(found -> asked.to(PATH + "/" + found.id()))
                .orElseGet(() -> {
                    DeskContext context = asked.at(PATH);
                    return context.answer(TEXTS, words -> Templates.find(words, context, wanted));
                });
    }

    /** A completion with its history. */
    @GET
    @Path("/{id: [0-9a-f-]{36}}")
    @RecordedInTrail(TrailKind.READ)
    @RolesAllowed({Role.PARTNER, Role.OFFICE})
    public RestResponse<String> one(@RestPath UUID id, @BeanParam DeskRequest asked) {
        return answer(view(id, asked));
    }

    /** Shows what a correction would do, or does what was shown. */
    @POST
    @Path("/{id: [0-9a-f-]{36}}/corrections")
    @AddsToBacklog
    @RecordedInTrail(TrailKind.WRITE)
    @RolesAllowed({Role.PARTNER, Role.OFFICE})
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public RestResponse<?> correct(@RestPath UUID id, byte[] form, @BeanParam DeskRequest asked) {
        return send(corrections, CompletionChangeForm.CORRECTION, id, form, asked);
    }

    /** Shows what a revocation would do, or does what was shown. */
    @POST
    @Path("/{id: [0-9a-f-]{36}}/revocations")
    @AddsToBacklog
    @RecordedInTrail(TrailKind.WRITE)
    @RolesAllowed({Role.PARTNER, Role.OFFICE})
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public RestResponse<?> revoke(@RestPath UUID id, byte[] form, @BeanParam DeskRequest asked) {
        return send(revocations, CompletionChangeForm.REVOCATION, id, form, asked);
    }

    /** Leads from what a form would do back to the completion, such as in another language. */
    @GET
    @Path("/{id: [0-9a-f-]{36}}/{form: corrections|revocations}")
    @NotInTrail("It shows nothing.")
    @RolesAllowed({Role.PARTNER, Role.OFFICE})
    public RestResponse<String> back(@RestPath UUID id, @RestPath String form, @BeanParam DeskRequest asked) {
        return asked.to(PATH + "/" + id);
    }

    private RestResponse<?> send(
            CompletionSubmissionKind<?> kind, CompletionChangeForm form, UUID id, byte[] body, DeskRequest asked) {
        RecordPageView page = view(id, asked);
        Map<String, String> sent = SentForm.read(body);
        byte[] row = form.row(page.history(), sent);
        var would = (DryRunBatchView) submissions.table(kind, row, options(true, page.context()));
        String effect = digest.of(would);
        if (would.completions().isEmpty()) {
            return answer(page.refused(form, sent, would.answer().results().get(0)));
        }
        if (!effect.equals(sent.get(EFFECT))) {
            return answer(page.wouldDo(form, sent, would, effect, sent.containsKey(EFFECT)));
        }
        var done = (BatchAnswer) submissions.table(kind, row, options(false, page.context()));
        return done.results().get(0).problem() == null
                ? asked.to(PATH + "/" + id)
                : answer(view(id, asked).refused(form, sent, done.results().get(0)));
    }

    private static BatchOptions options(boolean isDryRun, DeskContext context) {
        return new BatchOptions(isDryRun, false, context.language());
    }

    /** @throws Problem 404 if the institution has no such completion */
    private RecordPageView view(UUID id, DeskRequest asked) {
        List<Completion> states =
                database.transaction(handle -> VisibleCompletions.states(handle, id, caller.scope(), 0, MOST_STATES));
        if (states.isEmpty()) {
            throw Problem.notFound();
        }
        Completion now = states.get(states.size() - 1);
        return RecordPageView.of(
                asked.at(PATH + "/" + id),
                CompletionHistoryView.of(states),
                CompletionChangeForm.values(json.valueToTree(now.content())),
                caller.isOffice());
    }

    private RestResponse<String> answer(RecordPageView page) {
        return page.context().answer(TEXTS, words -> Templates.one(words, page));
    }
}
