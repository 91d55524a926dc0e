package kz.qadam.progress.statement;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.StreamingOutput;
import java.time.Clock;
import kz.qadam.chassis.problem.Problem;
import kz.qadam.chassis.security.Caller;
import kz.qadam.chassis.security.Role;
import kz.qadam.progress.query.CsvTable;
import kz.qadam.progress.query.Format;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;

/** An institution reconciles its books here. */
@Path("/v1/statements")
@Tag(name = "Statements")
public class StatementResource {

    private final Statements statements;
    private final Caller caller;
    private final Clock clock;

    StatementResource(Statements statements, Caller caller, Clock clock) {
        this.statements = statements;
        this.caller = caller;
        this.clock = clock;
    }

    @GET
    @Path("{institution}")
    @Produces(MediaType.APPLICATION_JSON)
    @RolesAllowed({Role.PARTNER, Role.OFFICE, Role.AUDITOR})
    @Operation(
            operationId = "getStatement",
            summary = "An institution's completions over a month",
            description = "opening + recorded - revoked + corrected = closing, with the completions behind each number."
                    + " Counted are completions that are accepted and inside the programme's days; in the month is what was"
                    + " recorded in it, by local time. The opening of a month is the closing of the month before. A partner"
                    + " sees its own. As CSV (Accept: text/csv) it is one table with the balance after each entry.")
    @APIResponse(
            responseCode = "200",
            description = "The statement.",
            content = {
                @Content(
                        mediaType = MediaType.APPLICATION_JSON,
                        schema = @Schema(implementation = StatementView.class)),
                @Content(mediaType = Format.CSV, schema = @Schema(implementation = String.class))
            })
    @APIResponse(responseCode = "422", description = "The month has not begun yet.")
    public StatementView statement(
            @RestPath String institution,
            @Parameter(required = true, example = "2026-05", description = "The month.") @RestQuery String month) {
        boolean seesAll = caller.isOffice() || caller.isAuditor();
        String wanted = seesAll ? institution : caller.actingFor(institution);
        return statements
                .of(wanted, Month.wanted(month, clock.instant()), !seesAll)
                .orElseThrow(Problem::notFound);
    }

    @GET
    @Path("{institution}")
    @Produces(Format.CSV)
    @RolesAllowed({Role.PARTNER, Role.OFFICE, Role.AUDITOR})
    @Operation(hidden = true)
    public RestResponse<StreamingOutput> table(@RestPath String institution, @RestQuery String month) {
        StatementView statement = statement(institution, month);
        return CsvTable.answer(new StatementCsv(statement), "statement-" + statement.month() + ".csv");
    }
}
