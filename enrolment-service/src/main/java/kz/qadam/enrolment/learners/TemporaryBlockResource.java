package kz.qadam.enrolment.learners;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import kz.qadam.chassis.http.batch.Batch;
import kz.qadam.chassis.http.problem.Problem;
import kz.qadam.chassis.http.security.Caller;
import kz.qadam.chassis.http.security.Role;
import kz.qadam.chassis.trail.RecordedInTrail;
import kz.qadam.chassis.trail.TrailKind;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;

/** Blocks of learners for a time, until what is held of them is settled. */
@Path("/v1/learner-blocks/{learnerId}")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Person records")
public class TemporaryBlockResource {

    private final Batch batch;
    private final Caller caller;
    private final LearnerBlocking blocks;

    TemporaryBlockResource(Batch batch, Caller caller, LearnerBlocking blocks) {
        this.batch = batch;
        this.caller = caller;
        this.blocks = blocks;
    }

    /** Blocks a learner. */
    @PUT
    @RolesAllowed(Role.OFFICE)
    @Consumes(MediaType.APPLICATION_JSON)
    @RecordedInTrail(TrailKind.WRITE)
    @Operation(
            operationId = "putLearnerBlock",
            summary = "Block a learner for a time",
            description =
                    "Until the block is lifted, institutions can read neither the enrolments of the person nor the"
                            + " completions and receipts, and cannot change them; nobody can enrol the person. Counts do not"
                            + " change. All ids of the person are blocked. enrolment-service answers so at once, the two other"
                            + " services within seconds. A block in force stays as it is. Nobody can correct an enrolment"
                            + " meanwhile, not even the office: lift the block first.")
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
        return blocks.block(learnerId, post.reason(), caller.subject());
    }

    /** The block of a learner. */
    @GET
    @RolesAllowed({Role.OFFICE, Role.AUDITOR})
    @RecordedInTrail(TrailKind.READ)
    @Operation(
            operationId = "getLearnerBlock",
            summary = "The block of a learner",
            description = "404 if the learner is not blocked for a time.")
    @APIResponse(responseCode = "200", description = "The block in force")
    public TemporaryBlock one(@RestPath UUID learnerId) {
        return blocks.find(learnerId).orElseThrow(Problem::notFound);
    }

    /** Lifts the block of a learner. */
    @DELETE
    @RolesAllowed(Role.OFFICE)
    @RecordedInTrail(TrailKind.WRITE)
    @Operation(
            operationId = "liftLearnerBlock",
            summary = "Lift the block of a learner",
            description =
                    "Institutions can read, change and enrol the person again. Lists of enrolments and completions that"
                            + " are followed show those of the person again. Also 204 if the learner is not blocked."
                            + " The block of an erasure stays.")
    @APIResponse(responseCode = "204", description = "The learner is not blocked for a time")
    public RestResponse<Void> lift(@RestPath UUID learnerId) {
        blocks.lift(learnerId, null, caller.subject());
        return RestResponse.noContent();
    }
}
