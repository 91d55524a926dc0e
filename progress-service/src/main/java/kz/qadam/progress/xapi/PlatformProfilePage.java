package kz.qadam.progress.xapi;

import com.fasterxml.jackson.databind.ObjectMapper;
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
import kz.qadam.chassis.base.database.Database;
import kz.qadam.chassis.desk.DeskForm;
import kz.qadam.chassis.desk.DeskRequest;
import kz.qadam.chassis.events.kafka.AddsToBacklog;
import kz.qadam.chassis.http.page.PageWords;
import kz.qadam.chassis.http.page.SentForm;
import kz.qadam.chassis.http.problem.Fault;
import kz.qadam.chassis.http.problem.Problem;
import kz.qadam.chassis.http.problem.ProblemType;
import kz.qadam.chassis.http.security.Caller;
import kz.qadam.chassis.http.security.OnlyActiveSenders;
import kz.qadam.chassis.http.security.Role;
import kz.qadam.chassis.http.version.Precondition;
import kz.qadam.chassis.http.version.SavedNameFormat;
import kz.qadam.chassis.trail.NotInTrail;
import kz.qadam.chassis.trail.RecordedInTrail;
import kz.qadam.chassis.trail.TrailKind;
import kz.qadam.progress.xapi.reading.PlatformProfile;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;

/**
 * The pages on which somebody sets a platform up, or changes how its statements are read. What would follow is shown before
 * it is kept, also for statements that are pasted.
 */
@Path(PlatformProfilePage.PATH)
@RolesAllowed({Role.PARTNER_ADMIN, Role.OFFICE})
public class PlatformProfilePage {

    static final String PATH = PlatformPage.PATH + "/profiles";

    private static final String TEXTS = "platform-profile";
    private static final String CONFIRMED = "confirmed";

    @CheckedTemplate(basePath = "platforms")
    static final class Templates {
        static native TemplateInstance profile(PageWords words, PlatformProfilePageView page);
    }

    private final Database database;
    private final Platforms platforms;
    private final PlatformAccountKeys keys;
    private final Caller caller;
    private final ObjectMapper json;
    private final String address;

    PlatformProfilePage(
            Database database,
            Platforms platforms,
            PlatformAccountKeys keys,
            Caller caller,
            ObjectMapper json,
            @ConfigProperty(name = "qadam.public-url") String address) {
        this.database = database;
        this.platforms = platforms;
        this.keys = keys;
        this.caller = caller;
        this.json = json;
        this.address = address;
    }

    /** A form that sets up a platform. */
    @GET
    @NotInTrail("It says nothing of people.")
    public RestResponse<String> empty(@RestQuery String institution, @BeanParam DeskRequest asked) {
        return answer(view(null, institution, asked, Map.of()));
    }

    /** Shows what would be set up, or sets it up. */
    @POST
    @RecordedInTrail(TrailKind.WRITE)
    @OnlyActiveSenders
    @AddsToBacklog
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public RestResponse<String> create(@RestQuery String institution, byte[] body, @BeanParam DeskRequest asked) {
        return send(null, institution, body, asked);
    }

    /** A platform as a form, with what has to be set at it. */
    @GET
    @Path("/{name}")
    @NotInTrail("It says nothing of people.")
    public RestResponse<String> one(
            @RestPath String name, @RestQuery String institution, @BeanParam DeskRequest asked) {
        return answer(view(name, institution, asked, null));
    }

    /** Shows what a form would change, or does what was shown. */
    @POST
    @Path("/{name}")
    @RecordedInTrail(TrailKind.WRITE)
    @OnlyActiveSenders
    @AddsToBacklog
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public RestResponse<String> change(
            @RestPath String name, @RestQuery String institution, byte[] body, @BeanParam DeskRequest asked) {
        return send(name, institution, body, asked);
    }

    private RestResponse<String> send(String name, String institution, byte[] body, DeskRequest asked) {
        Map<String, String> sent = SentForm.read(body);
        PlatformProfilePageView page = view(name, institution, asked, sent);
        try {
            PlatformProfile wanted = PlatformForm.profile(page.form());
            SavedNameFormat.require(page.nameOfForm());
            if (sent.containsKey(CONFIRMED)) {
                return save(page, wanted, sent.get(CONFIRMED), asked);
            }
            boolean isOther =
                    !page.isNew() && SentForm.isAboutOther(sent, page.saved().version());
            return answer(page.with(would(page, wanted), wanted, isOther));
        } catch (Problem refused) {
            return answer(page.refused(refused));
        }
    }

    private RestResponse<String> save(
            PlatformProfilePageView page, PlatformProfile wanted, String version, DeskRequest asked) {
        try {
            platforms.save(page.wanted(wanted, Precondition.ofForm(version)), PlatformResource.PATH);
        } catch (Problem refused) {
            boolean isOther = refused.type() == ProblemType.PRECONDITION_FAILED;
            if (isOther && !page.isNew()) {
                return answer(page.with(would(page, wanted), wanted, true));
            }
            if (!isOther || !isSaved(page, wanted)) throw said(refused);
        }
        return asked.to(page.at().path(PATH + "/" + page.nameOfForm()));
    }

    /** Whether the same was set up already, such as by a form that was sent twice. */
    private boolean isSaved(PlatformProfilePageView page, PlatformProfile wanted) {
        return database.transaction(handle -> new PlatformRows(handle, page.at().institution()).find(page.nameOfForm()))
                .filter(one -> one.profile().equals(wanted))
                .isPresent();
    }

    /** Of a new platform, a precondition fails if its name is taken. */
    private static Problem said(Problem refused) {
        return refused.type() == ProblemType.PRECONDITION_FAILED
                ? new Problem(ProblemType.RULE_VIOLATED, Fault.at("/" + PlatformForm.NAME, "platform-name-taken"))
                : refused;
    }

    private PlatformView.Trial would(PlatformProfilePageView page, PlatformProfile wanted) {
        keys.require();
        try {
            return platforms.trial(
                    page.wanted(wanted, null),
                    PlatformForm.statements(page.form(), json),
                    page.context().language());
        } catch (Problem refused) {
            throw said(refused);
        }
    }

    /**
     * The page of a platform.
     *
     * @param name null: of a new one
     * @param sent what is filled in; null: what the platform says
     */
    private PlatformProfilePageView view(String name, String institution, DeskRequest asked, Map<String, String> sent) {
        var at = PlatformPageContext.of(asked, name == null ? PATH : PATH + "/" + name, caller, institution);
        return database.transaction(handle -> {
            PlatformRows.Saved saved = name == null
                    ? null
                    : new PlatformRows(handle, at.institution()).find(name).orElseThrow(Problem::notFound);
            DeskForm form = sent == null ? PlatformForm.of(name, saved.profile()) : PlatformForm.sent(name, sent);
            return new PlatformProfilePageView(at, saved, form, address, null);
        });
    }

    private static RestResponse<String> answer(PlatformProfilePageView page) {
        return page.context().answer(TEXTS, words -> Templates.profile(words, page));
    }
}
