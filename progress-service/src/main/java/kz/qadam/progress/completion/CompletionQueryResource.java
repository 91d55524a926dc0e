package kz.qadam.progress.completion;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import kz.qadam.chassis.base.database.Database;
import kz.qadam.chassis.http.list.ListedRow;
import kz.qadam.chassis.http.list.Page;
import kz.qadam.chassis.http.list.PageQuery;
import kz.qadam.chassis.http.list.VersionCursor;
import kz.qadam.chassis.http.problem.Problem;
import kz.qadam.chassis.http.security.AccessScope;
import kz.qadam.chassis.http.security.Caller;
import kz.qadam.chassis.http.security.Role;
import kz.qadam.chassis.trail.RecordedInTrail;
import kz.qadam.chassis.trail.TrailKind;
import kz.qadam.progress.query.BooleanParameter;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;
import org.jdbi.v3.core.statement.SqlStatements;

/** Shows completions and their histories to their institutions, the office and auditors. */
@Path("/v1/completions")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Completions")
@RolesAllowed({Role.PARTNER, Role.OFFICE, Role.AUDITOR, Role.AUDITOR_OF_A_REGION})
public class CompletionQueryResource {

    private static final String LIST = """
            select %s, %s
              from completion c
             where (c.changed, c.id) > (:change::text::xid8, :id) and c.enrolment is not null %s
             order by c.changed, c.id limit :limit
            """;

    private static final String IS_STALE = "(c.status = 'pending' and c.pending_since < :staleBefore)";

    private final Database database;
    private final Caller caller;
    private final PendingConfig pending;
    private final Clock clock;

    CompletionQueryResource(Database database, Caller caller, PendingConfig pending, Clock clock) {
        this.database = database;
        this.caller = caller;
        this.pending = pending;
        this.clock = clock;
    }

    @GET
    @RecordedInTrail(TrailKind.READ)
    @Operation(
            operationId = "listCompletions",
            summary = "List completions by their last change",
            description = "A partner sees its own, an auditor whose token names a region those of the region."
                    + " The cursor never expires: used again later, the last cursor"
                    + " returns the completions that have changed since, including those that turned from pending"
                    + " to accepted. Becoming stale is not a change.")
    public RestResponse<Page<CompletionView>> list(
            @RestQuery String institution,
            @Parameter(schema = @Schema(implementation = CompletionStatus.class)) @RestQuery String status,
            @RestQuery String reference,
            @Parameter(
                            description = "true: completions that have been pending for too long; false: all others.",
                            schema = @Schema(type = SchemaType.BOOLEAN))
                    @RestQuery
                    String stale,
            @BeanParam PageQuery page) {
        AccessScope scope = caller.scope();
        AccessScope asked = scope.at(institution);
        CompletionStatus withStatus = CompletionStatus.ofParameter(status);
        Boolean isStale = BooleanParameter.of("stale", stale);
        // Only the given conditions, so that PostgreSQL plans each combination by itself.
        String conditions = asked.sql("c.institution", "c.region")
                + VisibleCompletions.withoutBlocked(scope)
                + (withStatus == null ? "" : " and c.status = :status")
                + (reference == null ? "" : " and c.reference = :reference")
                + (isStale == null ? "" : isStale ? " and " + IS_STALE : " and not " + IS_STALE);
        PendingAge ages = ages();
        var listed = LIST.formatted(CompletionRows.NAMES, ListedRow.positionColumns("c.changed"), conditions);
        return page.answer(begin -> database
                .transaction(handle -> begin.rows(
                        asked.bindTo(handle.createQuery(listed))
                                .configure(SqlStatements.class, parameters -> parameters.setUnusedBindingAllowed(true))
                                .bind("status", withStatus == null ? null : withStatus.word())
                                .bind("reference", reference)
                                .bind("staleBefore", ages.staleBefore()),
                        CompletionRows.COLUMNS,
                        Completion::id))
                .stream()
                .map(row -> row.as(completion -> CompletionView.of(completion, ages)))
                .toList());
    }

    @GET
    @RecordedInTrail(TrailKind.READ)
    @Path("{id}")
    @Operation(
            operationId = "getCompletion",
            summary = "One completion in its current state",
            description = "The newest state, also if it is refused or revoked. A partner sees its own completions.")
    public CompletionView one(@RestPath UUID id) {
        AccessScope scope = caller.scope();
        return database.transaction(handle -> VisibleCompletions.find(handle, id, scope))
                .map(completion -> CompletionView.of(completion, ages()))
                .orElseThrow(Problem::notFound);
    }

    @GET
    @RecordedInTrail(TrailKind.READ)
    @Path("{id}/history")
    @Operation(
            operationId = "getCompletionHistory",
            summary = "Every state of a completion",
            description =
                    "Each state with its content, status, cause, time, reason, and the role of its author. A partner"
                            + " sees its own completions; for another institution's the answer is 404. A long"
                            + " history comes in pages.")
    @APIResponse(
            responseCode = "200",
            description = "Its states, the oldest first; the Link header leads to the next page.",
            content = @Content(schema = @Schema(implementation = CompletionHistoryView.class)))
    public RestResponse<CompletionHistoryView> history(
            @Context UriInfo uri,
            @RestPath UUID id,
            @Parameter(description = "The number of states, 1 to 1000; default 1000.") @RestQuery Integer limit,
            @Parameter(description = "The cursor of an earlier page.") @RestQuery String cursor) {
        VersionCursor after = VersionCursor.parse(cursor, limit);
        AccessScope scope = caller.scope();
        List<Completion> states = database.transaction(
                handle -> VisibleCompletions.states(handle, id, scope, after.version(), after.limit() + 1));
        if (states.isEmpty()) {
            throw Problem.notFound();
        }
        return after.page(states, Completion::version, CompletionHistoryView::of, uri);
    }

    private PendingAge ages() {
        return PendingAge.at(clock.instant(), pending);
    }
}
