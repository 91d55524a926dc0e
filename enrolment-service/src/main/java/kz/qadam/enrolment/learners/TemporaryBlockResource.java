package kz.qadam.enrolment.learners;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import java.util.UUID;
import kz.qadam.chassis.batch.Batch;
import kz.qadam.chassis.database.Database;
import kz.qadam.chassis.problem.Problem;
import kz.qadam.chassis.security.Caller;
import kz.qadam.chassis.security.Role;
import kz.qadam.chassis.trail.Recorded;
import kz.qadam.chassis.trail.Recording;
import kz.qadam.chassis.trail.TrailKind;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;
import org.jdbi.v3.core.Handle;

/** Blocks of learners for a time, until what is held of them is settled. */
@Path("/v1/learner-blocks/{learnerId}")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Person records")
public class TemporaryBlockResource {

    private final Batch batch;
    private final Caller caller;
    private final Database database;
    private final Clock clock;
    private final Recording recording;

    TemporaryBlockResource(Batch batch, Caller caller, Database database, Clock clock, Recording recording) {
        this.batch = batch;
        this.caller = caller;
        this.database = database;
        this.clock = clock;
        this.recording = recording;
    }

    /** Blocks a learner. */
    @PUT
    @RolesAllowed(Role.OFFICE)
    @Consumes(MediaType.APPLICATION_JSON)
    @Recorded(TrailKind.WRITE)
    @Operation(
            operationId = "putLearnerBlock",
            summary = "Block a learner for a time",
            description = "Until the block is lifted, institutions can neither read nor change the enrolments of the"
                    + " person, and nobody can enrol the person. Completions stay readable, and counts do not change. All ids of the person are blocked. A block in force stays as it"
                    + " is. Nobody can correct an enrolment meanwhile, not even the office: lift the block first.")
    @RequestBody(
            required = true,
            content =
                    @Content(
                            schema = @Schema(implementation = TemporaryBlockPost.class),
                            example = TemporaryBlockPost.EXAMPLE))
    @APIResponse(responseCode = "200", description = "The block in force")
    @APIResponse(responseCode = "503")
    public TemporaryBlock block(@RestPath UUID learnerId, byte[] body) {
        TemporaryBlockPost post = TemporaryBlockPost.read(batch.single(body).fields());
        return database.transaction(handle -> {
            recording.addWrite(handle, learnerId.toString());
            return TemporaryBlocks.block(
                    handle, surviving(handle, learnerId), post.reason(), caller.subject(), clock.instant());
        });
    }

    /** The block of a learner. */
    @GET
    @RolesAllowed({Role.OFFICE, Role.AUDITOR})
    @Recorded(TrailKind.READ)
    @Operation(
            operationId = "getLearnerBlock",
            summary = "The block of a learner",
            description = "404 if the learner is not blocked for a time.")
    @APIResponse(responseCode = "200", description = "The block in force")
    public TemporaryBlock one(@RestPath UUID learnerId) {
        return database.transaction(handle -> TemporaryBlocks.find(handle, surviving(handle, learnerId)))
                .orElseThrow(Problem::notFound);
    }

    /** Lifts the block of a learner. */
    @DELETE
    @RolesAllowed(Role.OFFICE)
    @Recorded(TrailKind.WRITE)
    @Operation(
            operationId = "liftLearnerBlock",
            summary = "Lift the block of a learner",
            description =
                    "Institutions can read, change and enrol the person again. Lists of enrolments that are followed"
                            + " show those of the person again. Also 204 if the learner is not blocked.")
    @APIResponse(responseCode = "204", description = "The learner is not blocked")
    public RestResponse<Void> lift(@RestPath UUID learnerId) {
        database.transaction(handle -> {
            TemporaryBlocks.lift(handle, surviving(handle, learnerId), caller.subject(), clock.instant());
            recording.addWrite(handle, learnerId.toString());
            return null;
        });
        return RestResponse.noContent();
    }

    private static UUID surviving(Handle handle, UUID learnerId) {
        return Aliases.surviving(handle, learnerId).orElseThrow(Problem::notFound);
    }
}
