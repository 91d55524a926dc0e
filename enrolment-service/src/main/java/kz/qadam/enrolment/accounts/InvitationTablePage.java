package kz.qadam.enrolment.accounts;

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
import java.util.List;
import java.util.Map;
import kz.qadam.chassis.desk.DeskRequest;
import kz.qadam.chassis.desk.EffectDigest;
import kz.qadam.chassis.http.batch.Batch;
import kz.qadam.chassis.http.page.PageWords;
import kz.qadam.chassis.http.page.SentForm;
import kz.qadam.chassis.http.problem.Problem;
import kz.qadam.chassis.http.security.Caller;
import kz.qadam.chassis.http.security.Role;
import kz.qadam.chassis.submissions.submission.BatchOptions;
import kz.qadam.chassis.trail.NotInTrail;
import kz.qadam.chassis.trail.RecordedInTrail;
import kz.qadam.chassis.trail.TrailKind;
import org.jboss.resteasy.reactive.RestResponse;

/** The page on which many people are invited by a table that is pasted, tried and confirmed; it shows their links this once. */
@Path(InvitationTablePage.PATH)
public class InvitationTablePage {

    static final String PATH = UserAccountPage.PATH + "/table";

    private static final String TEXTS = "account-table";

    @CheckedTemplate(basePath = "accounts")
    static final class Templates {
        static native TemplateInstance table(PageWords words, InvitationTablePageView page);
    }

    private final TableInvitations table;
    private final EffectDigest digest;
    private final Caller caller;

    InvitationTablePage(TableInvitations table, EffectDigest digest, Caller caller) {
        this.table = table;
        this.digest = digest;
        this.caller = caller;
    }

    /** The form. */
    @GET
    @RolesAllowed({Role.PARTNER_ADMIN, Role.OFFICE})
    @NotInTrail("It shows nothing.")
    public RestResponse<String> form(@BeanParam DeskRequest asked) {
        return answer(InvitationTablePageView.empty(asked.at(PATH)));
    }

    /** Shows what would become of a table, or invites the people that were shown. */
    @POST
    @RecordedInTrail(TrailKind.WRITE)
    @RolesAllowed({Role.PARTNER_ADMIN, Role.OFFICE})
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public RestResponse<String> send(byte[] body, @BeanParam DeskRequest asked) {
        Map<String, String> sent = SentForm.read(body);
        InvitationTablePageView form =
                InvitationTablePageView.sent(asked.at(PATH), sent.getOrDefault("table", ""), sent.containsKey("renew"));
        try {
            return answer(invite(form, sent.get("effect")));
        } catch (Problem refused) {
            return answer(form.refused(UserAccountsPageView.sentence(refused, form.context())));
        }
    }

    /** @param confirmed the digest of the invitations that were shown; null to show them */
    private InvitationTablePageView invite(InvitationTablePageView form, String confirmed) {
        TableInvitations.Done done = table.invite(
                form.table().getBytes(StandardCharsets.UTF_8),
                MediaType.valueOf(Batch.CSV),
                new BatchOptions(confirmed == null, false, form.context().language()),
                AccountScope.of(caller),
                form.renews(),
                effect -> digest(effect, form).equals(confirmed));
        return form.shows(done, confirmed != null, digest(done.effect(), form));
    }

    private String digest(List<UserAccountPost> effect, InvitationTablePageView form) {
        return digest.of(Map.of("people", effect, "renews", form.renews()));
    }

    private static RestResponse<String> answer(InvitationTablePageView page) {
        return page.context().answer(TEXTS, words -> Templates.table(words, page));
    }
}
