package kz.qadam.progress.statement;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.StreamingOutput;
import java.time.Clock;
import java.time.Instant;
import java.time.YearMonth;
import kz.qadam.chassis.base.time.AlmatyTime;
import kz.qadam.chassis.desk.DeskRequest;
import kz.qadam.chassis.http.page.PageWords;
import kz.qadam.chassis.http.security.Caller;
import kz.qadam.chassis.http.security.Role;
import kz.qadam.chassis.http.table.BodyRows;
import kz.qadam.chassis.http.table.SpreadsheetCsv;
import kz.qadam.chassis.trail.RecordedInTrail;
import kz.qadam.chassis.trail.TrailKind;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;

/** The page on which an institution compares a month with its own records. */
@Path(MonthlyStatementPage.PATH)
public class MonthlyStatementPage {

    static final String PATH = "/months";

    private static final String TEXTS = "months";
    private static final int SHOWN = 100;

    @CheckedTemplate(basePath = TEXTS)
    static final class Templates {
        static native TemplateInstance page(PageWords words, MonthlyStatementPageView page);
    }

    private final MonthlyStatements statements;
    private final MonthlyStatementPermits permits;
    private final Caller caller;
    private final Clock clock;

    MonthlyStatementPage(MonthlyStatements statements, MonthlyStatementPermits permits, Caller caller, Clock clock) {
        this.statements = statements;
        this.permits = permits;
        this.caller = caller;
        this.clock = clock;
    }

    /** The statement of a month; of this month if none is named. */
    @GET
    @RecordedInTrail(TrailKind.READ)
    @RolesAllowed(Role.PARTNER)
    public RestResponse<String> page(@RestQuery String month, @BeanParam DeskRequest asked) {
        Instant now = clock.instant();
        StatementMonth wanted = month(month, now);
        var context = asked.at(PATH);
        var statement = statements.page(
                caller.scope().institution(), wanted, MonthlyStatementCursor.parse(null, wanted), SHOWN);
        var view = new MonthlyStatementPageView(context, statement, YearMonth.from(AlmatyTime.dayOf(now)));
        return context.answer(TEXTS, words -> Templates.page(words, view));
    }

    /** All of the statement as a table. */
    @GET
    @Path("/table")
    @RecordedInTrail(TrailKind.EXPORT)
    @RolesAllowed(Role.PARTNER)
    @Produces(BodyRows.CSV)
    public RestResponse<StreamingOutput> table(@RestQuery String month) {
        StatementMonth wanted = month(month, clock.instant());
        String institution = caller.scope().institution();
        return SpreadsheetCsv.answer(
                new MonthlyStatementCsv(statements, institution, wanted, permits, institution),
                "statement-" + wanted + ".csv");
    }

    private static StatementMonth month(String named, Instant now) {
        return StatementMonth.ofParameter(
                named == null ? YearMonth.from(AlmatyTime.dayOf(now)).toString() : named, now);
    }
}
