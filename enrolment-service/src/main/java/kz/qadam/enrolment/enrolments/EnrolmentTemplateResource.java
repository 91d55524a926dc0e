package kz.qadam.enrolment.enrolments;

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
import kz.qadam.enrolment.catalogue.NamedCatalogueEntries;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

/** Templates of files of enrolments. */
@Path("/v1/enrolments")
@RolesAllowed({Role.PARTNER, Role.OFFICE})
@Tag(name = "Enrolments")
public class EnrolmentTemplateResource {

    static final Template TEMPLATE = new Template("column.enrolment.", EnrolmentPost.READER.columns())
            .withValues("cohort", NamedCatalogueEntries::cohorts);

    /** The header row. */
    @GET
    @NotInTrail("It says nothing of people.")
    @Path("template.csv")
    @Produces(Batch.CSV)
    @Operation(
            operationId = "getEnrolmentCsvTemplate",
            summary = "A CSV to fill in",
            description =
                    "The header row, separated by semicolons, in UTF-8 with a byte order mark: Excel opens it correctly"
                            + " in Kazakh and in Russian.")
    @APIResponse(
            responseCode = "200",
            description = "The file",
            content = @Content(mediaType = Batch.CSV, schema = @Schema(type = SchemaType.STRING)))
    public RestResponse<byte[]> csv() {
        return Download.of(TEMPLATE.csv(), "enrolments.csv");
    }

    /** A sheet with the header row and text columns, and a sheet that explains each column. */
    @GET
    @NotInTrail("It says nothing of people.")
    @Path("template.xlsx")
    @Produces(Batch.XLSX)
    @Operation(
            operationId = "getEnrolmentXlsxTemplate",
            summary = "An Excel file to fill in",
            description =
                    "The columns of the first sheet are text, so that no number loses its leading zeros. The second"
                            + " sheet explains each column in the language of Accept-Language: kk, ru or en.")
    @APIResponse(
            responseCode = "200",
            description = "The file",
            content = @Content(mediaType = Batch.XLSX, schema = @Schema(type = SchemaType.STRING, format = "binary")))
    public RestResponse<byte[]> xlsx(@HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) String acceptLanguage) {
        return Download.of(TEMPLATE.xlsx(Language.of(acceptLanguage)), "enrolments.xlsx");
    }
}
