package kz.qadam.reporting.audit.worklist;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.StreamingOutput;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import java.util.UUID;
import kz.qadam.chassis.http.batch.Batch;
import kz.qadam.chassis.http.list.Page;
import kz.qadam.chassis.http.list.TextCursor;
import kz.qadam.chassis.http.security.Role;
import kz.qadam.chassis.http.table.BodyRows;
import kz.qadam.chassis.http.version.Precondition;
import kz.qadam.chassis.trail.RecordedInTrail;
import kz.qadam.chassis.trail.TrailKind;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;

/** Lists the records of a worklist, and keeps what is found about them. */
@Path(WorklistResource.PATH + "/{id}")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({Role.AUDITOR, Role.AUDITOR_OF_A_REGION})
@Tag(name = "Audit")
public class WorklistRecordResource {

    private final Batch batch;
    private final Worklists worklists;
    private final WorklistFindings findings;

    WorklistRecordResource(Batch batch, Worklists worklists, WorklistFindings findings) {
        this.batch = batch;
        this.worklists = worklists;
        this.findings = findings;
    }

    /** The records of a worklist. */
    @GET
    @Path("/records")
    @RecordedInTrail(TrailKind.READ)
    @Operation(
            operationId = "worklistRecords",
            summary = "The records of a worklist",
            description = "By region and institution, as they were known to the draw, each with what was found. As CSV"
                    + " (Accept: text/csv) all of them come as one table, for a visit. Each request is written to the"
                    + " log of readings.")
    @APIResponse(
            responseCode = "200",
            description = "A page; as CSV, all records.",
            content = {
                @Content(mediaType = MediaType.APPLICATION_JSON),
                @Content(mediaType = BodyRows.CSV, schema = @Schema(implementation = String.class))
            })
    public RestResponse<Page<WorklistRecord>> records(
            @RestPath UUID id,
            @RestQuery
                    @Parameter(
                            description = "Only records in this state.",
                            schema = @Schema(enumeration = {"open", "checked", "left-out"}))
                    String state,
            @RestQuery @Parameter(description = "Only records of this institution.", example = "school-42")
                    String institution,
            @RestQuery @Parameter(description = "How many items at most, 1 to 1000.") Integer limit,
            @RestQuery @Parameter(description = "The cursor of the previous page; absent for the first page.")
                    String cursor,
            @Context UriInfo uri) {
        int after = cursor == null ? 0 : TextCursor.read(cursor, 1, parts -> Integer.parseInt(parts[0]));
        int most = Page.limit(limit);
        var choice = new WorklistRecordStore.Choice(RecordState.ofParameter(state), institution, after, most);
        List<WorklistRecord> items = findings.read(worklists.find(id), choice);
        int end = items.isEmpty() ? after : items.get(items.size() - 1).position();
        return new Page<>(items, TextCursor.write(end), items.size() == most).at(uri);
    }

    /** The same as CSV. */
    @GET
    @Path("/records")
    @RecordedInTrail(TrailKind.EXPORT)
    @Produces(BodyRows.CSV)
    @Operation(hidden = true)
    public RestResponse<StreamingOutput> table(
            @RestPath UUID id, @RestQuery String state, @RestQuery String institution) {
        return findings.table(worklists.find(id), RecordState.ofParameter(state), institution);
    }

    /** Keeps what was found about a record. */
    @PUT
    @Path("/findings/{completionId}")
    @RecordedInTrail(TrailKind.WRITE)
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "putFinding",
            summary = "Say what was found about a record",
            description = "Replaces an earlier finding if If-Match names its ETag: two auditors may work on one"
                    + " worklist. Equal content changes nothing. An erasure of the learner deletes the note.")
    @RequestBody(
            required = true,
            content =
                    @Content(
                            schema = @Schema(implementation = WorklistFindingPost.class),
                            example = WorklistFindingPost.EXAMPLE))
    @APIResponse(
            responseCode = "201",
            description = "The first finding about the record.",
            content = @Content(schema = @Schema(implementation = WorklistFinding.class)))
    @APIResponse(
            responseCode = "200",
            description = "The finding in its current version.",
            content = @Content(schema = @Schema(implementation = WorklistFinding.class)))
    @APIResponse(responseCode = "409", description = "The worklist is closed.")
    @APIResponse(responseCode = "412")
    @APIResponse(responseCode = "422", description = "The learner is erased or blocked, or the note names a person.")
    @APIResponse(responseCode = "428")
    public RestResponse<WorklistFinding> find(
            @RestPath UUID id,
            @RestPath @Parameter(description = "The completion of the record.") UUID completionId,
            @Parameter(description = Precondition.DESCRIPTION) @RestHeader("If-Match") String ifMatch,
            byte[] body) {
        WorklistFindingPost post =
                WorklistFindingPost.READER.readOrThrow(batch.single(body).fields());
        WorklistFindings.Kept kept = findings.keep(id, completionId, post, new Precondition(ifMatch));
        var status = kept.isNew() ? RestResponse.Status.CREATED : RestResponse.Status.OK;
        return Precondition.tagged(status, kept.finding().version(), kept.finding());
    }
}
