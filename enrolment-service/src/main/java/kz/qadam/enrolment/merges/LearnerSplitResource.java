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

/** Splits of learners who were merged and are two people. */
@Path("/v1/learner-splits")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Learner merges")
@AddsToBacklog
public class LearnerSplitResource {

    private static final String LOCATION = "/v1/learner-splits/";

    private final Batch batch;
    private final Caller caller;
    private final Splits splits;
    private final Database database;

    LearnerSplitResource(Batch batch, Caller caller, Splits splits, Database database) {
        this.batch = batch;
        this.caller = caller;
        this.splits = splits;
        this.database = database;
    }

    /** Undoes a merge. */
    @POST
    @RecordedInTrail(TrailKind.WRITE)
    @RolesAllowed(Role.OFFICE)
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "postLearnerSplit",
            summary = "Undo a merge of learners who are two people",
            description =
                    "The absorbed learner is a learner of its own again: its numbers and its learnerId lead to it, and"
                            + " the enrolments that were its own at the merge get a new version under it. So do the"
                            + " enrolments that the request names; everything else stays with the surviving learner."
                            + " ?dryRun=true shows each enrolment, of whom it would be, and why; those recorded since the"
                            + " merge are for the office to decide. Completions follow their enrolments. Learners who were"
                            + " merged into the absorbed one follow it. Figures of the past do not change. The same split"
                            + " again answers 200. To divide them otherwise, merge them again, and split them again.")
    @RequestBody(
            required = true,
            content = @Content(schema = @Schema(implementation = SplitPost.class), example = SplitPost.EXAMPLE))
    @APIResponse(
            responseCode = "201",
            description = "The learners are two again",
            headers = @Header(name = "Location", description = "Its path", schema = @Schema(type = SchemaType.STRING)),
            content = @Content(schema = @Schema(implementation = Split.class)))
    @APIResponse(
            responseCode = "200",
            description = "The same split was made before; or, with dryRun, the effect",
            content = @Content(schema = @Schema(oneOf = {Split.class, SplitPreview.class})))
    @APIResponse(
            responseCode = "409",
            description = "merged-elsewhere: another learner represents the absorbed one, since the surviving one was"
                    + " absorbed later. differs: split before, with other enrolments or another reason")
    @APIResponse(
            responseCode = "422",
            description = "unknown-learner; not-merged: the learner is no alias; learner-blocked: blocked or erased;"
                    + " unknown-enrolment: an enrolment that is not of the surviving learner; or the reason names"
                    + " a person")
    public RestResponse<?> split(
            byte[] body,
            @Parameter(
                            description = "Only show the effect; keep nothing.",
                            schema = @Schema(type = SchemaType.BOOLEAN, defaultValue = "false"))
                    @RestQuery
                    String dryRun) {
        boolean isPreview = BatchOptions.of(dryRun, null, null).dryRun();
        ItemFields fields = batch.single(body).fields();
        var post = SplitPost.read(fields);
        return isPreview
                ? RestResponse.ok(SplitPreview.of(splits.preview(post, caller.subject())))
                : splits.split(post, caller.subject()).outcome().answer(LOCATION);
    }

    /** Splits, page by page. */
    @GET
    @RecordedInTrail(TrailKind.READ)
    @RolesAllowed({Role.OFFICE, Role.AUDITOR})
    @Operation(
            operationId = "listLearnerSplits",
            summary = "Merges that were undone",
            description = "In the order in which they were recorded. The last page has a cursor too: follow it later to"
                    + " get the splits recorded since.")
    @APIResponse(responseCode = "200", description = "A page")
    public RestResponse<Page<Split>> list(
            @Parameter(description = "With this learner, absorbed or surviving.") @RestQuery UUID learnerId,
            @BeanParam PageQuery page) {
        return page.answer(start -> database.transaction(handle -> SplitRows.after(handle, start, learnerId)));
    }

    /** One split. */
    @GET
    @RecordedInTrail(TrailKind.READ)
    @Path("/{id}")
    @RolesAllowed({Role.OFFICE, Role.AUDITOR})
    @Operation(
            operationId = "getLearnerSplit",
            summary = "A merge that was undone",
            description = "404 if there is no split with this id.")
    @APIResponse(responseCode = "200", description = "The split")
    public Split one(@RestPath UUID id) {
        return database.transaction(handle -> SplitRows.find(handle, id)).orElseThrow(Problem::notFound);
    }
}
