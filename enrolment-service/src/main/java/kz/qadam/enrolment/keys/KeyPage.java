package kz.qadam.enrolment.keys;

import com.fasterxml.uuid.Generators;
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
import java.util.Objects;
import java.util.UUID;
import kz.qadam.chassis.desk.DeskForm;
import kz.qadam.chassis.desk.DeskRequest;
import kz.qadam.chassis.http.page.PageWords;
import kz.qadam.chassis.http.page.SentForm;
import kz.qadam.chassis.http.problem.Problem;
import kz.qadam.chassis.http.problem.ProblemBody;
import kz.qadam.chassis.http.security.Caller;
import kz.qadam.chassis.http.security.Role;
import kz.qadam.chassis.trail.NotInTrail;
import kz.qadam.chassis.trail.RecordedInTrail;
import kz.qadam.chassis.trail.TrailKind;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;

/** The page on which the administrator of an institution sees its keys, makes one and revokes one. */
@Path(KeyPage.PATH)
public class KeyPage {

    static final String PATH = "/keys";

    private static final String TEXTS = "keys";

    @CheckedTemplate(basePath = TEXTS)
    static final class Templates {
        static native TemplateInstance page(PageWords words, KeysPageView page);
    }

    private final InstitutionKeys keys;
    private final Caller caller;

    KeyPage(InstitutionKeys keys, Caller caller) {
        this.keys = keys;
        this.caller = caller;
    }

    /**
     * The keys that work.
     *
     * @param only the one thing for which the form makes a key, such as {@code statements}; it can be chosen anew
     */
    @GET
    @NotInTrail("It says nothing of people.")
    @RolesAllowed(Role.PARTNER_ADMIN)
    public RestResponse<String> page(@RestQuery String only, @BeanParam DeskRequest asked) {
        return answer(view(asked).onlyFor(Objects.requireNonNullElse(only, "")));
    }

    /** Makes a key, and shows its secret this once. */
    @POST
    @RecordedInTrail(TrailKind.WRITE)
    @RolesAllowed(Role.PARTNER_ADMIN)
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public RestResponse<String> make(byte[] form, @BeanParam DeskRequest asked) {
        Map<String, String> sent = SentForm.read(form);
        try {
            KeyPost post =
                    KeyPost.read(DeskForm.read(sent, "label", "expiresOn", "only"), keys.today(), keys.latestDay());
            NewKeyView made = keys.make(attempt(sent), own(), post, caller.subject());
            return answer(view(asked).with(made));
        } catch (Problem refused) {
            return answer(view(asked)
                    .refused(
                            why(refused, asked),
                            sent.getOrDefault("label", ""),
                            sent.getOrDefault("expiresOn", ""),
                            sent.getOrDefault("only", "")));
        }
    }

    /** Asks whether a key is to be revoked, or revokes it. */
    @POST
    @Path("/{id: [0-9a-f-]{36}}/revocation")
    @RecordedInTrail(TrailKind.WRITE)
    @RolesAllowed(Role.PARTNER_ADMIN)
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public RestResponse<String> revoke(@RestPath UUID id, byte[] form, @BeanParam DeskRequest asked) {
        Map<String, String> sent = SentForm.read(form);
        KeyView key = keys.find(id, own());
        try {
            KeyRevocationPost post = KeyRevocationPost.read(DeskForm.read(sent, "reason"));
            if (!sent.containsKey("confirmed")) {
                return answer(view(asked).asking(key, post.reason()));
            }
            keys.revoke(id, own(), post, caller.subject());
            return asked.to(PATH);
        } catch (Problem refused) {
            return answer(view(asked).refusedToRevoke(id, sent.getOrDefault("reason", ""), why(refused, asked)));
        }
    }

    /** Leads back from the question, such as in another language. */
    @GET
    @Path("/{id: [0-9a-f-]{36}}/revocation")
    @NotInTrail("It shows nothing.")
    @RolesAllowed(Role.PARTNER_ADMIN)
    public RestResponse<String> back(@RestPath UUID id, @BeanParam DeskRequest asked) {
        return asked.to(PATH);
    }

    private String own() {
        return caller.actingFor(null);
    }

    /** @throws Problem 400 without the id of the attempt, which each form has */
    private static UUID attempt(Map<String, String> sent) {
        try {
            return UUID.fromString(sent.getOrDefault("attempt", ""));
        } catch (IllegalArgumentException e) {
            throw Problem.badParameter("attempt", "uuid", "attempt");
        }
    }

    private KeysPageView view(DeskRequest asked) {
        return KeysPageView.of(
                asked.at(PATH),
                keys.working(own()),
                keys.now(),
                Generators.timeBasedEpochGenerator().generate());
    }

    private static String why(Problem refused, DeskRequest asked) {
        return ProblemBody.sentence(refused, asked.at(PATH).language());
    }

    private RestResponse<String> answer(KeysPageView page) {
        return page.context().answer(TEXTS, words -> Templates.page(words, page));
    }
}
