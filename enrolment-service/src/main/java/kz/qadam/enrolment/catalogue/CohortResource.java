package kz.qadam.enrolment.catalogue;

import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import java.time.LocalDate;
import kz.qadam.chassis.base.language.Message;
import kz.qadam.chassis.base.time.AlmatyTime;
import kz.qadam.chassis.http.batch.Batch;
import kz.qadam.chassis.http.problem.Problem;
import kz.qadam.chassis.http.problem.ProblemType;
import kz.qadam.chassis.http.security.Role;
import kz.qadam.chassis.http.version.Precondition;
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
import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.Status;

/** The cohorts: whom the programme trains, how many people, and what trained means. */
@Path("/v1/cohorts")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Programme and cohorts")
public class CohortResource {

    private static final String ON = "The version in force on this local day is returned; today if left out.";

    private final Batch batch;
    private final CohortChanges changes;
    private final Clock clock;

    CohortResource(Batch batch, CohortChanges changes, Clock clock) {
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
    @APIResponse(responseCode = "200", description = "The cohorts, in the programme's order")
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
            description = "The version in force on a day. The ETag names the newest version, which may come into"
                    + " force on a later day; a change needs this ETag.")
    @APIResponse(responseCode = "200", description = "The cohort")
    public RestResponse<CohortView> cohort(
            @RestPath String code, @Parameter(description = ON) @RestQuery LocalDate on) {
        Cohort cohort = Cohort.of(code);
        CohortVersion version = cohort.inForce(day(on)).orElseThrow(Problem::notFound);
        return Precondition.tagged(Status.OK, cohort.version, CohortView.of(cohort, version));
    }

    /** All versions of a cohort. */
    @GET
    @Path("/{code}/versions")
    @PermitAll
    @Operation(
            operationId = "listCohortVersions",
            summary = "All versions of a cohort",
            description = "In the order in which they were recorded, with their reasons. Of two versions with the same"
                    + " validFrom, the one recorded later is in force.")
    @APIResponse(responseCode = "200", description = "The versions")
    public RestResponse<CohortView.Versions> versions(@RestPath String code) {
        Cohort cohort = Cohort.of(code);
        var versions = new CohortView.Versions(
                cohort.versions().stream().map(CohortView.Version::of).toList());
        return Precondition.tagged(Status.OK, cohort.version, versions);
    }

    /** Creates a cohort, or adds a version to one. */
    @PUT
    @RecordedInTrail(TrailKind.WRITE)
    @Path("/{code}")
    @RolesAllowed(Role.OFFICE)
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "putCohort",
            summary = "Create a cohort, or change its target, requirement or plan",
            description = "With If-None-Match: * the request creates a cohort; enrolments, figures, forecasts and the"
                    + " page then include it. Before validFrom a new cohort has no target. With If-Match the request"
                    + " adds a version that is in force from validFrom on; earlier versions stay, and who was trained"
                    + " before that day does not change. Equal content changes nothing. One of the two headers is"
                    + " required.")
    @RequestBody(required = true, content = @Content(schema = @Schema(implementation = CohortChange.class)))
    @APIResponse(responseCode = "200", description = "The cohort, with the version in force on validFrom")
    @APIResponse(
            responseCode = "201",
            description = "The new cohort",
            headers = @Header(name = "Location", description = "Its path", schema = @Schema(type = SchemaType.STRING)),
            content = @Content(schema = @Schema(implementation = CohortView.class)))
    @APIResponse(responseCode = "412")
    @APIResponse(responseCode = "422")
    @APIResponse(responseCode = "428")
    public RestResponse<CohortView> put(
            @RestPath String code,
            @Parameter(description = Precondition.DESCRIPTION) @RestHeader("If-Match") String ifMatch,
            @Parameter(description = "Always *. Required to create a cohort.") @RestHeader("If-None-Match")
                    String ifNoneMatch,
            byte[] body) {
        if (ifNoneMatch != null) {
            return create(code, ifMatch, ifNoneMatch, body);
        }
        if (ifMatch == null) {
            throw new Problem(ProblemType.PRECONDITION_REQUIRED, Message.of("create-or-change"));
        }
        return change(code, ifMatch, body);
    }

    private RestResponse<CohortView> create(String code, String ifMatch, String ifNoneMatch, byte[] body) {
        CodeRules.checkCohort(code);
        Precondition.createsOnly(ifNoneMatch);
        var created = changes.create(
                code, new Precondition(ifMatch), () -> batch.single(body).fields());
        return Precondition.created("/v1/cohorts/" + code, created.version(), created.view());
    }

    private RestResponse<CohortView> change(String code, String ifMatch, byte[] body) {
        var changed = changes.change(
                code, new Precondition(ifMatch), () -> batch.single(body).fields());
        return Precondition.tagged(Status.OK, changed.version(), changed.view());
    }

    /** Withdraws a cohort in which nobody was ever enrolled. */
    @DELETE
    @RecordedInTrail(TrailKind.WRITE)
    @Path("/{code}")
    @RolesAllowed(Role.OFFICE)
    @Operation(
            operationId = "withdrawCohort",
            summary = "Withdraw a cohort",
            description =
                    "Possible as long as nobody was ever enrolled in it. The cohort then no longer exists; figures as"
                            + " of an earlier time still include it. It can be created again.")
    @APIResponse(responseCode = "204", description = "The cohort no longer exists")
    @APIResponse(
            responseCode = "409",
            description = "It cannot be withdrawn, because a learner is or was enrolled in it",
            content =
                    @Content(
                            mediaType = "application/problem+json",
                            schema = @Schema(ref = "#/components/schemas/Problem"),
                            example = """
                                    {"type": "https://qadam.kz/problems/in-use", "title": "In use, so it cannot change", \
                                    "status": 409}"""))
    @APIResponse(responseCode = "412")
    @APIResponse(responseCode = "428")
    public RestResponse<Void> withdraw(
            @RestPath String code,
            @Parameter(description = Precondition.DESCRIPTION) @RestHeader("If-Match") String ifMatch) {
        var precondition = new Precondition(ifMatch);
        precondition.requirePresent();
        changes.withdraw(code, precondition);
        return RestResponse.noContent();
    }

    private LocalDate day(LocalDate on) {
        if (on != null && (on.getYear() < 1 || on.getYear() > 9999)) {
            throw Problem.badParameter("on", "malformed/parameter", "on");
        }
        return on == null ? AlmatyTime.today(clock) : on;
    }
}
