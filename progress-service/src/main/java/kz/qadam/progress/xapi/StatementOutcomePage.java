package kz.qadam.progress.xapi;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import java.util.List;
import java.util.Objects;
import kz.qadam.chassis.base.database.Database;
import kz.qadam.chassis.desk.DeskContext;
import kz.qadam.chassis.desk.DeskRequest;
import kz.qadam.chassis.http.batch.Batch;
import kz.qadam.chassis.http.page.PageWords;
import kz.qadam.chassis.http.security.Caller;
import kz.qadam.chassis.http.security.Role;
import kz.qadam.chassis.http.table.Download;
import kz.qadam.chassis.trail.RecordedInTrail;
import kz.qadam.chassis.trail.TrailKind;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;

/** The page on which an institution sees what became of the statements of its platforms, the newest first. */
@Path(StatementOutcomePage.PATH)
@RolesAllowed({Role.PARTNER, Role.OFFICE})
public class StatementOutcomePage {

    static final String PATH = PlatformPage.PATH + "/outcomes";

    private static final String TEXTS = "statement-outcomes";
    private static final int SHOWN = 200;

    @CheckedTemplate(basePath = "platforms")
    static final class Templates {
        static native TemplateInstance outcomes(PageWords words, StatementOutcomesPageView page);
    }

    private final Database database;
    private final PlatformAccountKeys keys;
    private final Caller caller;

    StatementOutcomePage(Database database, PlatformAccountKeys keys, Caller caller) {
        this.database = database;
        this.keys = keys;
        this.caller = caller;
    }

    /** The statements of which something has changed last, also those alone that have become one thing. */
    @GET
    @RecordedInTrail(TrailKind.READ)
    public RestResponse<String> page(
            @RestQuery String institution,
            @RestQuery String state,
            @RestQuery String cursor,
            @BeanParam DeskRequest asked) {
        var at = PlatformPageContext.of(asked, PATH, caller, institution);
        DeskContext context = at.desk();
        keys.require();
        String chosen = chosen(state);
        List<StatementOutcomeRows.Listed> found =
                newest(at, chosen, StatementOutcomeCursor.of(DeskRequest.given(cursor)), SHOWN + 1);
        List<StatementOutcomeRows.Listed> listed = found.subList(0, Math.min(found.size(), SHOWN));
        String next = found.size() > SHOWN ? StatementOutcomeCursor.after(listed.get(SHOWN - 1)) : null;
        return context.answer(
                TEXTS, words -> Templates.outcomes(words, StatementOutcomesPageView.of(at, listed, chosen, next)));
    }

    /** The same as a table. */
    @GET
    @Path("/table")
    @RecordedInTrail(TrailKind.EXPORT)
    @Produces(Batch.CSV)
    public RestResponse<byte[]> table(
            @RestQuery String institution, @RestQuery String state, @BeanParam DeskRequest asked) {
        var at = PlatformPageContext.of(asked, PATH, caller, institution);
        keys.require();
        List<StatementOutcomeRows.Listed> listed =
                newest(at, chosen(state), StatementOutcomeCursor.of(null), Batch.MOST_ITEMS);
        return Download.table(
                List.of("at", "platform", "account", "activity", "course", "state", "because", "why", "receivedAt"),
                listed.stream().map(StatementOutcomeRows.Listed::outcome).map(StatementOutcomePage::cells),
                "statement-outcomes.csv");
    }

    private static List<?> cells(OutcomeView one) {
        return List.of(
                one.at(),
                one.platform(),
                one.account(),
                one.activity(),
                one.course(),
                one.state(),
                Objects.requireNonNullElse(one.because(), ""),
                one.text(),
                one.receivedAt());
    }

    /** Null if nothing is chosen that statements may have become. */
    private static String chosen(String state) {
        return state != null && StatementOutcomeResource.STATES.contains(state) ? state : null;
    }

    private List<StatementOutcomeRows.Listed> newest(
            PlatformPageContext at, String state, StatementOutcomeCursor before, int limit) {
        return database.transaction(handle -> StatementOutcomeRows.newest(
                handle, keys, at.institution(), state, before, limit, at.desk().language()));
    }
}
