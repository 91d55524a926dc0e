package kz.qadam.progress.completion;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.io.InputStream;
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
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;

/** Receives large files of completions. */
@Path(CompletionImportResource.PATH)
@Tag(name = "Large files")
public class CompletionImportResource extends ImportResource {

    static final String PATH = "/v1/completion-imports";

    CompletionImportResource(Imports imports, NewCompletions completions, Caller caller) {
        super(imports, completions, caller);
    }

    /** Receives a file. */
    @POST
    @RecordedInTrail(TrailKind.WRITE)
    @RolesAllowed({Role.PARTNER, Role.OFFICE})
    @OnlyActiveSenders
    @Consumes(MediaType.WILDCARD) // The role is checked before the media type.
    @Operation(
            operationId = "importCompletions",
            summary = "Post a large file of completions",
            description = ImportResource.DESCRIPTION)
    @RequestBody(
            required = true,
            content = {
                @Content(
                        mediaType = BodyRows.CSV,
                        schema = @Schema(type = SchemaType.STRING),
                        example = CompletionPost.CSV),
                @Content(
                        mediaType = BodyRows.NDJSON,
                        schema = @Schema(type = SchemaType.STRING),
                        example = CompletionPost.EXAMPLE),
                @Content(mediaType = BodyRows.XLSX, schema = @Schema(type = SchemaType.STRING, format = "binary"))
            })
    @APIResponse(
            responseCode = "202",
            description = "The file is stored completely, and will be processed",
            headers =
                    @Header(
                            name = "Location",
                            description = "The address of its job",
                            schema = @Schema(type = SchemaType.STRING)),
            content = @Content(schema = @Schema(implementation = JobView.class)))
    @APIResponse(responseCode = "413", description = "More than 1,000,000 rows or 500 MB")
    @APIResponse(responseCode = "415", description = "Another media type, or not UTF-8")
    @APIResponse(responseCode = "422", description = "fileName contains an identification number")
    @APIResponse(responseCode = "429", description = ImportResource.TOO_MANY)
    @APIResponse(responseCode = "503", description = ImportResource.TOO_MANY_OF_ALL)
    public RestResponse<JobView> take(
            InputStream body,
            @Parameter(description = "A name for your own use; up to 200 characters.", example = "group-7.csv")
                    @RestQuery
                    String fileName,
            @Parameter(description = TableProfiles.DESCRIPTION, example = "deans-office") @RestQuery String profile,
            @Context HttpHeaders headers) {
        return receive(body, headers, fileName, profile);
    }
}
