package kz.qadam.enrolment.learners;

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
import kz.qadam.chassis.desk.DeskForm;
import kz.qadam.chassis.desk.DeskRequest;
import kz.qadam.chassis.http.page.PageWords;
import kz.qadam.chassis.http.page.SentForm;
import kz.qadam.chassis.http.problem.Problem;
import kz.qadam.chassis.http.security.Caller;
import kz.qadam.chassis.http.security.Role;
import kz.qadam.chassis.trail.NotInTrail;
import kz.qadam.chassis.trail.RecordedInTrail;
import kz.qadam.chassis.trail.TrailKind;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;

/** The page on which the office blocks a person for a time, and lifts the block, after it was asked once more. */
@Path(PersonPages.ONE + "/" + BlockPage.NAME)
public class BlockPage {

    static final String NAME = "block";

    private static final String TEXTS = "block-person";

    @CheckedTemplate(basePath = "persons")
    static final class Templates {
        static native TemplateInstance block(PageWords words, BlockPageView page);
    }

    private final Caller caller;
    private final LearnerBlocking blocks;

    BlockPage(Caller caller, LearnerBlocking blocks) {
        this.caller = caller;
        this.blocks = blocks;
    }

    /** A form to block the person; of who is blocked, the question whether to lift the block. */
    @GET
    @RecordedInTrail(TrailKind.READ)
    @RolesAllowed(Role.OFFICE)
    public RestResponse<String> form(@RestPath UUID learnerId, @BeanParam DeskRequest asked) {
        return answer(view(learnerId, asked, Map.of()));
    }

    /** Asks whether the person is to be blocked, or blocks the person. */
    @POST
    @RecordedInTrail(TrailKind.WRITE)
    @RolesAllowed(Role.OFFICE)
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public RestResponse<String> block(@RestPath UUID learnerId, byte[] body, @BeanParam DeskRequest asked) {
        Map<String, String> sent = SentForm.read(body);
        BlockPageView page = view(learnerId, asked, sent);
        try {
            var post = TemporaryBlockPost.read(page.form().fields());
            if (!sent.containsKey("confirmed")) {
                return answer(page.asking());
            }
            TemporaryBlock made = blocks.block(learnerId, post.reason(), caller.subject());
            // Somebody else has blocked the person meanwhile, for another reason: that block is shown.
            return asked.to(
                    made.reason() == post.reason()
                            ? PersonPages.pathOf(learnerId)
                            : PersonPages.pathOf(learnerId, NAME));
        } catch (Problem refused) {
            return answer(page.refused(refused));
        }
    }

    /** Lifts the block that was shown; if another one is in force by then, shows that one. */
    @POST
    @Path("/lifting")
    @RecordedInTrail(TrailKind.WRITE)
    @RolesAllowed(Role.OFFICE)
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public RestResponse<String> lift(@RestPath UUID learnerId, byte[] body, @BeanParam DeskRequest asked) {
        BlockPageView page = view(learnerId, asked, Map.of());
        if (page.block() != null && !page.seen().equals(SentForm.read(body).get("seen"))) {
            return answer(page.showingOther());
        }
        if (page.block() != null) {
            blocks.lift(learnerId, page.block().blockedAt(), caller.subject());
        }
        return asked.to(PersonPages.pathOf(learnerId));
    }

    /** Leads back to the question. */
    @GET
    @Path("/lifting")
    @NotInTrail("It shows nothing.")
    @RolesAllowed(Role.OFFICE)
    public RestResponse<String> back(@RestPath UUID learnerId, @BeanParam DeskRequest asked) {
        return asked.to(PersonPages.pathOf(learnerId, NAME));
    }

    /** @throws Problem 404 if there is no such learner */
    private BlockPageView view(UUID learner, DeskRequest asked, Map<String, String> sent) {
        return new BlockPageView(
                asked.at(PersonPages.pathOf(learner, NAME)),
                learner,
                blocks.find(learner).orElse(null),
                DeskForm.of(List.of("reason"), sent),
                false,
                false);
    }

    private static RestResponse<String> answer(BlockPageView page) {
        return page.context().answer(TEXTS, words -> Templates.block(words, page));
    }
}
