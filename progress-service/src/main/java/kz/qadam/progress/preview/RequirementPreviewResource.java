package kz.qadam.progress.preview;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import kz.qadam.chassis.http.batch.Batch;
import kz.qadam.chassis.http.security.Role;
import kz.qadam.chassis.trail.RecordedInTrail;
import kz.qadam.chassis.trail.TrailKind;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Shows the office the effect of a requirement before it is in force. */
@Path("/v1/requirement-previews")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Evaluations")
public class RequirementPreviewResource {

    private final Batch batch;
    private final RequirementPreviews previews;

    RequirementPreviewResource(Batch batch, RequirementPreviews previews) {
        this.batch = batch;
        this.previews = previews;
    }

    @POST
    @RecordedInTrail(TrailKind.FIGURES)
    @RolesAllowed({Role.OFFICE, Role.AUDITOR})
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "previewRequirement",
            summary = "How many would be trained under another requirement",
            description =
                    "Judges every learner of the cohort twice: by the present requirements, and with this requirement"
                            + " added, as if it were recorded now. It changes nothing and does not delay other"
                            + " requests; for some hundred thousand learners it takes some seconds.")
    @RequestBody(
            content =
                    @Content(
                            schema = @Schema(implementation = RequirementPreviewPost.class),
                            example = RequirementPreviewPost.EXAMPLE))
    @APIResponse(
            responseCode = "200",
            description = "The numbers now, and with this requirement.",
            content = @Content(schema = @Schema(implementation = RequirementPreviewView.class)))
    @APIResponse(responseCode = "422", description = "The cohort or a course is not in the catalogue.")
    public RequirementPreviewView post(byte[] body) {
        return previews.of(batch.single(body).fields());
    }
}
