package kz.qadam.enrolment.enrolments;

import io.smallrye.common.annotation.NonBlocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletionStage;
import java.util.stream.Stream;
import kz.qadam.chassis.base.database.Database;
import kz.qadam.chassis.events.kafka.AddsToBacklog;
import kz.qadam.chassis.http.batch.Batch;
import kz.qadam.chassis.http.list.Page;
import kz.qadam.chassis.http.list.PageQuery;
import kz.qadam.chassis.http.list.VersionCursor;
import kz.qadam.chassis.http.problem.Problem;
import kz.qadam.chassis.http.security.AccessScope;
import kz.qadam.chassis.http.security.Caller;
import kz.qadam.chassis.http.security.Role;
import kz.qadam.chassis.submissions.profiles.TableProfiles;
import kz.qadam.chassis.submissions.submission.BatchAnswer;
import kz.qadam.chassis.submissions.submission.BatchParameters;
import kz.qadam.chassis.submissions.submission.SingleItemParameters;
import kz.qadam.chassis.submissions.submission.Submissions;
import kz.qadam.chassis.trail.RecordedInTrail;
import kz.qadam.chassis.trail.TrailKind;
import kz.qadam.enrolment.learners.BlockedLearners;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.headers.Header;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;
import org.jdbi.v3.core.Handle;

/** Enrolments: who takes which course, where and in which cohort. */
@Path("/v1/enrolments")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Enrolments")
@AddsToBacklog
public class EnrolmentResource {

    private final Submissions submissions;
    private final NewEnrolments enrolments;
    private final Caller caller;
    private final Database database;

    EnrolmentResource(Submissions submissions, NewEnrolments enrolments, Caller caller, Database database) {
        this.submissions = submissions;
        this.enrolments = enrolments;
        this.caller = caller;
        this.database = database;
    }

