package kz.qadam.reporting.receipt;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import kz.qadam.chassis.database.Database;
import kz.qadam.chassis.problem.Fault;
import kz.qadam.chassis.problem.Problem;
import kz.qadam.chassis.problem.ProblemType;
import kz.qadam.chassis.security.Caller;
import kz.qadam.chassis.security.Role;
import kz.qadam.reporting.asof.PointInTime;
import kz.qadam.reporting.asof.PointsInTime;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jdbi.v3.core.Handle;

/** A partner asks what became of what it has sent. */
@Path("/v1/receipts")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({Role.PARTNER, Role.OFFICE, Role.AUDITOR})
@Tag(name = "Receipts", description = "What became of a completion. A partner sees its own, office and auditor any.")
public class ReceiptResource {

    /** Receipts found by a reference. */
    @Schema(name = "Receipts", description = "None or one.")
    record Found(List<Receipt> items) {}

    private final Database database;
    private final PointsInTime moments;
    private final Caller caller;

    ReceiptResource(Database database, PointsInTime moments, Caller caller) {
        this.database = database;
        this.moments = moments;
        this.caller = caller;
    }

    /** One completion's. */
    @GET
    @Path("/{completionId}")
    @Operation(
            operationId = "receipt",
            summary = "What became of a completion",
            description = "When it was received, its events and where they are in Kafka, its status as last published,"
                    + " whether it counts and since when, whether it makes its learner trained; if not, why. A"
                    + " completion that has always waited for its enrolment is not known here: progress-service lists"
                    + " it as pending.")
    @APIResponse(responseCode = "200", description = "The receipt.")
    @APIResponse(responseCode = "422")
    public Receipt receipt(
            @RestPath @Parameter(description = "The id of the completion.") String completionId,
            @RestQuery @Parameter(description = PointsInTime.AS_OF) String asOf,
            @RestQuery @Parameter(description = PointsInTime.ON) String on) {
        PointInTime moment = moment(asOf, on);
        return find(handle -> Receipts.find(handle, moment, id(completionId)))
                .filter(receipt -> mayAskAnything() || caller.institution().equals(Optional.of(receipt.institution())))
                .orElseThrow(Problem::notFound);
    }

    /** That of a partner's reference. */
    @GET
    @Operation(
            operationId = "receiptByReference",
            summary = "What became of the completion with a reference",
            description = "A partner asks by its own reference; office and auditor name the institution too.")
    @APIResponse(responseCode = "200", description = "None or one.")
    @APIResponse(responseCode = "422")
    public Found byReference(
            @RestQuery @Parameter(required = true, description = "The institution's reference.", example = "C-1")
                    String reference,
            @RestQuery @Parameter(description = "A partner's own, if absent.", example = "school-42")
                    String institution,
            @RestQuery @Parameter(description = PointsInTime.AS_OF) String asOf,
            @RestQuery @Parameter(description = PointsInTime.ON) String on) {
        if (reference == null) {
            throw Problem.badParameter("reference", "missing", "reference");
        }
        String whose = whose(institution);
        PointInTime moment = moment(asOf, on);
        return new Found(find(handle -> Receipts.byReference(handle, moment, whose, reference)
                        .flatMap(completion -> Receipts.find(handle, moment, completion)))
                .stream()
                .toList());
    }

    private <T> T find(Function<Handle, T> work) {
        return database.transaction(work);
    }

    /** A partner does not hold up the intake. */
    private PointInTime moment(String asOf, String on) {
        return mayAskAnything() ? moments.of(asOf, on) : moments.unsettled(asOf, on);
    }

    private boolean mayAskAnything() {
        return caller.isOffice() || caller.isAuditor();
    }

    private String whose(String named) {
        if (mayAskAnything()) {
            if (named == null) {
                throw Problem.badParameter("institution", "missing", "institution");
            }
            return named;
        }
        String own = caller.institution().orElseThrow(() -> new Problem(ProblemType.FORBIDDEN));
        if (named != null && !named.equals(own)) {
            throw new Problem(ProblemType.NOT_YOURS, Fault.parameter("institution", "not-yours"));
        }
        return own;
    }

    private static UUID id(String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException e) {
            throw Problem.notFound();
        }
    }
}
