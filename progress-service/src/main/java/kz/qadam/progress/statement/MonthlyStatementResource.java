package kz.qadam.progress.statement;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.StreamingOutput;
import jakarta.ws.rs.core.UriInfo;
import java.time.Clock;
import java.util.List;
import kz.qadam.chassis.http.list.Page;
import kz.qadam.chassis.http.problem.Problem;
import kz.qadam.chassis.http.security.AccessScope;
import kz.qadam.chassis.http.security.Caller;
import kz.qadam.chassis.http.security.Role;
import kz.qadam.chassis.http.table.BodyRows;
import kz.qadam.chassis.http.table.SpreadsheetCsv;
import kz.qadam.chassis.trail.RecordedInTrail;
import kz.qadam.chassis.trail.TrailKind;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;

/** Serves monthly statements, with which an institution compares its own records. */
@Path("/v1/statements")
@Tag(name = "Statements")
public class MonthlyStatementResource {

    private final MonthlyStatements statements;
    private final MonthlyStatementPermits permits;
    private final Caller caller;
    private final Clock clock;

    MonthlyStatementResource(
            MonthlyStatements statements, MonthlyStatementPermits permits, Caller caller, Clock clock) {
        this.statements = statements;
        this.permits = permits;
        this.caller = caller;
        this.clock = clock;
    }

    @GET
    @RecordedInTrail(TrailKind.READ)
    @Path("{institution}")
    @Produces(MediaType.APPLICATION_JSON)
    @RolesAllowed({Role.PARTNER, Role.OFFICE, Role.AUDITOR})
    @Operation(
            operationId = "getStatement",
            summary = "An institution's completions over a month",
            description = "opening + recorded - revoked + corrected = closing, with the completions of each number. A"
                    + " completion counts if it is accepted and inside the programme's days. An entry belongs to"
                    + " the month in which it was recorded, by local time. The opening of a month is the closing of"
                    + " the month before. A partner sees its own statements. The entries come in pages, by time;"
                    + " the numbers on each page are those of the whole month. As CSV (Accept: text/csv) the"
                    + " statement comes in one piece, as one table with the balance after each entry.")
    @APIResponse(
            responseCode = "200",
            description = "A page of the statement; as CSV, all of it.",
            content = {
                @Content(
                        mediaType = MediaType.APPLICATION_JSON,
                        schema = @Schema(implementation = MonthlyStatement.class)),
                @Content(mediaType = BodyRows.CSV, schema = @Schema(implementation = String.class))
            })
    @APIResponse(responseCode = "422", description = "The month has not begun yet.")
    public RestResponse<MonthlyStatement> statement(
            @Context UriInfo uri,
            @RestPath String institution,
            @Parameter(required = true, example = "2026-05", description = "The month.") @RestQuery String month,
            @RestQuery Integer limit,
            @RestQuery String cursor) {
        requireVisible(institution);
        StatementMonth statementMonth = StatementMonth.ofParameter(month, clock.instant());
        MonthlyStatement page = statements.page(
                institution, statementMonth, MonthlyStatementCursor.parse(cursor, statementMonth), Page.limit(limit));
        // The Link header has the same form as that of a list.
        String next = new Page<>(List.of(), page.cursor(), page.more()).at(uri).getHeaderString("Link");
        return ResponseBuilder.ok(page).header("Link", next).build();
    }

    @GET
    @RecordedInTrail(TrailKind.EXPORT)
    @Path("{institution}")
    @Produces(BodyRows.CSV)
    @RolesAllowed({Role.PARTNER, Role.OFFICE, Role.AUDITOR})
    @Operation(hidden = true)
    public RestResponse<StreamingOutput> table(@RestPath String institution, @RestQuery String month) {
        requireVisible(institution);
        StatementMonth statementMonth = StatementMonth.ofParameter(month, clock.instant());
        return SpreadsheetCsv.answer(
                new MonthlyStatementCsv(
                        statements,
                        institution,
                        statementMonth,
                        permits,
                        caller.institution().orElseGet(caller::subject)),
                "statement-" + statementMonth + ".csv");
    }

    /**
     * Checks that the caller may see the institution and that it exists. An institution may always read its own
     * statement, even if nothing is known of it yet.
     */
    private void requireVisible(String institution) {
        AccessScope scope = caller.scope();
        String asked = scope.at(institution).institution();
        if (!scope.isOfInstitution() && !statements.isKnown(asked)) {
            throw Problem.notFound();
        }
    }
}
