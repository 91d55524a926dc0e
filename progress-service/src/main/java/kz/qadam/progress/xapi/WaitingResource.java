package kz.qadam.progress.xapi;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import kz.qadam.chassis.base.database.Database;
import kz.qadam.chassis.http.batch.Batch;
import kz.qadam.chassis.http.problem.Problem;
import kz.qadam.chassis.http.security.Caller;
import kz.qadam.chassis.http.security.Role;
import kz.qadam.chassis.http.table.Download;
import kz.qadam.chassis.trail.RecordedInTrail;
import kz.qadam.chassis.trail.TrailKind;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;

/** Says what statements wait for. */
@Path("/v1")
@Tag(name = "Statements of platforms")
@RolesAllowed({Role.PARTNER, Role.OFFICE})
public class WaitingResource {

    private static final String OWNER = "The code of the institution; for a partner, its own.";
    private static final List<String> COLUMNS =
            List.of("reference", "institution", "course", "cohort", "learnerId", "enrolledOn");

    private final Database database;
    private final PlatformAccountKeys keys;
    private final Caller caller;

    WaitingResource(Database database, PlatformAccountKeys keys, Caller caller) {
        this.database = database;
        this.keys = keys;
        this.caller = caller;
    }

    /** What waits, by course or by account. */
    @GET
    @Path("waiting-statements")
    @Produces(MediaType.APPLICATION_JSON)
    @RecordedInTrail(TrailKind.READ)
    @Operation(
            operationId = "listWaitingStatements",
            summary = "What statements wait for",
            description = "By course: courses of which nobody has said which of ours they are, with how often they were"
                    + " done; nothing else of them is kept. By account: accounts that are not linked, or whose learner is"
                    + " not enrolled in the course.")
    @APIResponse(responseCode = "200", description = "The groups")
    public WaitingStatementsView waiting(
            @RestQuery @Parameter(description = OWNER, example = "school-42") String institution,
            @RestQuery @Parameter(description = "course or account.", required = true, example = "course") String by) {
        String owner = caller.actingFor(institution);
        if (!"course".equals(by) && !"account".equals(by)) {
            throw Problem.badParameter("by", "unknown-value", "by", "course, account");
        }
        keys.require();
        return new WaitingStatementsView(database.transaction(handle ->
                by.equals("course") ? WaitingRows.courses(handle, owner) : WaitingRows.accounts(handle, owner, keys)));
    }

    /** The enrolments that are missing, as the table to send. */
    @GET
    @Path("missing-enrolments.csv")
    @Produces(Batch.CSV)
    @RecordedInTrail(TrailKind.EXPORT)
    @Operation(
            operationId = "getMissingEnrolments",
            summary = "The enrolments for which statements wait, as a table to send",
            description =
                    "Send it as it is to POST /v1/enrolments/batch, or correct it before: each row enrols a learner"
                            + " in a course that the platform says is done, in the cohort of the learner's other enrolment, from"
                            + " the earliest day on that statements say. No identification number has to be typed again.")
    @APIResponse(
            responseCode = "200",
            description = "The table",
            content = @Content(mediaType = Batch.CSV, schema = @Schema(type = SchemaType.STRING)))
    public RestResponse<byte[]> missingEnrolments(
            @RestQuery @Parameter(description = OWNER, example = "school-42") String institution) {
        String owner = caller.actingFor(institution);
        List<WaitingRows.Missing> missing =
                database.transaction(handle -> WaitingRows.missingEnrolments(handle, owner));
        return Download.table(
                COLUMNS,
                missing.stream()
                        .map(one -> List.of(
                                one.reference(),
                                one.institution(),
                                one.course(),
                                one.cohort(),
                                one.learnerId().toString(),
                                one.day().toString())),
                "missing-enrolments.csv");
    }
}
