package kz.qadam.reporting.intake.deadletter;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.UUID;
import kz.qadam.chassis.base.database.Database;
import kz.qadam.chassis.base.language.Message;
import kz.qadam.chassis.events.deadletter.KeptDeadLetters;
import kz.qadam.chassis.events.deadletter.Resolution;
import kz.qadam.chassis.events.kafka.IntakeHalted;
import kz.qadam.chassis.events.kafka.Redelivery;
import kz.qadam.chassis.http.batch.Batch;
import kz.qadam.chassis.http.list.Page;
import kz.qadam.chassis.http.list.PageQuery;
import kz.qadam.chassis.http.problem.Problem;
import kz.qadam.chassis.http.problem.ProblemType;
import kz.qadam.chassis.http.security.Caller;
import kz.qadam.chassis.http.security.Role;
import kz.qadam.chassis.trail.NotInTrail;
import kz.qadam.chassis.trail.RecordedInTrail;
import kz.qadam.chassis.trail.Recording;
import kz.qadam.chassis.trail.TrailKind;
import kz.qadam.reporting.asof.PointInTime;
import kz.qadam.reporting.asof.PointInTimeResolver;
import kz.qadam.reporting.intake.DeadLetterSpans;
import kz.qadam.reporting.intake.ReportingIntake;
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
import org.jdbi.v3.core.Handle;

/** Events that could not be read, until the office resolves them or a later state of their subject arrives. */
@Path("/v1/audit/dead-letters")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({Role.AUDITOR, Role.OFFICE})
@Tag(name = "Audit")
public class DeadLetterResource {

    private final Batch batch;
    private final Database database;
    private final PointInTimeResolver points;
    private final ReportingIntake intake;
    private final Caller caller;
    private final Recording recording;

    DeadLetterResource(
            Batch batch,
            Database database,
            PointInTimeResolver points,
            ReportingIntake intake,
            Caller caller,
            Recording recording) {
        this.recording = recording;
        this.batch = batch;
        this.database = database;
        this.points = points;
        this.intake = intake;
        this.caller = caller;
    }

    /** Lists dead letters by last change. */
    @GET
    @NotInTrail("It is about events that wait, and shows nothing of people.")
    @Operation(
            operationId = "deadLetters",
            summary = "Events that could not be read",
            description = "In the order of their last change. Figures are provisional while a dead letter is open. With"
                    + " asOf: the dead letters as known at that instant.")
    @APIResponse(
            responseCode = "200",
            description = "A page. Its cursor leads to the next page, and later to what has changed since.")
    @APIResponse(responseCode = "422")
    public RestResponse<Page<DeadLetterView>> list(
            @BeanParam PageQuery page,
            @RestQuery @Parameter(description = PointInTimeResolver.AS_OF) String asOf,
            @RestQuery @Parameter(description = PointInTimeResolver.ON) String on) {
        PointInTime point = points.of(asOf, on);
        return page.answer(start -> database.transaction(handle -> point.past()
                ? DeadLetterReader.at(handle, start, point.batch())
                : DeadLetterReader.after(handle, start)));
    }

    /** Resolves a dead letter. */
    @POST
    @RecordedInTrail(TrailKind.WRITE)
    @Path("/{id}/resolution")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "resolveDeadLetter",
            summary = "Retry or discard an event that could not be read",
            description = "retry reads the event again as it was received, in a batch of its own; if it still cannot be"
                    + " read, nothing changes (422). Resolving it twice in the same way changes nothing.")
    @APIResponse(responseCode = "200", description = "The dead letter is resolved.")
    @APIResponse(responseCode = "409")
    @APIResponse(responseCode = "422")
    @RequestBody(required = true, content = @Content(schema = @Schema(implementation = Resolution.class)))
    public DeadLetterView resolve(@RestPath UUID id, byte[] body) {
        Resolution resolution = Resolution.read(batch.single(body).fields());
        String by = caller.subject();
        try {
            return database.transaction(handle -> resolve(handle, id, resolution, by));
        } catch (IntakeHalted e) {
            throw new Problem(ProblemType.UNAVAILABLE);
        } catch (RuntimeException e) {
            throw KeptDeadLetters.stillUnreadable(e);
        }
    }

    private DeadLetterView resolve(Handle handle, UUID id, Resolution resolution, String by) {
        DeadLetterView letter = DeadLetterReader.find(handle, id).orElseThrow(Problem::notFound);
        String outcome = resolution.action().outcome();
        if (!letter.isOpen()) {
            if (letter.status().equals(outcome)) {
                return letter;
            }
            throw resolvedMeanwhile();
        }
        long batch = resolution.action() == Resolution.Action.retry
                ? intake.takeAgain(handle, Redelivery.of(handle, id, intake))
                : intake.openBatch(handle);
        if (DeadLetterSpans.close(handle, batch, List.of(id), outcome, resolution.reason(), by) == 0) {
            throw resolvedMeanwhile();
        }
        recording.addWrite(handle, id.toString(), resolution.reason());
        return DeadLetterReader.find(handle, id).orElseThrow();
    }

    private static Problem resolvedMeanwhile() {
        return new Problem(ProblemType.VERSION_CONFLICT, Message.of("resolved-otherwise"));
    }
}