    /** Enrols one learner. */
    @POST
    @RecordedInTrail(TrailKind.WRITE)
    @NonBlocking
    @RolesAllowed({Role.PARTNER, Role.OFFICE})
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "postEnrolment",
            summary = "Enrol a learner",
            description = "Your reference makes it safe to send again: the same content answers 200 with the current"
                    + " state of the enrolment, other content answers 409. Cohort and region stay as sent, even if the"
                    + " learner moves. With ?dryRun=true nothing is kept, and 200 shows the effect.")
    @RequestBody(
            content = @Content(schema = @Schema(implementation = EnrolmentPost.class), example = EnrolmentPost.EXAMPLE))
    @APIResponse(
            responseCode = "201",
            description = "Enrolled; kept for ever",
            headers = @Header(name = "Location", description = "Its path", schema = @Schema(type = SchemaType.STRING)),
            content = @Content(schema = @Schema(implementation = EnrolmentView.class)))
    @APIResponse(
            responseCode = "200",
            description = "The same was sent before; the enrolment in its current state. Or, with dryRun, the effect",
            content = @Content(schema = @Schema(oneOf = {EnrolmentView.class, EnrolmentPreview.class})))
    @APIResponse(responseCode = "409")
    @APIResponse(responseCode = "422")
    @APIResponse(responseCode = "503")
    public CompletionStage<RestResponse<?>> enrol(byte[] body, @BeanParam SingleItemParameters query) {
        return submissions.grouped(enrolments, body, query);
    }

    /** Enrols the learners of a file. */
    @POST
    @RecordedInTrail(TrailKind.WRITE)
    @Path("/batch")
    @RolesAllowed({Role.PARTNER, Role.OFFICE})
    @Consumes({MediaType.APPLICATION_JSON, Batch.NDJSON, Batch.CSV, Batch.XLSX})
    @Produces({MediaType.APPLICATION_JSON, Batch.CSV})
    @ResponseStatus(BatchAnswer.STATUS)
    @Operation(
            operationId = "postEnrolments",
            summary = "Enrol the learners of a file",
            description =
                    "Like the enrolment of one learner, for each item. A table may leave out the column reference:"
                            + " each enrolment then gets a reference that is derived, the same each time; the answer as a table"
                            + " is then the table of completions to send.")
    @RequestBody(content = @Content(mediaType = Batch.CSV, example = EnrolmentPost.CSV))
    @APIResponse(
            responseCode = "207",
            description = "The verdict on every item: accepted, duplicate, conflict or rejected",
            content = @Content(schema = @Schema(implementation = BatchAnswer.class)))
    public Object enrolAll(
            byte[] body,
            @BeanParam BatchParameters query,
            @Parameter(description = TableProfiles.DESCRIPTION, example = "deans-office") @RestQuery String profile) {
        return submissions.many(enrolments, body, query, profile);
    }

    /** Enrolments, page by page. */
    @GET
    @RecordedInTrail(TrailKind.READ)
    @RolesAllowed({Role.PARTNER, Role.OFFICE, Role.AUDITOR, Role.AUDITOR_OF_A_REGION})
    @Operation(
            operationId = "listEnrolments",
            summary = "Enrolments",
            description = "In the order of last change. A partner sees its own enrolments, an auditor whose token"
                    + " names a region those of the region. The last page has a cursor too: follow"
                    + " it later to get the enrolments changed since.")
    @APIResponse(responseCode = "200", description = "A page")
    @APIResponse(responseCode = "404", description = "A filter names a code that the catalogue does not have")
    public RestResponse<Page<EnrolmentView>> list(
            @Parameter(description = "Of this institution; for a partner, its own.") @RestQuery String institution,
            @Parameter(description = "For this course.") @RestQuery String course,
            @Parameter(description = "In this cohort.") @RestQuery String cohort,
            @Parameter(
                            description = "With this status.",
                            schema = @Schema(enumeration = {"enrolled", "completed", "withdrawn"}))
                    @RestQuery
                    String status,
            @Parameter(description = "With this reference.") @RestQuery String reference,
            @Parameter(
                            description = "Whether its institution has to send it again with the number of the learner,"
                                    + " since the database was restored.",
                            schema = @Schema(type = SchemaType.BOOLEAN))
                    @RestQuery
                    String numberMissing,
            @BeanParam PageQuery page) {
        AccessScope scope = caller.scope();
        AccessScope asked = scope.at(institution);
        var query = new EnrolmentQuery(
                asked,
                scope.isOfInstitution(),
                course,
                cohort,
                status(status),
                reference,
                EnrolmentQuery.flag("numberMissing", numberMissing));
        return page.answer(start -> database.transaction(handle -> {
            query.check(handle);
            return query.after(handle, start);
        }));
    }

    /** One enrolment. */
    @GET
    @RecordedInTrail(TrailKind.READ)
    @Path("/{id}")
    @RolesAllowed({Role.PARTNER, Role.OFFICE, Role.AUDITOR, Role.AUDITOR_OF_A_REGION})
    @Operation(
            operationId = "getEnrolment",
            summary = "One enrolment",
            description = "The current state. A partner finds only its own enrolments.")
    @APIResponse(responseCode = "200", description = "The enrolment")
    public EnrolmentView one(@RestPath UUID id) {
        AccessScope scope = caller.scope();
        return database.transaction(handle -> find(handle, id, scope))
                .map(EnrolmentView::of)
                .orElseThrow(Problem::notFound);
    }

    /** The states of an enrolment. */
    @GET
    @RecordedInTrail(TrailKind.READ)
    @Path("/{id}/history")
    @RolesAllowed({Role.PARTNER, Role.OFFICE, Role.AUDITOR, Role.AUDITOR_OF_A_REGION})
    @Operation(
            operationId = "getEnrolmentHistory",
            summary = "Every state that an enrolment has had",
            description = "The oldest first, each with what happened, who did it, when and why. No state is ever"
                    + " overwritten. A partner finds only its own enrolments. A long history has several pages.")
    @APIResponse(responseCode = "200", description = "The states; the header Link leads to the next page")
    public RestResponse<EnrolmentHistoryView> history(
            @Context UriInfo uri,
            @RestPath UUID id,
            @Parameter(description = "How many, 1 to 1000; 1000 if left out.") @RestQuery Integer limit,
            @Parameter(description = "Where an earlier page ended.") @RestQuery String cursor) {
        AccessScope scope = caller.scope();
        VersionCursor after = VersionCursor.parse(cursor, limit);
        return database.transaction(handle -> find(handle, id, scope)
                        .map(enrolment -> after.page(
                                EarlierEnrolmentStates.history(handle, enrolment, after),
                                EnrolmentHistoryView.State::version,
                                states -> new EnrolmentHistoryView(
                                        enrolment.id(), enrolment.reference(), enrolment.institution(), states),
                                uri)))
                .orElseThrow(Problem::notFound);
    }

    /**
     * An enrolment outside the caller's access scope is answered like one that does not exist, and so is, to institutions, one of a
     * blocked learner.
     */
    private static Optional<Enrolment> find(Handle handle, UUID id, AccessScope scope) {
        return EnrolmentQuery.byId(handle, id)
                .filter(enrolment -> scope.sees(enrolment.institution(), enrolment.region()))
                .filter(enrolment -> !scope.isOfInstitution()
                        || !BlockedLearners.contains(handle, enrolment.content().learnerId()));
    }

    private static EnrolmentStatus status(String word) {
        if (word == null) {
            return null;
        }
        return Stream.of(EnrolmentStatus.values())
                .filter(status -> status.name().toLowerCase(Locale.ROOT).equals(word))
                .findFirst()
                .orElseThrow(() ->
                        Problem.badParameter("status", "unknown-value", "status", "enrolled, completed, withdrawn"));
    }
}
