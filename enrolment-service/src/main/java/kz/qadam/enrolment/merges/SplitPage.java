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
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import kz.qadam.chassis.base.database.Database;
import kz.qadam.chassis.desk.DeskForm;
import kz.qadam.chassis.desk.DeskRequest;
import kz.qadam.chassis.desk.EffectDigest;
import kz.qadam.chassis.events.kafka.AddsToBacklog;
import kz.qadam.chassis.http.batch.ItemFields;
import kz.qadam.chassis.http.page.PageWords;
import kz.qadam.chassis.http.page.SentForm;
import kz.qadam.chassis.http.problem.Problem;
import kz.qadam.chassis.http.security.Caller;
import kz.qadam.chassis.http.security.Role;
import kz.qadam.chassis.trail.RecordedInTrail;
import kz.qadam.chassis.trail.TrailKind;
import kz.qadam.enrolment.learners.PersonPages;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;

/**
 * The page on which the office undoes a merge. It shows of each enrolment whose it would be; the office marks those that it
 * gives to the absorbed learner, and sees the division again before it is made.
 */
@Path(PersonPages.ONE + "/" + SplitPage.NAME)
public class SplitPage {

    static final String NAME = "split";

    private static final String TEXTS = "split-person";
    private static final String EFFECT = "effect";

    @CheckedTemplate(basePath = "persons")
    static final class Templates {
        static native TemplateInstance split(PageWords words, SplitPageView page);
    }

    private final Caller caller;
    private final Splits splits;
    private final Database database;
    private final EffectDigest digest;

    SplitPage(Caller caller, Splits splits, Database database, EffectDigest digest) {
        this.caller = caller;
        this.splits = splits;
        this.database = database;
        this.digest = digest;
    }

    /** A form that asks why the learner is another person; of a learner that is not absorbed, its own page. */
    @GET
    @RecordedInTrail(TrailKind.READ)
    @RolesAllowed(Role.OFFICE)
    public RestResponse<String> form(@RestPath UUID learnerId, @BeanParam DeskRequest asked) {
        return view(learnerId, asked, Map.of())
                .map(SplitPage::answer)
                .orElseGet(() -> asked.to(PersonPages.pathOf(learnerId)));
    }

    /** Shows what the split would do, or does what was shown. */
    @POST
    @AddsToBacklog
    @RecordedInTrail(TrailKind.WRITE)
    @RolesAllowed(Role.OFFICE)
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public RestResponse<String> split(@RestPath UUID learnerId, byte[] body, @BeanParam DeskRequest asked) {
        Map<String, String> sent = SentForm.read(body);
        Optional<SplitPageView> merged = view(learnerId, asked, sent);
        if (merged.isEmpty()) {
            return asked.to(PersonPages.pathOf(learnerId));
        }
        SplitPageView page = merged.get();
        try {
            SplitPost post = SplitPost.read(ItemFields.ofForm(page.post()));
            SplitPreview preview = SplitPreview.of(splits.preview(post, caller.subject()));
            String effect = digest.of(preview);
            if (!effect.equals(sent.get(EFFECT))) {
                return answer(page.wouldDo(preview, effect, sent.containsKey(EFFECT)));
            }
            splits.split(post, caller.subject()).outcome().view();
            return asked.to(PersonPages.pathOf(learnerId));
        } catch (Problem refused) {
            return answer(page.refused(refused));
        }
    }

    /** Empty if the learner is not absorbed. */
    private Optional<SplitPageView> view(UUID absorbed, DeskRequest asked, Map<String, String> sent) {
        return database.transaction(handle -> MergeRows.find(handle, absorbed))
                .map(merge -> new SplitPageView(
                        asked.at(PersonPages.pathOf(absorbed, NAME)),
                        merge,
                        DeskForm.of(List.of("reason"), sent),
                        SplitPageView.given(sent.keySet()),
                        null));
    }

    private static RestResponse<String> answer(SplitPageView page) {
        return page.context().answer(TEXTS, words -> Templates.split(words, page));
    }
}
