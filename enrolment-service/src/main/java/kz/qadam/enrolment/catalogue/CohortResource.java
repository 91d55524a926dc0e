package kz.qadam.enrolment.catalogue;

import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import java.time.LocalDate;
import kz.qadam.chassis.batch.Batch;
import kz.qadam.chassis.problem.Problem;
import kz.qadam.chassis.security.Role;
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
import org.jboss.resteasy.reactive.RestResponse.Status;

/** Whom the programme trains, how many of them, and what trained means. */
@Path("/v1/cohorts")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Programme and cohorts")
public class CohortResource {

    private static final String ON = "The local day whose version is wanted; today if left out.";

    private final Batch batch;
    private final Changes changes;
    private final Clock clock;

    CohortResource(Batch batch, Changes changes, Clock clock) {
        this.batch = batch;
        this.changes = changes;
        this.clock = clock;
    }

    /** All cohorts, as in force on a day. */
    @GET
    @PermitAll
    @Operation(
            operationId = "listCohorts",
            summary = "All cohorts",
            description = "Their names, targets, requirements and plans as in force on a day.")
    @APIResponse(
            responseCode = "200",
            description = "The cohorts, in the programme's order",
            content = @Content(schema = @Schema(implementation = CohortView.All.class)))
    public CohortView.All cohorts(@Parameter(description = ON) @RestQuery LocalDate on) {
        LocalDate day = day(on);
        return new CohortView.All(Cohort.inOrder().stream()
                .flatMap(cohort -> cohort.inForce(day).map(version -> CohortView.of(cohort, version)).stream())
                .toList());
    }

    /** One cohort, as in force on a day. */
    @GET
    @Path("/{code}")
    @PermitAll
    @Operation(
            operationId = "getCohort",
            summary = "One cohort",
            description = "As in force on a day. The ETag names its newest version, which may hold from a later day"
                    + " on only; a change needs it.")
    @APIResponse(
            responseCode = "200",
            description = "The cohort",
            content = @Content(schema = @Schema(implementation = CohortView.class)))
    public RestResponse<CohortView> cohort(
            @RestPath String code, @Parameter(description = ON) @RestQuery LocalDate on) {
        Cohort cohort = Cohort.of(code);
        CohortVersion version = cohort.inForce(day(on)).orElseThrow(Problem::notFound);
        return IfMatch.tagged(Status.OK, cohort.version, CohortView.of(cohort, version));
    }

    /** All versions of a cohort. */
    @GET
    @Path("/{code}/versions")
    @PermitAll
    @Operation(
            operationId = "listCohortVersions",
            summary = "All versions of a cohort",
            description = "In the order in which they were recorded, with their reasons. Of two with one validFrom the"
                    + " later recorded holds.")
    @APIResponse(
            responseCode = "200",
            description = "The versions",
            content = @Content(schema = @Schema(implementation = CohortView.Versions.class)))
    public RestResponse<CohortView.Versions> versions(@RestPath String code) {
        Cohort cohort = Cohort.of(code);
        var versions = new CohortView.Versions(
                cohort.versions.stream().map(CohortView.Version::of).toList());
        return IfMatch.tagged(Status.OK, cohort.version, versions);
    }

    /** Adds a version. */
    @PUT
    @Path("/{code}")
    @RolesAllowed(Role.OFFICE)
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "putCohort",
            summary = "Change a cohort's target, requirement or plan",
            description = "Adds a version that holds from validFrom on; no earlier one is changed, and by itself it"
                    + " trains and untrains nobody before that day. Equal content changes nothing.")
    @RequestBody(required = true, content = @Content(schema = @Schema(implementation = CohortChange.class)))
    @APIResponse(
            responseCode = "200",
            description = "The cohort, with the version that holds on validFrom",
            content = @Content(schema = @Schema(implementation = CohortView.class)))
    @APIResponse(responseCode = "412")
    @APIResponse(responseCode = "422")
    @APIResponse(responseCode = "428")
    public RestResponse<CohortView> put(
            @RestPath String code,
            @Parameter(description = IfMatch.DESCRIPTION) @RestHeader("If-Match") String ifMatch,
            byte[] body) {
        return changes.make(now -> {
            Cohort cohort = Cohort.locked(code);
            var wanted = CohortChange.read(cohort, batch.single(body).fields());
            var precondition = new IfMatch(ifMatch);
            precondition.required();
            if (!cohort.says(wanted)) {
                precondition.meets(cohort.version);
                cohort.become(wanted, now);
                changes.publish(cohort);
            }
            CohortVersion holding = cohort.inForce(wanted.validFrom()).orElseThrow();
            return IfMatch.tagged(Status.OK, cohort.version, CohortView.of(cohort, holding));
        });
    }

    private LocalDate day(LocalDate on) {
        if (on != null && (on.getYear() < 1 || on.getYear() > 9999)) {
            throw Problem.badParameter("on", "malformed/parameter", "on");
        }
        return on == null ? Almaty.today(clock) : on;
    }
}
