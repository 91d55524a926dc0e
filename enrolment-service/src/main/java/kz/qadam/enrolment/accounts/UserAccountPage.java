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
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import kz.qadam.chassis.desk.DeskContext;
import kz.qadam.chassis.desk.DeskForm;
import kz.qadam.chassis.desk.DeskRequest;
import kz.qadam.chassis.http.page.PageWords;
import kz.qadam.chassis.http.page.SentForm;
import kz.qadam.chassis.http.problem.Problem;
import kz.qadam.chassis.http.problem.ProblemType;
import kz.qadam.chassis.http.security.Caller;
import kz.qadam.chassis.http.security.Role;
import kz.qadam.chassis.trail.NotInTrail;
import kz.qadam.chassis.trail.RecordedInTrail;
import kz.qadam.chassis.trail.TrailKind;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;

/**
 * The page on which the office and the administrators of institutions keep the accounts of people. Where Keycloak cannot be
 * asked, it says so.
 */
@Path(UserAccountPage.PATH)
public class UserAccountPage {

    static final String PATH = "/accounts";

    private static final String TEXTS = "accounts";
    private static final String CHANGE = "/{id: [0-9a-f-]{36}}/{change: [a-z-]{4,30}}";

    @CheckedTemplate(basePath = TEXTS)
    static final class Templates {
        static native TemplateInstance page(PageWords words, UserAccountsPageView page);
    }

    private final UserAccounts accounts;
    private final Caller caller;

    UserAccountPage(UserAccounts accounts, Caller caller) {
        this.accounts = accounts;
        this.caller = caller;
    }

    /** Accounts in the order of their names; the office looks for those of an institution, or for a name. */
    @GET
    @RecordedInTrail(TrailKind.READ)
    @RolesAllowed({Role.PARTNER_ADMIN, Role.OFFICE})
    public RestResponse<String> page(
            @RestQuery String institution,
            @RestQuery String name,
            @RestQuery String cursor,
            @BeanParam DeskRequest asked) {
        return answer(view(asked, new UserAccountSearch(institution, name, cursor)));
    }

    /** Shows who would be invited, or invites the person, and shows the link this once. */
    @POST
    @RecordedInTrail(TrailKind.WRITE)
    @RolesAllowed({Role.PARTNER_ADMIN, Role.OFFICE})
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public RestResponse<String> invite(byte[] form, @BeanParam DeskRequest asked) {
        Map<String, String> sent = SentForm.read(form);
        AccountScope scope = AccountScope.of(caller);
        try {
            UserAccountPost post = UserAccountPost.read(
                    DeskForm.read(sent, "name", "role", "institution", "region", "language"), scope);
            if (!sent.containsKey("confirmed")) {
                var invitation = new UserAccountsPageView.Invitation(post, accounts.wouldRenew(scope, post));
                return answer(view(asked, UserAccountSearch.AT_ALL).asking(invitation, sent));
            }
            PasswordLinkView made = accounts.inviteOrRenew(scope, post);
            return answer(view(asked, UserAccountSearch.AT_ALL).with(made));
        } catch (Problem refused) {
            return answer(view(asked, UserAccountSearch.AT_ALL).refused(refused, sent, sent.containsKey("confirmed")));
        }
    }

    /** Asks whether something is to be done to an account, or does it if the account still is what was shown. */
    @POST
    @Path(CHANGE)
    @RecordedInTrail(TrailKind.WRITE)
    @RolesAllowed({Role.PARTNER_ADMIN, Role.OFFICE})
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public RestResponse<String> change(
            @RestPath UUID id, @RestPath String change, byte[] form, @BeanParam DeskRequest asked) {
        String shown = SentForm.read(form).get("shown");
        UserAccountChange wanted = UserAccountChange.of(change).orElseThrow(Problem::notFound);
        AccountScope scope = AccountScope.of(caller);
        AccountView now = accounts.find(scope, id);
        try {
            scope.requireChanging(now);
            if (!now.digest().equals(shown)) {
                return answer(view(asked, UserAccountSearch.AT_ALL).asking(now, wanted, shown != null));
            }
            Optional<PasswordLinkView> link = accounts.change(
                    scope, now, wanted, PasswordLinkLanguage.of(asked.at(PATH).language()));
            return link.isPresent()
                    ? answer(view(asked, UserAccountSearch.AT_ALL).with(link.get()))
                    : asked.to(PATH);
        } catch (Problem refused) {
            if (refused.type() == ProblemType.VERSION_CONFLICT) {
                AccountView changed = accounts.find(scope, id);
                return answer(view(asked, UserAccountSearch.AT_ALL).asking(changed, wanted, true));
            }
            return answer(view(asked, UserAccountSearch.AT_ALL).refused(refused, Map.of(), true));
        }
    }

    /** Leads back from the question, such as in another language. */
    @GET
    @Path(CHANGE)
    @NotInTrail("It shows nothing.")
    @RolesAllowed({Role.PARTNER_ADMIN, Role.OFFICE})
    public RestResponse<String> back(@RestPath UUID id, @RestPath String change, @BeanParam DeskRequest asked) {
        return asked.to(PATH);
    }

    private UserAccountsPageView view(DeskRequest asked, UserAccountSearch looked) {
        AccountScope scope = AccountScope.of(caller);
        DeskContext context = asked.at(PATH);
        UserAccountsPageView empty = UserAccountsPageView.empty(context, scope, looked);
        try {
            return empty.showing(accounts.list(
                    scope,
                    scope.institution() == null ? looked.institution() : scope.institution(),
                    looked.name(),
                    looked.first(),
                    UserAccountResource.USUAL));
        } catch (Problem missing) {
            if (missing.type() != ProblemType.UNAVAILABLE && missing.type() != ProblemType.ACCOUNTS_ELSEWHERE) {
                throw missing;
            }
            return empty.missing(missing);
        }
    }

    private static RestResponse<String> answer(UserAccountsPageView page) {
        return page.context().answer(TEXTS, words -> Templates.page(words, page));
    }
}
