package kz.qadam.enrolment.enrolments;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.InputStream;
import java.util.UUID;
import kz.qadam.chassis.http.security.Caller;
import kz.qadam.chassis.http.security.OnlyActiveSenders;
import kz.qadam.chassis.http.security.Role;
import kz.qadam.chassis.http.table.BodyRows;
import kz.qadam.chassis.submissions.imports.ImportResource;
import kz.qadam.chassis.submissions.imports.Imports;
import kz.qadam.chassis.submissions.imports.JobView;
import kz.qadam.chassis.submissions.profiles.TableProfiles;
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

/** Imports of large files of enrolments. */
@Path(EnrolmentImportResource.PATH)
@Tag(name = "Large files")
public class EnrolmentImportResource extends ImportResource {

    static final String PATH = "/v1/enrolment-imports";

    EnrolmentImportResource(Imports imports, NewEnrolments enrolments, Caller caller) {
        super(imports, enrolments, caller);
    }

    /** Receives a file. */
    @POST
    @RecordedInTrail(TrailKind.WRITE)
    @RolesAllowed({Role.PARTNER, Role.OFFICE})
    @OnlyActiveSenders
    @Consumes(MediaType.WILDCARD) // The role is checked before the media type.
    @Operation(
            operationId = "importEnrolments",
            summary = "Enrol the learners of a large file",
            description = ImportResource.DESCRIPTION)
    @RequestBody(
            required = true,
            content = {
                @Content(
                        mediaType = BodyRows.CSV,
                        schema = @Schema(type = SchemaType.STRING),
                        example = EnrolmentPost.CSV),
                @Content(
                        mediaType = BodyRows.NDJSON,
                        schema = @Schema(type = SchemaType.STRING),
                        example = EnrolmentPost.EXAMPLE),
                @Content(mediaType = BodyRows.XLSX, schema = @Schema(type = SchemaType.STRING, format = "binary"))
            })
    @APIResponse(
            responseCode = "202",
            description = "The whole file is kept, and will be processed",
            headers = @Header(name = "Location", description = "Its job", schema = @Schema(type = SchemaType.STRING)),
            content = @Content(schema = @Schema(implementation = JobView.class)))
    @APIResponse(responseCode = "413", description = "More than 1,000,000 rows or 500 MB")
    @APIResponse(responseCode = "415", description = "Another media type, or not UTF-8")
    @APIResponse(responseCode = "422", description = "fileName contains an identification number")
    @APIResponse(responseCode = "429", description = ImportResource.TOO_MANY)
    @APIResponse(responseCode = "503", description = ImportResource.TOO_MANY_OF_ALL)
    public RestResponse<JobView> take(
            InputStream body,
            @Parameter(description = "Your own name for the file; up to 200 characters.", example = "group-7.csv")
                    @RestQuery
                    String fileName,
            @Parameter(description = TableProfiles.DESCRIPTION, example = "deans-office") @RestQuery String profile,
            @Context HttpHeaders headers) {
        return receive(body, headers, fileName, profile);
    }

    /** The rows that were kept of a table without references, as the table of completions to send. */
    @GET
    @RecordedInTrail(TrailKind.EXPORT)
    @Path("/{id}/kept.csv")
    @Produces("text/csv")
    @RolesAllowed({Role.PARTNER, Role.OFFICE})
    @Operation(
            operationId = "getKeptRowsOfEnrolments",
            summary = "The rows of a table without references that were kept",
            description = "The table of completions to send, as it is: the rows with the references that were derived"
                    + " for them, and without numbers of people. Columns whose name begins with _ are for people, and"
                    + " are not read; _line is the line in the file. Before the file is finished, the table contains"
                    + " the rows up to now. An answer that breaks off is not complete: rows were deleted meanwhile.")
    @APIResponse(
            responseCode = "200",
            description = "A CSV table in UTF-8 with a byte order mark, with the separator of the file",
            content = @Content(mediaType = "text/csv", schema = @Schema(type = SchemaType.STRING)))
    @APIResponse(responseCode = "404", description = "No such file of yours, or its table has references")
    @APIResponse(responseCode = "410", description = "The rows are deleted, all or some: see expiresAt")
    public RestResponse<StreamingOutput> kept(@RestPath UUID id) {
        return keptRows(id);
    }
}
