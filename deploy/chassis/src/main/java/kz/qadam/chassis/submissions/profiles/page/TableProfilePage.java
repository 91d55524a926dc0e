package kz.qadam.chassis.submissions.profiles.page;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Optional;
import kz.qadam.chassis.base.language.Message;
import kz.qadam.chassis.desk.DeskContext;
import kz.qadam.chassis.desk.DeskRequest;
import kz.qadam.chassis.http.page.FormWithFile;
import kz.qadam.chassis.http.page.PageWords;
import kz.qadam.chassis.http.problem.Problem;
import kz.qadam.chassis.http.problem.ProblemBody;
import kz.qadam.chassis.http.security.Caller;
import kz.qadam.chassis.http.security.OnlyActiveSenders;
import kz.qadam.chassis.http.security.Role;
import kz.qadam.chassis.submissions.profiles.SavedTableProfiles;
import kz.qadam.chassis.trail.NotInTrail;
import kz.qadam.chassis.trail.RecordedInTrail;
import kz.qadam.chassis.trail.TrailKind;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;

/**
 * The pages on which somebody makes and changes profiles. The resource of a service adds the address and the kind of table.
 */
public abstract class TableProfilePage {

    private static final String OF_NOBODY = "It says nothing of people.";
    private static final String OWNER = "institution";

    @CheckedTemplate(basePath = "table-profiles")
    static final class Templates {
        static native TemplateInstance all(PageWords words, AllPageView page);

        static native TemplateInstance one(PageWords words, ProfilePageView page);
    }

    /**
     * What the page of all profiles shows.
     *
     * @param owner whose profiles they are; empty if the office has not said it
     * @param problem why nothing could be read; null if nothing was sent
     */
    record AllPageView(
            DeskContext context,
            ProfiledTableKind table,
            boolean ofOffice,
            String owner,
            List<String> names,
            String problem) {

        public String say(String key) {
            return context.tell(Message.of("table-profile." + key));
        }

        public String action() {
            return context.page(context.path() + "/batch");
        }

        public String change(String name) {
            return context.page(context.path() + "/saved/" + name + (ofOffice ? "?" + OWNER + "=" + owner : ""));
        }

        public String send(String name) {
            return context.page(table.upload() + "?profile=" + name);
        }
    }

    private final ProfiledTableKind table;

    @Inject
    ProfileDrafts pages;

    @Inject
    SavedTableProfiles profiles;

    @Inject
    Caller caller;

    protected TableProfilePage(ProfiledTableKind table) {
        this.table = table;
    }

    /** All profiles, and the form that begins one. */
    @GET
    @NotInTrail(OF_NOBODY)
    @RolesAllowed({Role.PARTNER_ADMIN, Role.OFFICE})
    public RestResponse<String> all(@RestQuery(OWNER) String named, @BeanParam DeskRequest asked) {
        return all(asked, named, null);
    }

    /** The same at the address to which forms are sent, for who chooses another language there. */
    @GET
    @Path("/batch")
    @NotInTrail(OF_NOBODY)
    @RolesAllowed({Role.PARTNER_ADMIN, Role.OFFICE})
    public RestResponse<String> allAgain(@BeanParam DeskRequest asked) {
        return all(asked, null, null);
    }

    /** The form with a saved profile. */
    @GET
    @Path("/saved/{name}")
    @NotInTrail(OF_NOBODY)
    @RolesAllowed({Role.PARTNER_ADMIN, Role.OFFICE})
    public RestResponse<String> one(
            @RestPath String name, @RestQuery(OWNER) String named, @BeanParam DeskRequest asked) {
        String owner = caller.actingFor(DeskRequest.given(named));
        SavedTableProfiles.Saved saved = profiles.get(table.kind(), owner, name);
        Draft draft = SentDraft.of(table).of(owner, name, saved.version(), saved.profile());
        return answer(pages.check(table, draft, context(asked), false));
    }

    /** Reads a table, shows what becomes of it, or saves the profile. */
    @POST
    @Path("/batch")
    @RecordedInTrail(TrailKind.WRITE)
    @RolesAllowed({Role.PARTNER_ADMIN, Role.OFFICE})
    @OnlyActiveSenders
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    public RestResponse<String> send(
            byte[] body, @HeaderParam(HttpHeaders.CONTENT_TYPE) String type, @BeanParam DeskRequest asked) {
        FormWithFile sent = FormWithFile.read(body, type);
        DeskContext context = context(asked);
        String named = DeskRequest.given(sent.values().get(OWNER));
        boolean isNew = !sent.values().containsKey(ProfileFields.OWN);
        Draft draft;
        try {
            draft = SentDraft.of(table).read(sent, caller.actingFor(named));
        } catch (Problem unreadable) {
            return isNew
                    ? all(asked, named, ProblemBody.sentence(unreadable, context.language()))
                    : answer(pages.refused(table, withoutFile(sent, named), context, unreadable));
        }
        if (isNew && !draft.hasTable()) {
            return all(asked, named, ProfileDrafts.nothing(context));
        }
        if (!sent.values().containsKey("save")) {
            return answer(pages.check(table, draft, context, isNew));
        }
        Optional<ProfilePageView> open = pages.save(table, draft, context);
        return open.isPresent() ? answer(open.get()) : saved(draft, asked);
    }

    /** A file that cannot be read takes nothing away of what is filled in. */
    private Draft withoutFile(FormWithFile sent, String named) {
        return SentDraft.of(table).read(new FormWithFile(sent.values(), new byte[0]), caller.actingFor(named));
    }

    private RestResponse<String> saved(Draft draft, DeskRequest asked) {
        return asked.to(
                caller.isOffice()
                        ? path() + "?" + OWNER + "=" + draft.owner()
                        : table.upload() + "?profile=" + draft.fields().value("name"));
    }

    private RestResponse<String> all(DeskRequest asked, String named, String problem) {
        DeskContext context = context(asked);
        boolean isOpen = caller.isOffice() && DeskRequest.given(named) == null;
        String owner = isOpen ? "" : caller.actingFor(DeskRequest.given(named));
        List<String> names = isOpen
                ? List.of()
                : profiles.all(table.kind(), owner).stream()
                        .map(SavedTableProfiles.Saved::name)
                        .toList();
        var page = new AllPageView(context, table, caller.isOffice(), owner, names, problem);
        return context.answer(table.name(), words -> Templates.all(words, page));
    }

    private DeskContext context(DeskRequest asked) {
        return asked.at(path());
    }

    private String path() {
        return "/" + table.name();
    }

    private RestResponse<String> answer(ProfilePageView page) {
        return page.context().answer(table.name(), words -> Templates.one(words, page));
    }
}
