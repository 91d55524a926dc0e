package kz.qadam.progress.evaluation;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import kz.qadam.chassis.base.database.Database;
import kz.qadam.chassis.http.list.ListedRow;
import kz.qadam.chassis.http.list.Page;
import kz.qadam.chassis.http.list.PageQuery;
import kz.qadam.chassis.http.security.Role;
import kz.qadam.chassis.trail.NotInTrail;
import kz.qadam.progress.catalogue.Catalogue;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;

/** Shows the progress of evaluations. */
@Path("/v1/evaluations")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Evaluations")
public class EvaluationResource {

    private static final String LIST = """
            select e.*, %s
              from evaluation e
             where (e.changed_by, e.id) > (:change::text::xid8, :id)
               and (:cohort::text is null or e.cohort = :cohort) and %s
             order by e.changed_by, e.id limit :limit
            """;

    private final Database database;

    EvaluationResource(Database database) {
        this.database = database;
    }

    @GET
    @NotInTrail("It says nothing of people.")
    @RolesAllowed({Role.OFFICE, Role.AUDITOR, Role.VIEWER})
    @Operation(
            operationId = "listEvaluations",
            summary = "List evaluations by their last change",
            description =
                    "When a requirement, the programme's days or the hours of a course change, the learners concerned"
                            + " are judged again in the background, while posts are still taken in. Each step moves"
                            + " an evaluation to the end of the list; used again later, the last cursor returns the"
                            + " evaluations that have progressed since.")
    public RestResponse<Page<EvaluationView>> list(
            @RestQuery String cohort,
            @Parameter(schema = @Schema(implementation = EvaluationStatus.class)) @RestQuery String status,
            @BeanParam PageQuery page) {
        EvaluationStatus filter = EvaluationStatus.ofParameter(status);
        return page.answer(start -> database.transaction(handle -> {
            Catalogue.requireCohort(handle, cohort);
            return handle.createQuery(LIST.formatted(
                            ListedRow.positionColumns("e.changed_by"), filter == null ? "true" : filter.condition()))
                    .bind("change", start.after().change())
                    .bind("id", start.after().id().getLeastSignificantBits())
                    .bind("cohort", cohort)
                    .bind("limit", start.limit())
                    .map((row, context) -> new ListedRow<>(
                            row.getLong("change"),
                            new UUID(0, row.getLong("id")), // The number of the evaluation is the lower half.
                            row.getLong("horizon"),
                            EvaluationView.of(Evaluation.MAPPER.map(row, context))))
                    .list();
        }));
    }
}
