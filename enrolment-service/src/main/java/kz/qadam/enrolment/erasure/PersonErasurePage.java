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
import kz.qadam.enrolment.learners.Aliases;
import kz.qadam.enrolment.learners.PersonPages;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;

/** The page on which the office erases a person, after it has seen what goes and what remains, and where. */
@Path(PersonPages.ONE + "/" + PersonErasurePage.NAME)
public class PersonErasurePage {

    static final String NAME = "erasure";

    private static final String TEXTS = "erase-person";
    private static final String EFFECT = "effect";

    @CheckedTemplate(basePath = "persons")
    static final class Templates {
        static native TemplateInstance erasure(PageWords words, PersonErasurePageView page);
    }

    private final Caller caller;
    private final Erasures erasures;
    private final ErasureConfig config;
    private final Database database;
    private final EffectDigest digest;

    PersonErasurePage(Caller caller, Erasures erasures, ErasureConfig config, Database database, EffectDigest digest) {
        this.caller = caller;
        this.erasures = erasures;
        this.config = config;
        this.database = database;
        this.digest = digest;
    }

    /** A form to erase the person; of who is being erased, how far it is and what remains. */
    @GET
    @RecordedInTrail(TrailKind.READ)
    @RolesAllowed(Role.OFFICE)
    public RestResponse<String> form(@RestPath UUID learnerId, @BeanParam DeskRequest asked) {
        return answer(view(learnerId, asked, Map.of()));
    }

    /** Shows what the erasure would concern, or accepts it. */
    @POST
    @AddsToBacklog
    @RecordedInTrail(TrailKind.WRITE)
    @RolesAllowed(Role.OFFICE)
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public RestResponse<String> erase(@RestPath UUID learnerId, byte[] body, @BeanParam DeskRequest asked) {
        Map<String, String> sent = SentForm.read(body);
        PersonErasurePageView page = view(learnerId, asked, sent);
        if (page.erasure() != null) {
            return asked.to(PersonPages.pathOf(learnerId, NAME));
        }
        try {
            ErasurePost post = ErasurePost.read(ItemFields.ofForm(page.post()));
            ErasurePreview preview = erasures.preview(post);
            String effect = digest.of(preview.ofPerson());
            if (!effect.equals(sent.get(EFFECT))) {
                return answer(page.wouldDo(preview, effect, sent.containsKey(EFFECT)));
            }
            erasures.accept(post, caller.subject());
            return asked.to(PersonPages.pathOf(learnerId, NAME));
        } catch (Problem refused) {
            return answer(page.refused(refused));
        }
    }

    /** @throws Problem 404 if there is no such learner */
    private PersonErasurePageView view(UUID learner, DeskRequest asked, Map<String, String> sent) {
        Optional<Erasure> known = database.transaction(handle -> ErasureRows.findOfLearner(
                handle, Aliases.surviving(handle, learner).orElseThrow(Problem::notFound)));
        return new PersonErasurePageView(
                asked.at(PersonPages.pathOf(learner, NAME)),
                learner,
                known.map(erasure -> ErasureView.of(erasure, config)).orElse(null),
                DeskForm.of(List.of("reason", "explanation"), sent),
                null);
    }

    private static RestResponse<String> answer(PersonErasurePageView page) {
        return page.context().answer(TEXTS, words -> Templates.erasure(words, page));
    }
}
