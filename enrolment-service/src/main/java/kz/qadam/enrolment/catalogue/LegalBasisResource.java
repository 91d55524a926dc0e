package kz.qadam.enrolment.catalogue;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import kz.qadam.chassis.http.batch.Batch;
import kz.qadam.chassis.http.problem.Problem;
import kz.qadam.chassis.http.security.Role;
import kz.qadam.chassis.http.version.Precondition;
import kz.qadam.chassis.trail.NotInTrail;
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
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.Status;

/** On which basis each institution sends the people of each cohort, as it has declared. */
@Path("/v1/institutions/{institution}/bases")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Institutions")
public class LegalBasisResource {

    private static final String INSTITUTION = "The code of the institution; for a partner, its own.";

    private static final String COHORT = "The code of the cohort.";

    private final Batch batch;
    private final LegalBasisDeclarations declarations;

    LegalBasisResource(Batch batch, LegalBasisDeclarations declarations) {
        this.batch = batch;
        this.declarations = declarations;
    }

    /** All declarations of an institution. */
    @GET
    @RolesAllowed({Role.PARTNER, Role.OFFICE, Role.AUDITOR})
    @NotInTrail("No record of a person is read.")
    @Operation(
            operationId = "listBases",
            summary = "All declarations of an institution about its basis",
            description = "Also those that a later declaration has replaced. On a day, the one with the highest version"
                    + " is in force of those whose since is not later. A partner sees those of its own institution.")
    @APIResponse(responseCode = "200", description = "The declarations")
    public LegalBasisView.All bases(
            @RestPath @Parameter(description = INSTITUTION, example = "school-42") String institution) {
        declarations.requireVisible(institution);
        return LegalBasisView.All.of(Institution.of(institution));
    }

    /** The newest declaration of an institution for a cohort. */
    @GET
    @Path("/{cohort}")
    @RolesAllowed({Role.PARTNER, Role.OFFICE, Role.AUDITOR})
    @NotInTrail("No record of a person is read.")
    @Operation(
            operationId = "getBasis",
            summary = "The newest declaration of an institution for a cohort",
            description = "It may come into force on a later day. The ETag names it; a change needs this ETag. 404 if"
                    + " the institution has declared nothing about this cohort.")
    @APIResponse(responseCode = "200", description = "The declaration")
    public RestResponse<LegalBasisView> basis(
            @RestPath @Parameter(description = INSTITUTION, example = "school-42") String institution,
            @RestPath @Parameter(description = COHORT, example = "pupils") String cohort) {
        declarations.requireVisible(institution);
        DeclaredBasis newest =
                Institution.of(institution).newestBasis(Cohort.of(cohort).code).orElseThrow(Problem::notFound);
        return tagged(Status.OK, LegalBasisView.of(newest));
    }

    /** Declares the basis of an institution for a cohort. */
    @PUT
    @Path("/{cohort}")
    @RolesAllowed({Role.PARTNER_ADMIN, Role.OFFICE})
    @Consumes(MediaType.APPLICATION_JSON)
    @RecordedInTrail(TrailKind.WRITE)
    @Operation(
            operationId = "putBasis",
            summary = "Declare on which basis an institution sends the people of a cohort",
            description = "From since on it replaces earlier declarations for this cohort, which stay on record. The"
                    + " first one needs no If-Match. Equal content changes nothing. A partner's administrator declares"
                    + " for its own institution. Coverage shows viewers, office and auditors who has declared what. An"
                    + " installation may refuse enrolments without a basis: basis-needed.")
    @RequestBody(
            required = true,
            content =
                    @Content(schema = @Schema(implementation = LegalBasisPost.class), example = LegalBasisPost.EXAMPLE))
    @APIResponse(responseCode = "200", description = "The newest declaration")
    @APIResponse(
            responseCode = "201",
            description = "The first declaration",
            content = @Content(schema = @Schema(implementation = LegalBasisView.class)))
    @APIResponse(responseCode = "412")
    @APIResponse(responseCode = "422", description = "Minors do not consent for themselves, or the day is out of range")
    @APIResponse(responseCode = "428")
    public RestResponse<LegalBasisView> declare(
            @RestPath @Parameter(description = INSTITUTION, example = "school-42") String institution,
            @RestPath @Parameter(description = COHORT, example = "pupils") String cohort,
            @Parameter(description = Precondition.DESCRIPTION) @RestHeader("If-Match") String ifMatch,
            byte[] body) {
        declarations.requireVisible(institution);
        var declared = declarations.declare(
                institution,
                cohort,
                new Precondition(ifMatch),
                () -> batch.single(body).fields());
        return tagged(declared.isFirst() ? Status.CREATED : Status.OK, declared.view());
    }

    private static RestResponse<LegalBasisView> tagged(Status status, LegalBasisView one) {
        return Precondition.tagged(status, one.version(), one);
    }
}
