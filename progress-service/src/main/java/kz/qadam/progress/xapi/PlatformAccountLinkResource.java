package kz.qadam.progress.xapi;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import kz.qadam.chassis.events.kafka.AddsToBacklog;
import kz.qadam.chassis.http.batch.Batch;
import kz.qadam.chassis.http.security.Role;
import kz.qadam.chassis.submissions.submission.BatchAnswer;
import kz.qadam.chassis.submissions.submission.BatchParameters;
import kz.qadam.chassis.submissions.submission.SingleItemParameters;
import kz.qadam.chassis.submissions.submission.Submissions;
import kz.qadam.chassis.trail.RecordedInTrail;
import kz.qadam.chassis.trail.TrailKind;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jboss.resteasy.reactive.RestResponse;

/** Links accounts at platforms to learners. */
@Path(PlatformAccountLinkResource.PATH)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Statements of platforms")
@RolesAllowed({Role.PARTNER, Role.OFFICE})
@AddsToBacklog
public class PlatformAccountLinkResource {

    static final String PATH = "/v1/account-links";

    private final Submissions submissions;
    private final PlatformAccountLinks links;

    PlatformAccountLinkResource(Submissions submissions, PlatformAccountLinks links) {
        this.submissions = submissions;
        this.links = links;
    }

    /** Links one account. */
    @POST
    @RecordedInTrail(TrailKind.WRITE)
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "postAccountLink",
            summary = "Say whose an account at a learning platform is",
            description = "Once for each person: from then on all statements of the account are this person's, in each"
                    + " course in which the person is enrolled at the institution, and those that waited count. The link"
                    + " follows when learners are merged or split. Whoever links an account to somebody else says what"
                    + " becomes of what came before (replace).")
    @RequestBody(
            content =
                    @Content(
                            schema = @Schema(implementation = PlatformAccountLinkPost.class),
                            example = PlatformAccountLinkPost.EXAMPLE))
    @APIResponse(
            responseCode = "201",
            description = "Linked.",
            content = @Content(schema = @Schema(implementation = PlatformAccountLinkView.class)))
    @APIResponse(
            responseCode = "200",
            description = "Linked so before, or to somebody else before; or the result of a dry run (dryRun).",
            content =
                    @Content(
                            schema =
                                    @Schema(
                                            oneOf = {PlatformAccountLinkView.class, PlatformAccountLinkView.Trial.class
                                            })))
    @APIResponse(responseCode = "409", description = "The account is linked to somebody else.")
    @APIResponse(responseCode = "422", description = "A rule is broken; nothing was kept.")
    public RestResponse<?> post(byte[] body, @BeanParam SingleItemParameters query) {
        return submissions.one(links, body, query);
    }

    /** Links many accounts. */
    @POST
    @Path("batch")
    @RecordedInTrail(TrailKind.WRITE)
    @Consumes({MediaType.APPLICATION_JSON, Batch.NDJSON, Batch.CSV, Batch.XLSX})
    @Produces({MediaType.APPLICATION_JSON, Batch.CSV})
    @ResponseStatus(BatchAnswer.STATUS)
    @Operation(
            operationId = "postAccountLinks",
            summary = "Say whose up to 10,000 accounts are",
            description = "A dry run says how many completions would be recorded and revoked.")
    @RequestBody(content = @Content(mediaType = Batch.CSV, example = PlatformAccountLinkPost.CSV_EXAMPLE))
    @APIResponse(
            responseCode = "207",
            description = "The verdict on each item.",
            content = @Content(schema = @Schema(implementation = BatchAnswer.class)))
    public Object postBatch(byte[] body, @BeanParam BatchParameters query) {
        return submissions.many(links, body, query);
    }
}
