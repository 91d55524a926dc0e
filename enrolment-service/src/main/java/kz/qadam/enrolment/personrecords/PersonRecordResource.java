package kz.qadam.enrolment.personrecords;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
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
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;

/** Tells the office what is held of a person who asks. The number of the person is in the body, never in an address. */
@Path("/v1/person-records")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Person records")
public class PersonRecordResource {

    private final Batch batch;
    private final PersonRecords records;

    PersonRecordResource(Batch batch, PersonRecords records) {
        this.batch = batch;
        this.records = records;
    }

    /** Finds what is held of a person. */
    @POST
    @RolesAllowed(Role.OFFICE)
    @Consumes(MediaType.APPLICATION_JSON)
    @RecordedInTrail(TrailKind.READ)
    @Operation(
            operationId = "findPersonRecord",
            summary = "What is stored about a person",
            description = "To answer a person or a legal representative, whose identity the office has checked. All"
                    + " enrolments with all their states: who sent each, when and why; and who has read them. If nothing is held, held is"
                    + " false. Nothing is changed. With the learnerId, GET /v1/learners/{learnerId}/records of"
                    + " progress-service and GET /v1/audit/learners/{learnerId}/readings of reporting-service complete"
                    + " the answer; the page /person-records has all three.")
    @RequestBody(
            required = true,
            content =
                    @Content(
                            schema = @Schema(implementation = PersonRecordPost.class),
                            example = PersonRecordPost.EXAMPLE))
    @APIResponse(
            responseCode = "200",
            description = "What is held, or that nothing is",
            content = @Content(schema = @Schema(implementation = PersonRecordView.class)))
    @APIResponse(responseCode = "422", description = "The number has a wrong check digit")
    public RestResponse<PersonRecordView> find(byte[] body) {
        PersonRecordPost asked = PersonRecordPost.read(batch.single(body).fields());
        return ResponseBuilder.ok(records.find(asked))
                .header(HttpHeaders.CACHE_CONTROL, "private, no-store")
                .build();
    }
}
