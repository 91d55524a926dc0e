package kz.qadam.reporting.audit.receipt;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import kz.qadam.chassis.base.database.Database;
import kz.qadam.chassis.http.problem.Problem;
import kz.qadam.chassis.http.security.AccessScope;
import kz.qadam.chassis.http.security.Caller;
import kz.qadam.chassis.http.security.Role;
import kz.qadam.chassis.trail.RecordedInTrail;
import kz.qadam.chassis.trail.Recording;
import kz.qadam.chassis.trail.TrailKind;
import kz.qadam.reporting.asof.PointInTime;
import kz.qadam.reporting.asof.PointInTimeResolver;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jdbi.v3.core.Handle;

/** Receipts of completions: a partner checks whether the completions that it has sent count. */
@Path("/v1/receipts")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({Role.PARTNER, Role.OFFICE, Role.AUDITOR, Role.AUDITOR_OF_A_REGION})
@Tag(
        name = "Receipts",
        description =
                "Whether a completion counts, and why not. A partner sees its own completions; office and auditor see"
                        + " all, an auditor whose token names a region those of the region.")
public class ReceiptResource {

    /** Receipts found by a reference. */
    @Schema(name = "Receipts", description = "One receipt, or none.")
    record Found(List<Receipt> items) {}

    private final Database database;
    private final PointInTimeResolver points;
    private final Caller caller;
    private final Recording recording;

    ReceiptResource(Database database, PointInTimeResolver points, Caller caller, Recording recording) {
        this.recording = recording;
        this.database = database;
        this.points = points;
        this.caller = caller;
    }

    /** The receipt of a completion, by its id. */
    @GET
    @RecordedInTrail(TrailKind.READ)
    @Path("/{completionId}")
    @Operation(
            operationId = "receipt",
            summary = "The receipt of a completion",
            description =
                    "When the completion was received, its events and their positions in Kafka, its status as last"
                            + " published, since when it counts and makes its learner trained, or why not. A"
                            + " completion that has always waited for its enrolment is not known here (404):"
                            + " progress-service lists it as pending.")
    @APIResponse(responseCode = "200", description = "The receipt.")
    @APIResponse(responseCode = "422")
    public Receipt receipt(
            @RestPath @Parameter(description = "The id of the completion.") String completionId,
            @RestQuery @Parameter(description = PointInTimeResolver.AS_OF) String asOf,
            @RestQuery @Parameter(description = PointInTimeResolver.ON) String on) {
        AccessScope scope = caller.scope();
        PointInTime point = point(scope, asOf, on);
        return database.transaction(handle -> find(handle, point, id(completionId), scope))
                .orElseThrow(Problem::notFound);
    }

    /** The receipt of a completion, by the reference of its institution. */
    @GET
    @RecordedInTrail(TrailKind.READ)
    @Operation(
            operationId = "receiptByReference",
            summary = "The receipt of the completion with a reference",
            description = "A partner gives its own reference; office and auditor also give the institution.")
    @APIResponse(responseCode = "200", description = "One receipt, or none.")
    @APIResponse(responseCode = "422")
    public Found byReference(
            @RestQuery
                    @Parameter(
                            required = true,
                            description = "The reference that the institution gave the completion.",
                            example = "C-1")
                    String reference,
            @RestQuery
                    @Parameter(
                            description = "The code of the institution; a partner may leave it out.",
                            example = "school-42")
                    String institution,
            @RestQuery @Parameter(description = PointInTimeResolver.AS_OF) String asOf,
            @RestQuery @Parameter(description = PointInTimeResolver.ON) String on) {
        if (reference == null) {
            throw Problem.badParameter("reference", "missing", "reference");
        }
        AccessScope scope = caller.scope();
        String owner = scope.at(institution).institution();
        if (owner == null) {
            throw Problem.badParameter("institution", "missing", "institution");
        }
        PointInTime point = point(scope, asOf, on);
        Optional<Receipt> found =
                database.transaction(handle -> CompletionReceipts.findCompletion(handle, point, owner, reference)
                        .flatMap(completion -> find(handle, point, completion, scope)));
        found.ifPresent(receipt -> recording.setSubject(receipt.completionId().toString()));
        return new Found(found.stream().toList());
    }

    /** A receipt outside the caller's access scope does not exist for the caller, nor, for an institution, that of a blocked learner. */
    private static Optional<Receipt> find(Handle handle, PointInTime point, UUID completion, AccessScope scope) {
        return CompletionReceipts.find(handle, point, completion)
                .filter(receipt -> scope.sees(receipt.institution(), receipt.region()))
                .filter(receipt -> !scope.isOfInstitution() || !CompletionReceipts.isBlocked(handle, completion));
    }

    /** A question of a partner takes no lock, so that it cannot delay the intake. */
    private PointInTime point(AccessScope scope, String asOf, String on) {
        PointInTime point = scope.isOfInstitution() ? points.unsettled(asOf, on) : points.of(asOf, on);
        recording.setPointInTime(point.asOf(), point.on(), point.batch());
        return point;
    }

    private static UUID id(String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException e) {
            throw Problem.notFound();
        }
    }
}
