package kz.qadam.progress.learner;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.StreamingOutput;
import jakarta.ws.rs.core.UriInfo;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import kz.qadam.chassis.base.time.AlmatyTime;
import kz.qadam.chassis.http.list.Page;
import kz.qadam.chassis.http.problem.Problem;
import kz.qadam.chassis.http.security.AccessScope;
import kz.qadam.chassis.http.security.Caller;
import kz.qadam.chassis.http.security.Role;
import kz.qadam.chassis.http.table.BodyRows;
import kz.qadam.chassis.http.table.SpreadsheetCsv;
import kz.qadam.chassis.trail.RecordedInTrail;
import kz.qadam.chassis.trail.TrailKind;
import kz.qadam.progress.query.BooleanParameter;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.media.SchemaProperty;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;

/** Shows the progress of learners. */
@Path("/v1/learners")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Learners")
public class LearnerResource {

    private final LearnerProgressReader progress;
    private final InstitutionLearners learners;
    private final Caller caller;
    private final Clock clock;

    LearnerResource(LearnerProgressReader progress, InstitutionLearners learners, Caller caller, Clock clock) {
        this.progress = progress;
        this.learners = learners;
        this.caller = caller;
        this.clock = clock;
    }

    @GET
    @RecordedInTrail(TrailKind.READ)
    @Path("{learnerId}/progress")
    @RolesAllowed({Role.PARTNER, Role.OFFICE, Role.AUDITOR})
    @Operation(
            operationId = "getLearnerProgress",
            summary = "The progress of a learner, and what is missing",
            description =
                    "A partner sees the learners whom it enrols or has enrolled: the cohorts of these enrolments, its"
                            + " own courses, and whether the person is trained; it does not see completions at"
                            + " other institutions. For a learner who was merged into another one, the answer is"
                            + " about the surviving learner and has the learnerId of that learner.")
    @APIResponse(responseCode = "200", description = "The progress in each cohort.")
    public LearnerProgressView progress(@RestPath UUID learnerId) {
        return progress.of(learnerId, caller.scope().institution(), AlmatyTime.dayOf(clock.instant()))
                .orElseThrow(Problem::notFound);
    }

    @GET
    @RecordedInTrail(TrailKind.READ)
    @RolesAllowed({Role.PARTNER, Role.OFFICE, Role.AUDITOR})
    @Operation(
            operationId = "listLearners",
            summary = "The learners of an institution, and what each still lacks",
            description =
                    "One item for each learner and cohort with an enrolment of the institution, in any state, with"
                            + " what the learner still lacks by the requirement in force today. A partner sees its"
                            + " own learners, and for each of them only its own completions and whether the person"
                            + " is trained. The order is that of the learners' ids. The list is derived from"
                            + " enrolments, completions and requirements, and its items have no last change;"
                            + " therefore the last page has no cursor, and a later call has to read the list from"
                            + " its beginning. As CSV (Accept: text/csv) the list comes in one piece.")
    @APIResponse(
            responseCode = "200",
            description = "A page of the list; as CSV, the whole list.",
            content = {
                @Content(
                        mediaType = MediaType.APPLICATION_JSON,
                        schema =
                                @Schema(
                                        type = SchemaType.OBJECT,
                                        properties = {
                                            @SchemaProperty(
                                                    name = "items",
                                                    type = SchemaType.ARRAY,
                                                    implementation = InstitutionLearnerView.class),
                                            @SchemaProperty(
                                                    name = "cursor",
                                                    type = SchemaType.STRING,
                                                    nullable = true,
                                                    description =
                                                            "The cursor of the next page; null on the last" + " page.")
                                        })),
                @Content(mediaType = BodyRows.CSV, schema = @Schema(implementation = String.class))
            })
    public RestResponse<Page<InstitutionLearnerView>> list(
            @Context UriInfo uri,
            @Parameter(
                            description = "The office and auditors have to name it; a partner's institution is in its"
                                    + " token.")
                    @RestQuery
                    String institution,
            @RestQuery String cohort,
            @Parameter(schema = @Schema(type = SchemaType.BOOLEAN)) @RestQuery String trained,
            @RestQuery Integer limit,
            @RestQuery String cursor) {
        InstitutionLearners.Filter filter = filter(institution, cohort, trained);
        int pageSize = Page.limit(limit);
        List<InstitutionLearnerView> items = learners.after(LearnerCursor.of(cursor), filter, pageSize);
        boolean more = items.size() == pageSize;
        return new Page<>(items, more ? LearnerCursor.cursor(items.get(pageSize - 1)) : null, more).at(uri);
    }

    @GET
    @RecordedInTrail(TrailKind.EXPORT)
    @Produces(BodyRows.CSV)
    @RolesAllowed({Role.PARTNER, Role.OFFICE, Role.AUDITOR})
    @Operation(hidden = true)
    public RestResponse<StreamingOutput> table(
            @RestQuery String institution, @RestQuery String cohort, @RestQuery String trained) {
        return SpreadsheetCsv.answer(learners.csv(filter(institution, cohort, trained)), "learners.csv");
    }

    private InstitutionLearners.Filter filter(String institution, String cohort, String trained) {
        AccessScope scope = caller.scope();
        String owner = scope.at(institution).institution();
        if (owner == null) {
            throw Problem.badParameter("institution", "missing", "institution");
        }
        return new InstitutionLearners.Filter(
                owner, scope.institution(), cohort, BooleanParameter.of("trained", trained));
    }
}
