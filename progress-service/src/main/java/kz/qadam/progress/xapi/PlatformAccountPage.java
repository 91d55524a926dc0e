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
import java.util.List;
import java.util.Map;
import kz.qadam.chassis.base.database.Database;
import kz.qadam.chassis.desk.DeskForm;
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
import kz.qadam.chassis.submissions.submission.ItemVerdict;
import kz.qadam.chassis.submissions.submission.Submissions;
import kz.qadam.chassis.trail.RecordedInTrail;
import kz.qadam.chassis.trail.TrailKind;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;

/**
 * The page on which an institution says whose an account at a platform is. What follows from a link is shown before it is
 * kept; if something else would follow by then, that is shown instead.
 */
@Path(PlatformPage.PATH)
@RolesAllowed({Role.PARTNER, Role.OFFICE})
public class PlatformAccountPage {

    private static final String ACCOUNTS = "/accounts/{account: [0-9a-f]{64}}";
    private static final String TEXTS = "platform-account";
    private static final String EFFECT = "effect";
    private static final int SHOWN = 50;

    @CheckedTemplate(basePath = "platforms")
    static final class Templates {
        static native TemplateInstance account(PageWords words, PlatformAccountPageView page);
    }

    private final Database database;
    private final Submissions submissions;
    private final PlatformAccountLinks links;
    private final PlatformAccountKeys keys;
    private final Caller caller;
    private final EffectDigest digest;

    PlatformAccountPage(
            Database database,
            Submissions submissions,
            PlatformAccountLinks links,
            PlatformAccountKeys keys,
            Caller caller,
            EffectDigest digest) {
        this.database = database;
        this.submissions = submissions;
        this.links = links;
        this.keys = keys;
        this.caller = caller;
        this.digest = digest;
    }

    /** An account, with what came from it. */
    @GET
    @Path(ACCOUNTS)
    @RecordedInTrail(TrailKind.READ)
    public RestResponse<String> one(
            @RestPath String account, @RestQuery String institution, @BeanParam DeskRequest asked) {
        return answer(view(asked, institution, account, Map.of()));
    }

    /** Shows what a link would lead to, or keeps what was shown. */
    @POST
    @Path(ACCOUNTS)
    @AddsToBacklog
    @RecordedInTrail(TrailKind.WRITE)
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public RestResponse<String> link(
            @RestPath String account, @RestQuery String institution, byte[] body, @BeanParam DeskRequest asked) {
        Map<String, String> sent = SentForm.read(body);
        PlatformAccountPageView page = view(asked, institution, account, sent);
        byte[] row = page.row();
        BatchAnswer would = send(row, true, page);
        ItemVerdict verdict = would.results().get(0);
        if (verdict.problem() != null) {
            return answer(page.refused(verdict.problem()));
        }
        String shown = sent.get(EFFECT);
        if (shown != null && verdict.status().equals(PlatformAccountLinks.DUPLICATE)) {
            return back(page, asked);
        }
        String effect = digest.of(would);
        if (!effect.equals(shown)) {
            return answer(page.wouldDo(would, effect, shown != null));
        }
        ItemVerdict done = send(row, false, page).results().get(0);
        return done.problem() == null ? back(page, asked) : answer(page.refused(done.problem()));
    }

    private BatchAnswer send(byte[] row, boolean isDryRun, PlatformAccountPageView page) {
        return (BatchAnswer) submissions.table(
                links, row, new BatchOptions(isDryRun, false, page.context().language()));
    }

    private static RestResponse<String> back(PlatformAccountPageView page, DeskRequest asked) {
        return asked.to(page.at().path(page.context().path()));
    }

    /** @throws Problem 404 if the institution sees no such account */
    private PlatformAccountPageView view(
            DeskRequest asked, String institution, String account, Map<String, String> sent) {
        var at = PlatformPageContext.of(asked, PlatformPage.PATH + "/accounts/" + account, caller, institution);
        keys.require();
        return database.transaction(handle -> {
            PlatformAccountRows.Named known = PlatformAccountRows.find(handle, at.institution(), account)
                    .orElseThrow(Problem::notFound)
                    .opened(keys);
            List<StatementOutcomeRows.Listed> listed = StatementOutcomeRows.ofAccount(
                    handle, keys, at.institution(), account, SHOWN, at.desk().language());
            return new PlatformAccountPageView(
                    at, known, listed, DeskForm.of(PlatformAccountPageView.FIELDS, sent), null);
        });
    }

    private static RestResponse<String> answer(PlatformAccountPageView page) {
        return page.context().answer(TEXTS, words -> Templates.account(words, page));
    }
}
