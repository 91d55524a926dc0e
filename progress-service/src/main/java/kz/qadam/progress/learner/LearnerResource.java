package kz.qadam.progress.learner;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import java.util.UUID;
import kz.qadam.chassis.problem.Problem;
import kz.qadam.chassis.security.Caller;
import kz.qadam.chassis.security.Role;
import kz.qadam.progress.catalogue.Almaty;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;

/** Who has come how far. */
@Path("/v1/learners")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Learners")
public class LearnerResource {

    private final LearnerProgress progress;
    private final Caller caller;
    private final Clock clock;

    LearnerResource(LearnerProgress progress, Caller caller, Clock clock) {
        this.progress = progress;
        this.caller = caller;
        this.clock = clock;
    }

    @GET
    @Path("{learnerId}/progress")
    @RolesAllowed({Role.PARTNER, Role.OFFICE, Role.AUDITOR})
    @Operation(
            operationId = "getLearnerProgress",
            summary = "How far a learner has come, and what is missing",
            description =
                    "A partner sees the learners whom it has, or had, enrolled; courses done elsewhere are there by"
                            + " their code only.")
    @APIResponse(responseCode = "200", description = "Cohort by cohort.")
    public ProgressView progress(@RestPath UUID learnerId) {
        String institution = caller.isOffice() || caller.isAuditor() ? null : caller.actingFor(null);
        return progress.of(learnerId, institution, Almaty.dayOf(clock.instant()))
                .orElseThrow(Problem::notFound);
    }
}
