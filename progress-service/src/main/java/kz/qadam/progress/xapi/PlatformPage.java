package kz.qadam.progress.xapi;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import java.util.List;
import kz.qadam.chassis.base.database.Database;
import kz.qadam.chassis.base.numbers.PersonalNumber;
import kz.qadam.chassis.desk.DeskForm;
import kz.qadam.chassis.desk.DeskRequest;
import kz.qadam.chassis.http.batch.Batch;
import kz.qadam.chassis.http.page.PageWords;
import kz.qadam.chassis.http.page.SentForm;
import kz.qadam.chassis.http.problem.Fault;
import kz.qadam.chassis.http.problem.Problem;
import kz.qadam.chassis.http.problem.ProblemType;
import kz.qadam.chassis.http.security.Caller;
import kz.qadam.chassis.http.security.Role;
import kz.qadam.chassis.http.table.Download;
import kz.qadam.chassis.trail.NotInTrail;
import kz.qadam.chassis.trail.RecordedInTrail;
import kz.qadam.chassis.trail.TrailKind;
import kz.qadam.progress.xapi.reading.PlatformAccount;
import kz.qadam.progress.xapi.reading.StatementReason;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;

/** The page on which an institution sees its learning platforms: what came, what waits, and what became of it. */
@Path(PlatformPage.PATH)
@RolesAllowed({Role.PARTNER, Role.OFFICE})
public class PlatformPage {

    static final String PATH = "/platforms";

    private static final String TEXTS = "platforms";

    @CheckedTemplate(basePath = TEXTS)
    static final class Templates {
        static native TemplateInstance page(PageWords words, PlatformsPageView page);
    }

    private final Database database;
    private final PlatformAccountKeys keys;
    private final Caller caller;
    private final Clock clock;

    PlatformPage(Database database, PlatformAccountKeys keys, Caller caller, Clock clock) {
        this.database = database;
        this.keys = keys;
        this.caller = caller;
        this.clock = clock;
    }

    /** What came and what waits; the office names an institution. */
    @GET
    @RecordedInTrail(TrailKind.READ)
    public RestResponse<String> page(@RestQuery String institution, @BeanParam DeskRequest asked) {
        return answer(view(institution, asked, DeskForm.empty(PlatformsPageView.FIELDS)));
    }

    /** Leads to the page of an account, which is never named in an address. */
    @POST
    @Path("/accounts")
    @RecordedInTrail(TrailKind.READ)
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public RestResponse<String> findAccount(@RestQuery String institution, byte[] body, @BeanParam DeskRequest asked) {
        var at = PlatformPageContext.of(asked, PATH, caller, institution);
        keys.require();
        DeskForm form = DeskForm.of(PlatformsPageView.FIELDS, SentForm.read(body));
        String name = form.value("account");
        String digest = keys.digest(at.institution(), new PlatformAccount(form.value("platform"), name));
        if (database.transaction(handle ->
                PlatformAccountRows.find(handle, at.institution(), digest).isPresent())) {
            return asked.to(at.path(PATH + "/accounts/" + digest));
        }
        boolean isNumber = PersonalNumber.isIn(name);
        var refused = new Problem(
                ProblemType.NOT_FOUND,
                Fault.at("/account", isNumber ? "looks-like-iin" : "no-such-account", "account"));
        PlatformsPageView page = view(institution, asked, isNumber ? form.without(List.of("account")) : form);
        return answer(new PlatformsPageView(
                page.at(),
                page.news(),
                page.now(),
                page.form().refused(refused, at.desk().language(), page::label)));
    }

    /** Leads back from an account that was not found, such as in another language. */
    @GET
    @Path("/accounts")
    @NotInTrail("It shows nothing.")
    public RestResponse<String> back(@BeanParam DeskRequest asked) {
        return asked.to(PATH);
    }

    /** A table of the accounts that are not linked, to be filled in and sent. */
    @GET
    @Path("/accounts/table")
    @RecordedInTrail(TrailKind.EXPORT)
    @Produces(Batch.CSV)
    public RestResponse<byte[]> accounts(@RestQuery String institution) {
        String owner = caller.actingFor(DeskRequest.given(institution));
        keys.require();
        List<WaitingRows.Waiting> waiting = database.transaction(handle -> WaitingRows.waiting(handle, owner, keys));
        return Download.table(
                List.of("platform", "account", "enrolment"),
                waiting.stream()
                        .filter(one -> one.because().equals(StatementReason.NO_ACCOUNT.code()))
                        .map(one -> List.of(one.platform(), one.name(), "")),
                "accounts.csv");
    }

    private PlatformsPageView view(String institution, DeskRequest asked, DeskForm form) {
        var at = PlatformPageContext.ofAny(asked, PATH, caller, institution);
        var now = clock.instant();
        if (at.institution() == null) {
            return new PlatformsPageView(at, null, now, form);
        }
        keys.require();
        return database.transaction(handle -> at.isOffice() && !at.isKnown(handle)
                ? new PlatformsPageView(at, null, now, form)
                : new PlatformsPageView(
                        at,
                        PlatformOverview.read(
                                handle, keys, at.institution(), now, at.desk().language()),
                        now,
                        form));
    }

    private static RestResponse<String> answer(PlatformsPageView page) {
        return page.context().answer(TEXTS, words -> Templates.page(words, page));
    }
}
