package kz.qadam.progress.completion;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import kz.qadam.chassis.base.language.Language;
import kz.qadam.chassis.http.batch.Batch;
import kz.qadam.chassis.http.security.Role;
import kz.qadam.chassis.http.table.Download;
import kz.qadam.chassis.http.table.Template;
import kz.qadam.chassis.trail.NotInTrail;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

/** Serves empty tables of completions to fill in. */
@Path("/v1/completions")
@RolesAllowed({Role.PARTNER, Role.OFFICE})
@Tag(name = "Completions")
public class CompletionTemplateResource {

    static final Template TEMPLATE = new Template("column.completion.", CompletionPost.COLUMNS);

    /** The header row. */
    @GET
    @NotInTrail("It says nothing of people.")
    @Path("template.csv")
    @Produces(Batch.CSV)
    @Operation(
            operationId = "getCompletionCsvTemplate",
            summary = "A CSV to fill in",
            description =
                    "The header row, separated by semicolons, in UTF-8 with a byte order mark, as Excel opens it in"
                            + " Kazakh and in Russian.")
    @APIResponse(
            responseCode = "200",
            description = "The file",
            content = @Content(mediaType = Batch.CSV, schema = @Schema(type = SchemaType.STRING)))
    public RestResponse<byte[]> csv() {
        return Download.of(TEMPLATE.csv(), "completions.csv");
    }

    /** The header row above columns of text, and a description of each column. */
    @GET
    @NotInTrail("It says nothing of people.")
    @Path("template.xlsx")
    @Produces(Batch.XLSX)
    @Operation(
            operationId = "getCompletionXlsxTemplate",
            summary = "An Excel file to fill in",
            description = "A sheet whose columns contain text, so that no number loses its leading zeros, and a second"
                    + " sheet that explains each column in the language of Accept-Language: kk, ru or en.")
    @APIResponse(
            responseCode = "200",
            description = "The file",
            content = @Content(mediaType = Batch.XLSX, schema = @Schema(type = SchemaType.STRING, format = "binary")))
    public RestResponse<byte[]> xlsx(@HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) String acceptLanguage) {
        return Download.of(TEMPLATE.xlsx(Language.of(acceptLanguage)), "completions.xlsx");
    }
}
