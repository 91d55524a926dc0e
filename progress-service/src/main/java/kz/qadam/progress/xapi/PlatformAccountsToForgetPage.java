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
import kz.qadam.chassis.base.language.Message;
import kz.qadam.chassis.desk.DeskContext;
import kz.qadam.chassis.desk.DeskRequest;
import kz.qadam.chassis.http.page.PageWords;
import kz.qadam.chassis.http.page.SentForm;
import kz.qadam.chassis.http.security.Caller;
import kz.qadam.chassis.http.security.Role;
import kz.qadam.chassis.trail.RecordedInTrail;
import kz.qadam.chassis.trail.TrailKind;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;

/** The page on which an institution sees which accounts it has to delete at its platforms, and confirms that it has. */
@Path(PlatformAccountsToForgetPage.PATH)
@RolesAllowed({Role.PARTNER, Role.OFFICE})
public class PlatformAccountsToForgetPage {

    static final String PATH = PlatformPage.PATH + "/to-forget";

    private static final String TEXTS = "accounts-to-forget";

    @CheckedTemplate(basePath = "platforms")
    static final class Templates {
        static native TemplateInstance forgetting(PageWords words, Shown page);
    }

    /**
     * What the page shows.
     *
     * @param asked the account that somebody is asked to confirm; null if none
     */
    record Shown(
            PlatformPageContext at,
            List<PlatformAccountsToForgetView.Item> accounts,
            PlatformAccountsToForgetView.Item asked) {

        public DeskContext context() {
            return at.desk();
        }

        public String action() {
            return at.address(PATH);
        }

        /** That not all are shown; null if they are. */
        public String cut() {
            return context().cut(accounts, PlatformAccountsToForget.MOST);
        }

        /** Since when an account waits, and until when. */
        public String days(PlatformAccountsToForgetView.Item one) {
            return context()
                    .tell(Message.of(
                            "accounts-to-forget.days",
                            context().day(one.erasedAt()),
                            context().day(one.clearedAfter())));
        }
    }

    private final PlatformAccountsToForget accounts;
    private final Caller caller;

    PlatformAccountsToForgetPage(PlatformAccountsToForget accounts, Caller caller) {
        this.accounts = accounts;
        this.caller = caller;
    }

    /** The accounts that wait. */
    @GET
    @RecordedInTrail(TrailKind.READ)
    public RestResponse<String> page(@RestQuery String institution, @BeanParam DeskRequest asked) {
        PlatformPageContext at = PlatformPageContext.of(asked, PATH, caller, institution);
        return answer(new Shown(at, accounts.of(at.institution()), null));
    }

    /** Asks whether an account is deleted, or confirms it. */
    @POST
    @RecordedInTrail(TrailKind.WRITE)
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public RestResponse<String> confirm(@RestQuery String institution, byte[] body, @BeanParam DeskRequest asked) {
        PlatformPageContext at = PlatformPageContext.of(asked, PATH, caller, institution);
        Map<String, String> sent = SentForm.read(body);
        List<PlatformAccountsToForgetView.Item> waiting = accounts.of(at.institution());
        PlatformAccountsToForgetView.Item named = waiting.stream()
                .filter(one -> one.account().equals(sent.get("account")))
                .findFirst()
                .orElse(null);
        if (named != null && !sent.containsKey("confirmed")) {
            return answer(new Shown(at, waiting, named));
        }
        if (named != null) {
            accounts.confirm(at.institution(), named.account());
        }
        return asked.to(at.path(PATH));
    }

    private static RestResponse<String> answer(Shown page) {
        return page.context().answer(TEXTS, words -> Templates.forgetting(words, page));
    }
}
