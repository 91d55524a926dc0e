package kz.qadam.progress.xapi;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import kz.qadam.chassis.desk.DeskRequest;
import kz.qadam.chassis.desk.EffectDigest;
import kz.qadam.chassis.events.kafka.AddsToBacklog;
import kz.qadam.chassis.http.page.PageWords;
import kz.qadam.chassis.http.page.SentForm;
import kz.qadam.chassis.http.problem.Problem;
import kz.qadam.chassis.http.problem.ProblemBody;
import kz.qadam.chassis.http.security.Role;
import kz.qadam.chassis.submissions.submission.BatchAnswer;
import kz.qadam.chassis.submissions.submission.BatchOptions;
import kz.qadam.chassis.submissions.submission.Submissions;
import kz.qadam.chassis.trail.NotInTrail;
import kz.qadam.chassis.trail.RecordedInTrail;
import kz.qadam.chassis.trail.TrailKind;
import org.jboss.resteasy.reactive.RestResponse;

/**
 * The page on which an institution says whose many accounts are, by a table that is pasted. What would follow is shown before
 * anything is kept; if something else would follow by then, that is shown instead.
 */
@Path(PlatformAccountLinkTablePage.PATH)
@RolesAllowed(Role.PARTNER)
public class PlatformAccountLinkTablePage {

    static final String PATH = PlatformPage.PATH + "/links";

    private static final String TEXTS = "account-link-table";

    @CheckedTemplate(basePath = "platforms")
    static final class Templates {
        static native TemplateInstance links(PageWords words, PlatformAccountLinkTablePageView page);
    }

    private final Submissions submissions;
    private final PlatformAccountLinks links;
    private final EffectDigest digest;

    PlatformAccountLinkTablePage(Submissions submissions, PlatformAccountLinks links, EffectDigest digest) {
        this.submissions = submissions;
        this.links = links;
        this.digest = digest;
    }

    /** The form. */
    @GET
    @NotInTrail("It shows nothing.")
    public RestResponse<String> form(@BeanParam DeskRequest asked) {
        return answer(PlatformAccountLinkTablePageView.empty(asked.at(PATH)));
    }

    /** Shows what a table would lead to, or keeps what was shown. */
    @POST
    @AddsToBacklog
    @RecordedInTrail(TrailKind.WRITE)
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public RestResponse<String> send(byte[] body, @BeanParam DeskRequest asked) {
        Map<String, String> sent = SentForm.read(body);
        PlatformAccountLinkTablePageView page =
                PlatformAccountLinkTablePageView.empty(asked.at(PATH)).with(sent.getOrDefault("table", ""));
        try {
            BatchAnswer would = send(page, true);
            String effect = digest.of(would);
            String shown = sent.get("effect");
            return effect.equals(shown)
                    ? answer(page.done(send(page, false)))
                    : answer(page.wouldDo(would, effect, shown != null));
        } catch (Problem refused) {
            return answer(
                    page.refused(ProblemBody.sentence(refused, page.context().language())));
        }
    }

    private BatchAnswer send(PlatformAccountLinkTablePageView page, boolean isDryRun) {
        return (BatchAnswer) submissions.table(
                links,
                page.table().getBytes(StandardCharsets.UTF_8),
                new BatchOptions(isDryRun, false, page.context().language()));
    }

    private static RestResponse<String> answer(PlatformAccountLinkTablePageView page) {
        return page.context().answer(TEXTS, words -> Templates.links(words, page));
    }
}
