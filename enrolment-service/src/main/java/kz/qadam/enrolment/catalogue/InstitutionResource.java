package kz.qadam.enrolment.catalogue;

import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import kz.qadam.chassis.http.batch.Batch;
import kz.qadam.chassis.http.list.Page;
import kz.qadam.chassis.http.list.PageQuery;
import kz.qadam.chassis.http.security.Role;
import kz.qadam.chassis.http.version.Precondition;
import kz.qadam.chassis.submissions.submission.BatchAnswer;
import kz.qadam.chassis.submissions.submission.BatchParameters;
import kz.qadam.chassis.trail.RecordedInTrail;
import kz.qadam.chassis.trail.TrailKind;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;

/** The institutions, which enrol learners and report completions. */
@Path("/v1/institutions")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Institutions")
public class InstitutionResource {

    private final Batch batch;
    private final CatalogueEntryQueries<InstitutionView, Institution> institutions;
    private final CatalogueEntryImport<InstitutionView, Institution> file;

    InstitutionResource(Batch batch, CatalogueTransaction transaction) {
        this.batch = batch;
        this.institutions = new CatalogueEntryQueries<>(Institution.class, Institution::new, transaction);
        this.file = new CatalogueEntryImport<>(
                institutions, transaction, batch, InstitutionView.COLUMNS, InstitutionView::read);
    }

    static CatalogueEntryQueries<InstitutionView, Institution> entries(CatalogueTransaction transaction) {
        return new CatalogueEntryQueries<>(Institution.class, Institution::new, transaction);
    }

    static CatalogueEntryImport<InstitutionView, Institution> file(Batch batch, CatalogueTransaction transaction) {
        return new CatalogueEntryImport<>(
                entries(transaction), transaction, batch, InstitutionView.COLUMNS, InstitutionView::read);
    }

    /** All institutions, page by page. */
    @GET
    @PermitAll
    @Operation(
            operationId = "listInstitutions",
            summary = "All institutions",
            description = "In the order of last change. The last page has a cursor too: follow it later to get the"
                    + " institutions changed since.")
    @APIResponse(responseCode = "200", description = "A page")
    public RestResponse<Page<InstitutionView>> institutions(@BeanParam PageQuery page) {
        return institutions.page(page);
    }

    /** One institution. */
    @GET
    @Path("/{code}")
    @PermitAll
    @Operation(
            operationId = "getInstitution",
            summary = "One institution",
            description = "The current version. The ETag names it; a change needs this ETag.")
    @APIResponse(responseCode = "200", description = "The institution")
    public RestResponse<InstitutionView> institution(@RestPath String code) {
        return institutions.one(code);
    }

    /** Creates or replaces an institution. */
    @PUT
    @RecordedInTrail(TrailKind.WRITE)
    @Path("/{code}")
    @RolesAllowed(Role.OFFICE)
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "putInstitution",
            summary = "Create or change an institution",
            description = "Creates an institution that does not exist. Replaces an existing one as a whole if If-Match"
                    + " names the ETag that you read. Equal content changes nothing. A suspended or closed institution"
                    + " cannot enrol learners.")
    @RequestBody(
            required = true,
            content =
                    @Content(
                            schema = @Schema(implementation = InstitutionView.class),
                            example = InstitutionView.EXAMPLE))
    @APIResponse(responseCode = "200", description = "The institution in its current version")
    @APIResponse(
            responseCode = "201",
            description = "The new institution",
            content = @Content(schema = @Schema(implementation = InstitutionView.class)))
    @APIResponse(responseCode = "412")
    @APIResponse(responseCode = "422")
    @APIResponse(responseCode = "428")
    public RestResponse<InstitutionView> put(
            @RestPath String code,
            @Parameter(description = Precondition.DESCRIPTION) @RestHeader("If-Match") String ifMatch,
            byte[] body) {
        return institutions.put(code, batch.single(body), InstitutionView::read, ifMatch);
    }

    /** Creates and replaces the institutions of a file. */
    @POST
    @RecordedInTrail(TrailKind.WRITE)
    @Path("/batch")
    @RolesAllowed(Role.OFFICE)
    @Consumes({MediaType.APPLICATION_JSON, Batch.NDJSON, Batch.CSV, Batch.XLSX})
    @Produces({MediaType.APPLICATION_JSON, Batch.CSV})
    @ResponseStatus(BatchAnswer.STATUS)
    @Operation(
            operationId = "putInstitutions",
            summary = "Create or change the institutions of a file",
            description = CatalogueEntryImport.DESCRIPTION)
    @RequestBody(content = @Content(mediaType = Batch.CSV, example = InstitutionView.CSV))
    @APIResponse(
            responseCode = "207",
            description = "The verdict on every item: accepted, duplicate or rejected",
            content = @Content(schema = @Schema(implementation = BatchAnswer.class)))
    public BatchAnswer putAll(byte[] body, @BeanParam BatchParameters query) {
        return file.put(body, query);
    }
}
