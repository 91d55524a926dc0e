package kz.qadam.progress.completion;

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
import kz.qadam.chassis.base.database.Database;
import kz.qadam.chassis.desk.DeskContext;
import kz.qadam.chassis.desk.DeskRequest;
import kz.qadam.chassis.desk.EffectDigest;
import kz.qadam.chassis.events.kafka.AddsToBacklog;
import kz.qadam.chassis.http.page.PageWords;
import kz.qadam.chassis.http.page.SentForm;
import kz.qadam.chassis.http.security.Caller;
import kz.qadam.chassis.http.security.Role;
import kz.qadam.chassis.submissions.submission.BatchAnswer;
import kz.qadam.chassis.submissions.submission.BatchOptions;
import kz.qadam.chassis.submissions.submission.Submissions;
import kz.qadam.chassis.trail.RecordedInTrail;
import kz.qadam.chassis.trail.TrailKind;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;

/**
 * The page on which an institution corrects those completions of one cause that have not counted for longest, with one
 * reason for all. What the corrections would do is shown before they are kept.
 */
@Path(GroupCorrectionPage.PATH + "/{cause}")
@RolesAllowed(Role.PARTNER)
public class GroupCorrectionPage {

    static final String PATH = UncountedPage.PATH + "/groups";

    private static final String TEXTS = "group-correction";
    private static final String EFFECT = "effect";

    @CheckedTemplate(basePath = "waiting")
    static final class Templates {
        static native TemplateInstance group(PageWords words, GroupCorrectionPageView page);
    }

    private final Database database;
    private final Submissions submissions;
    private final Corrections corrections;
    private final Caller caller;
    private final EffectDigest digest;

    GroupCorrectionPage(
            Database database, Submissions submissions, Corrections corrections, Caller caller, EffectDigest digest) {
        this.database = database;
        this.submissions = submissions;
        this.corrections = corrections;
        this.caller = caller;
        this.digest = digest;
    }

    /** The completions as they are, to be changed. If none is left, it leads to what does not count. */
    @GET
    @RecordedInTrail(TrailKind.READ)
    public RestResponse<String> form(@RestPath String cause, @BeanParam DeskRequest asked) {
        GroupCorrectionPageView page = view(cause, asked);
        return page.rows().isEmpty() ? asked.to(UncountedPage.PATH) : answer(page);
    }

    /** Shows what the corrections would do, or does what was shown. */
    @POST
    @AddsToBacklog
    @RecordedInTrail(TrailKind.WRITE)
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public RestResponse<String> correct(@RestPath String cause, byte[] form, @BeanParam DeskRequest asked) {
        Map<String, String> sent = SentForm.read(form);
        GroupCorrectionPageView page = view(cause, asked).filled(sent);
        if (page.rows().isEmpty()) {
            return asked.to(PATH + "/" + cause);
        }
        byte[] table = page.table();
        var would = (DryRunBatchView) submissions.table(corrections, table, options(true, page.context()));
        String effect = digest.of(would);
        if (would.completions().isEmpty() || !effect.equals(sent.get(EFFECT))) {
            return answer(page.wouldDo(would, effect, sent.containsKey(EFFECT)));
        }
        var done = (BatchAnswer) submissions.table(corrections, table, options(false, page.context()));
        GroupCorrectionPageView left = page.left(done.results());
        return left.rows().isEmpty() ? asked.to(PATH + "/" + cause) : answer(left);
    }

    private static BatchOptions options(boolean isDryRun, DeskContext context) {
        return new BatchOptions(isDryRun, false, context.language());
    }

    private GroupCorrectionPageView view(String cause, DeskRequest asked) {
        String institution = caller.scope().institution();
        List<Completion> first = database.transaction(
                handle -> UncountedGroup.completions(handle, institution, cause, UncountedGroup.SHOWN));
        return GroupCorrectionPageView.of(asked.at(PATH + "/" + cause), cause, first);
    }

    private static RestResponse<String> answer(GroupCorrectionPageView page) {
        return page.context().answer(TEXTS, words -> Templates.group(words, page));
    }
}
