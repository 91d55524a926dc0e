package kz.qadam.enrolment.merges;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import kz.qadam.chassis.base.database.Database;
import kz.qadam.chassis.events.kafka.AddsToBacklog;
import kz.qadam.chassis.http.batch.Batch;
import kz.qadam.chassis.http.batch.ItemFields;
import kz.qadam.chassis.http.list.Page;
import kz.qadam.chassis.http.list.PageQuery;
import kz.qadam.chassis.http.problem.Problem;
import kz.qadam.chassis.http.security.Caller;
import kz.qadam.chassis.http.security.Role;
import kz.qadam.chassis.submissions.submission.BatchOptions;
import kz.qadam.chassis.trail.RecordedInTrail;
import kz.qadam.chassis.trail.TrailKind;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.headers.Header;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;

/** Merges of two learners who are one person. */
@Path("/v1/learner-merges")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Learner merges")
@AddsToBacklog
public class LearnerMergeResource {

    private static final String LOCATION = "/v1/learner-merges/";

    private final Batch batch;
    private final Caller caller;
    private final Merges merges;
    private final Database database;

    LearnerMergeResource(Batch batch, Caller caller, Merges merges, Database database) {
        this.batch = batch;
        this.caller = caller;
        this.merges = merges;
        this.database = database;
    }

    /** Merges two learners. */
    @POST
    @RecordedInTrail(TrailKind.WRITE)
    @RolesAllowed(Role.OFFICE)
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "postLearnerMerge",
            summary = "Merge two learners who are one person",
            description = "For a person who was first enrolled by a document and later by an IIN. Each enrolment of"
                    + " the absorbed learner gets a new version under the surviving learner. From then on, both numbers"
                    + " and both learnerIds lead to the surviving learner; earlier records do not change. Name learners by"
                    + " their learnerId only. Try ?dryRun=true first; /v1/learner-splits undoes a merge. The same merge"
                    + " again answers 200.")
    @RequestBody(
            required = true,
            content = @Content(schema = @Schema(implementation = MergePost.class), example = MergePost.EXAMPLE))
    @APIResponse(
            responseCode = "201",
            description = "The learners were merged",
            headers = @Header(name = "Location", description = "Its path", schema = @Schema(type = SchemaType.STRING)),
            content = @Content(schema = @Schema(implementation = Merge.class)))
    @APIResponse(
            responseCode = "200",
            description = "The same merge was made before; or, with dryRun, the effect",
            content = @Content(schema = @Schema(oneOf = {Merge.class, MergePreview.class})))
    @APIResponse(responseCode = "409", description = "Absorbed by another learner before, or with another reason")
    @APIResponse(
            responseCode = "422",
            description = "There is no such learner, or both are the same learner, or the reason names a person")
    public RestResponse<?> merge(
            byte[] body,
            @Parameter(
                            description = "Only show the effect; keep nothing.",
                            schema = @Schema(type = SchemaType.BOOLEAN, defaultValue = "false"))
                    @RestQuery
                    String dryRun) {
        boolean isPreview = BatchOptions.of(dryRun, null, null).dryRun();
        ItemFields fields = batch.single(body).fields();
        var post = MergePost.read(fields);
        return isPreview
                ? RestResponse.ok(MergePreview.of(merges.preview(post, caller.subject())))
                : merges.merge(post, caller.subject()).outcome().answer(LOCATION);
    }

    /** Merges, page by page. */
    @GET
    @RecordedInTrail(TrailKind.READ)
    @RolesAllowed({Role.OFFICE, Role.AUDITOR})
    @Operation(
            operationId = "listLearnerMerges",
            summary = "Merges of learners",
            description = "In the order of last change. The last page has a cursor too: follow it later to get the"
                    + " merges changed since. Merges that were undone are listed by /v1/learner-splits.")
    @APIResponse(responseCode = "200", description = "A page")
    public RestResponse<Page<Merge>> list(
            @Parameter(description = "With this learner, absorbed or surviving.") @RestQuery UUID learnerId,
            @BeanParam PageQuery page) {
        return page.answer(start -> database.transaction(handle -> MergeRows.after(handle, start, learnerId)));
    }

    /** One merge. */
    @GET
    @RecordedInTrail(TrailKind.READ)
    @Path("/{absorbed}")
    @RolesAllowed({Role.OFFICE, Role.AUDITOR})
    @Operation(
            operationId = "getLearnerMerge",
            summary = "The learner that absorbed a learner",
            description = "404 for a learner who was not absorbed, or is a learner of its own again.")
    @APIResponse(responseCode = "200", description = "The merge")
    public Merge one(@RestPath UUID absorbed) {
        return database.transaction(handle -> MergeRows.find(handle, absorbed)).orElseThrow(Problem::notFound);
    }
}
