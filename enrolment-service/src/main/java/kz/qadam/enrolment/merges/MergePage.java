package kz.qadam.enrolment.merges;

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
import kz.qadam.chassis.base.language.Message;
import kz.qadam.chassis.desk.DeskContext;
import kz.qadam.chassis.desk.DeskForm;
import kz.qadam.chassis.desk.DeskRequest;
import kz.qadam.chassis.desk.EffectDigest;
import kz.qadam.chassis.events.kafka.AddsToBacklog;
import kz.qadam.chassis.http.batch.ItemFields;
import kz.qadam.chassis.http.page.PageWords;
import kz.qadam.chassis.http.page.SentForm;
import kz.qadam.chassis.http.problem.Problem;
import kz.qadam.chassis.http.problem.ProblemType;
import kz.qadam.chassis.http.security.Caller;
import kz.qadam.chassis.http.security.Role;
import kz.qadam.chassis.trail.RecordedInTrail;
import kz.qadam.chassis.trail.TrailKind;
import kz.qadam.enrolment.enrolments.LearnerEnrolmentsPanelView;
import kz.qadam.enrolment.enrolments.PersonCriteria;
import kz.qadam.enrolment.enrolments.PersonSearchForm;
import kz.qadam.enrolment.learners.Aliases;
import kz.qadam.enrolment.learners.Learners;
import kz.qadam.enrolment.learners.PersonPages;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;

/**
 * The page on which the office says that a person is also another learner. The other one is named by a number, an id or an
 * enrolment; what is shown and confirmed names learners alone.
 */
@Path(PersonPages.ONE + "/" + MergePage.NAME)
public class MergePage {

    static final String NAME = "merge";

    private static final String TEXTS = "merge-person";
    private static final String EFFECT = "effect";

    @CheckedTemplate(basePath = "persons")
    static final class Templates {
        static native TemplateInstance merge(PageWords words, MergePageView page);
    }

    private final Caller caller;
    private final Learners learners;
    private final Merges merges;
    private final Database database;
    private final EffectDigest digest;

    MergePage(Caller caller, Learners learners, Merges merges, Database database, EffectDigest digest) {
        this.caller = caller;
        this.learners = learners;
        this.merges = merges;
        this.database = database;
        this.digest = digest;
    }

    /** A form that asks who else this person is. */
    @GET
    @RecordedInTrail(TrailKind.READ)
    @RolesAllowed(Role.OFFICE)
    public RestResponse<String> form(@RestPath UUID learnerId, @BeanParam DeskRequest asked) {
        return answer(view(learnerId, asked, Map.of()));
    }

    /** Shows what the merge would do, or does what was shown. */
    @POST
    @AddsToBacklog
    @RecordedInTrail(TrailKind.WRITE)
    @RolesAllowed(Role.OFFICE)
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public RestResponse<String> merge(@RestPath UUID learnerId, byte[] body, @BeanParam DeskRequest asked) {
        Map<String, String> sent = SentForm.read(body);
        MergePageView page = view(learnerId, asked, sent);
        try {
            UUID other = other(sent);
            if (other.equals(page.learner())) {
                return ofOne(page, sent, asked);
            }
            MergePost post = MergePost.read(ItemFields.ofForm(page.post(other)));
            MergePreview preview = MergePreview.of(merges.preview(post, caller.subject()));
            String effect = digest.of(preview);
            if (!effect.equals(sent.get(EFFECT))) {
                LearnerEnrolmentsPanelView others = database.transaction(
                        handle -> LearnerEnrolmentsPanelView.of(handle, post.absorbed(), page.context(), "others"));
                return answer(page.wouldDo(preview, others, effect, sent.containsKey(EFFECT)));
            }
            merges.merge(post, caller.subject()).outcome().view();
            return asked.to(PersonPages.pathOf(preview.surviving()));
        } catch (Problem refused) {
            return answer(page.refused(refused));
        }
    }

    /** The two are one learner: what was confirmed has been done, or the form names the person itself. */
    private static RestResponse<String> ofOne(MergePageView page, Map<String, String> sent, DeskRequest asked) {
        return sent.containsKey(EFFECT)
                ? asked.to(PersonPages.pathOf(page.learner()))
                : answer(page.refused(new Problem(ProblemType.RULE_VIOLATED, Message.of("merge-person.same"))));
    }

    /** @throws Problem if the form does not say who it is, or nobody is known so */
    private UUID other(Map<String, String> sent) {
        var question =
                PersonCriteria.read(DeskForm.of(PersonCriteria.FIELDS, sent).fields());
        return database.transaction(handle -> question.find(handle, learners))
                .orElseThrow(() -> new Problem(ProblemType.NOT_FOUND, Message.of("persons.nobody")));
    }

    /** @throws Problem 404 if there is no such learner */
    private MergePageView view(UUID learner, DeskRequest asked, Map<String, String> sent) {
        DeskContext context = asked.at(PersonPages.pathOf(learner, NAME));
        return database.transaction(handle -> {
            UUID surviving = Aliases.surviving(handle, learner).orElseThrow(Problem::notFound);
            return new MergePageView(
                    surviving,
                    LearnerEnrolmentsPanelView.of(handle, surviving, context, "own"),
                    new PersonSearchForm(context, DeskForm.of(MergePageView.FIELDS, sent)),
                    null);
        });
    }

    private static RestResponse<String> answer(MergePageView page) {
        return page.context().answer(TEXTS, words -> Templates.merge(words, page));
    }
}
