package kz.qadam.reporting.audit.recount;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.util.UUID;
import kz.qadam.chassis.base.database.Database;
import kz.qadam.chassis.base.language.Message;
import kz.qadam.chassis.http.batch.Batch;
import kz.qadam.chassis.http.problem.Problem;
import kz.qadam.chassis.http.problem.ProblemType;
import kz.qadam.chassis.http.security.Caller;
import kz.qadam.chassis.http.security.Role;
import kz.qadam.chassis.trail.RecordedInTrail;
import kz.qadam.chassis.trail.TrailKind;
import kz.qadam.reporting.asof.PointInTime;
import kz.qadam.reporting.asof.PointInTimeResolver;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;

/** Starts recounts and answers with their results. */
@Path("/v1/audit/recounts")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({Role.AUDITOR, Role.OFFICE})
@Tag(name = "Audit")
public class RecountResource {

    /** A recount that is not finished. */
    @Schema(
            name = "RunningRecount",
            description = "A recount that is not finished; its result will be at the URL in Location.")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Running(UUID id, @Schema(examples = "running") String status) {}

    private final Batch batch;
    private final Recounts recounts;
    private final PointInTimeResolver points;
    private final Database database;
    private final Caller caller;
    private final String url;

    RecountResource(
            Batch batch,
            Recounts recounts,
            PointInTimeResolver points,
            Database database,
            Caller caller,
            @ConfigProperty(name = "qadam.public-url") String url) {
        this.batch = batch;
        this.recounts = recounts;
        this.points = points;
        this.database = database;
        this.caller = caller;
        this.url = url;
    }

    /** Starts a recount, and answers with its result if that does not take long. */
    @POST
    @RecordedInTrail(TrailKind.WRITE)
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "recount",
            summary = "Recount the figures from the raw events",
            description =
                    "Counts trained, completions, completed, enrolled and people once more, by other code than the"
                            + " figures' and without their trained facts, and compares every figure: of the nation,"
                            + " and by each dimension. Learners and cohorts that are not settled yet are left out on"
                            + " both sides; inFlight says how many and which.")
    @APIResponse(
            responseCode = "200",
            description = "The result.",
            content = @Content(schema = @Schema(implementation = RecountResult.class)))
    @APIResponse(
            responseCode = "202",
            description = "The recount takes longer: its result will be at the URL in Location.",
            content = @Content(schema = @Schema(implementation = Running.class)))
    @APIResponse(responseCode = "422")
    @APIResponse(responseCode = "503", description = "Too many recounts are waiting.")
    @RequestBody(content = @Content(schema = @Schema(implementation = RecountQuestion.class)))
    public RestResponse<Object> recount(byte[] body) {
        RecountQuestion asked = body.length == 0
                ? RecountQuestion.EVERYTHING
                : RecountQuestion.read(batch.single(body).fields());
        PointInTime point = points.of(asked.asOf(), asked.on());
        String cohort = database.transaction(handle -> asked.cohort(handle, point));
        return answer(recounts.runAndAwait(point, cohort, caller.subject()), null);
    }

    /** The result of a recount. */
    @GET
    @RecordedInTrail(TrailKind.FIGURES)
    @Path("/{id}")
    @Operation(
            operationId = "recountResult",
            summary = "The result of a recount",
            description = "The result of a recount that took longer; it is kept. With asOf: the state of the recount at"
                    + " that instant. A recount whose instance has stopped has failed (500): start a new one.")
    @APIResponse(
            responseCode = "200",
            description = "The result.",
            content = @Content(schema = @Schema(implementation = RecountResult.class)))
    @APIResponse(
            responseCode = "202",
            description = "The recount is not finished.",
            content = @Content(schema = @Schema(implementation = Running.class)))
    @APIResponse(responseCode = "422")
    public RestResponse<Object> result(
            @RestPath UUID id,
            @RestQuery @Parameter(description = PointInTimeResolver.AS_OF) String asOf,
            @RestQuery @Parameter(description = PointInTimeResolver.ON) String on) {
        PointInTime point = points.of(asOf, on);
        return answer(id, point.past() ? point.asOf() : null);
    }

    private RestResponse<Object> answer(UUID id, Instant askedUntil) {
        Recounts.State state = recounts.find(id, askedUntil).orElseThrow(Problem::notFound);
        if (state instanceof Recounts.State.Done done) {
            return RestResponse.ok(done.result());
        }
        if (state instanceof Recounts.State.Failed) {
            throw new Problem(ProblemType.INTERNAL, Message.of("recount-failed"));
        }
        return ResponseBuilder.<Object>create(RestResponse.Status.ACCEPTED)
                .entity(new Running(id, "running"))
                .header("Location", url + "/v1/audit/recounts/" + id)
                .build();
    }
}
