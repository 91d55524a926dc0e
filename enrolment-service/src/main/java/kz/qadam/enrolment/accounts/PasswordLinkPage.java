package kz.qadam.enrolment.accounts;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import kz.qadam.chassis.desk.DeskContext;
import kz.qadam.chassis.desk.DeskRequest;
import kz.qadam.chassis.http.page.PageWords;
import kz.qadam.chassis.http.page.SentForm;
import kz.qadam.chassis.http.problem.Problem;
import kz.qadam.chassis.http.problem.ProblemBody;
import kz.qadam.chassis.http.problem.ProblemType;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;

/** The page that a link opens: its holder, who is known by nothing else, chooses a password once. */
@Path(PasswordLinkPage.PATH)
@PermitAll
public class PasswordLinkPage {

    static final String PATH = UserAccountPage.PATH + "/link";

    private static final String TEXTS = "account-link";

    @CheckedTemplate(basePath = "accounts")
    static final class Templates {
        static native TemplateInstance link(PageWords words, PasswordLinkPageView page);
    }

    private final PasswordLinkRedemption links;

    PasswordLinkPage(PasswordLinkRedemption links) {
        this.links = links;
    }

    /** The form for a password; without a code that opens an account, one for the code. Opening it uses nothing up. */
    @GET
    public RestResponse<String> open(@RestQuery String code, @BeanParam DeskRequest asked) {
        return answer(view(asked.at(PATH), code == null ? "" : code));
    }

    /** Sets the password. */
    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public RestResponse<String> choose(byte[] form, @BeanParam DeskRequest asked) {
        Map<String, String> sent = SentForm.read(form);
        String written = sent.getOrDefault("code", "");
        DeskContext context = asked.at(PATH).with("code=" + URLEncoder.encode(written, StandardCharsets.UTF_8));
        PasswordLinkPageView shown = view(context, written);
        String password = sent.getOrDefault("password", "");
        Optional<PasswordLinkCode> code = PasswordLinkCode.read(written);
        if (shown.name() == null || code.isEmpty() || !sent.containsKey("password")) {
            return answer(shown);
        }
        if (password.isEmpty() || !password.equals(sent.get("again"))) {
            return answer(shown.refused("differ"));
        }
        try {
            return answer(
                    switch (links.choose(code.get(), password)) {
                        case SET -> shown.done();
                        case REFUSED -> shown.refused("weak");
                        case NO_LINK -> PasswordLinkPageView.asking(context, written, "ended");
                    });
        } catch (Problem failed) {
            return answer(missing(context, written, failed));
        }
    }

    private PasswordLinkPageView view(DeskContext context, String written) {
        if (written.isBlank()) return PasswordLinkPageView.asking(context, "", null);
        try {
            return PasswordLinkCode.read(written)
                    .flatMap(code -> links.opened(code)
                            .map(account -> PasswordLinkPageView.opened(context, code, account.name())))
                    .orElseGet(() -> PasswordLinkPageView.asking(context, written, "ended"));
        } catch (Problem failed) {
            return missing(context, written, failed);
        }
    }

    private static PasswordLinkPageView missing(DeskContext context, String written, Problem failed) {
        if (failed.type() != ProblemType.UNAVAILABLE && failed.type() != ProblemType.ACCOUNTS_ELSEWHERE) throw failed;
        return new PasswordLinkPageView(
                context, written, null, ProblemBody.sentence(failed, context.language()), false);
    }

    /** The page sends no referrer, since its address contains the code. */
    private static RestResponse<String> answer(PasswordLinkPageView page) {
        RestResponse<String> answer = page.context().answer(TEXTS, words -> Templates.link(words, page));
        answer.getHeaders().putSingle("Referrer-Policy", "no-referrer");
        return answer;
    }
}
