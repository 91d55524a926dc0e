package kz.qadam.progress.completion;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import kz.qadam.chassis.base.database.Database;
import kz.qadam.chassis.base.time.AlmatyTime;
import kz.qadam.chassis.http.security.Role;
import kz.qadam.chassis.trail.Recorded;
import kz.qadam.chassis.trail.SubjectReading;
import kz.qadam.chassis.trail.TrailKind;
import kz.qadam.progress.learner.LearnerMerges;
import kz.qadam.progress.learner.LearnerProgress;
import kz.qadam.progress.learner.ProgressView;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;
import org.jdbi.v3.core.Handle;

/** Shows the office everything that this service holds of one learner, so that it can answer the person. */
@Path("/v1/learners/{learnerId}/records")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Learners")
public class LearnerRecordResource {

    /** The completions under the learner's enrolments, and those that once were the learner's. */
    private static final String STATES = """
            select %s from completion_state c
             where c.id in (
                   select under.id from enrolment e join completion under on under.enrolment_id = e.id
                    where e.learner_id = any(:learners)
                   union
                   select id from former_completion where learner_id = any(:learners))
             order by c.recorded_at, c.id, c.version
            """.formatted(CompletionRows.NAMES);

    private final Database database;
    private final LearnerProgress progress;
    private final PlatformAccounts accounts;
    private final Clock clock;

    LearnerRecordResource(Database database, LearnerProgress progress, PlatformAccounts accounts, Clock clock) {
        this.database = database;
        this.progress = progress;
        this.accounts = accounts;
        this.clock = clock;
    }

    @GET
    @RolesAllowed(Role.OFFICE)
    @Recorded(TrailKind.READ)
    @Operation(
            operationId = "getLearnerRecord",
            summary = "Everything that is held here of a learner",
            description =
                    "To answer a person who asks what is held: every completion with all its states, who sent each"
                            + " one, when and why, its certificate, whether the person is trained, and who has read it. A completion whose"
                            + " enrolment is not known yet belongs to nobody and is not listed. Of a learner who is not known"
                            + " here the lists are empty. POST /v1/person-records of enrolment-service finds the learnerId.")
    @APIResponse(
            responseCode = "200",
            description = "What is held.",
            content = @Content(schema = @Schema(implementation = LearnerRecordView.class)))
    public RestResponse<LearnerRecordView> record(@RestPath UUID learnerId) {
        List<ProgressView.InCohort> cohorts = progress.of(learnerId, null, AlmatyTime.dayOf(clock.instant()))
                .map(ProgressView::cohorts)
                .orElse(List.of());
        LearnerRecordView held = database.transaction(handle -> {
            UUID learner = LearnerMerges.surviving(handle, learnerId);
            List<UUID> aliases = LearnerMerges.aliases(handle, learner);
            List<UUID> learners =
                    Stream.concat(Stream.of(learner), aliases.stream()).toList();
            List<HistoryView> completions = completions(handle, learners);
            List<UUID> subjects = Stream.concat(
                            learners.stream(), completions.stream().map(HistoryView::id))
                    .toList();
            return new LearnerRecordView(
                    learner,
                    aliases,
                    cohorts,
                    completions,
                    accounts.of(handle, learners),
                    SubjectReading.of(handle, subjects));
        });
        return ResponseBuilder.ok(held)
                .header(HttpHeaders.CACHE_CONTROL, "private, no-store")
                .build();
    }

    private static List<HistoryView> completions(Handle handle, List<UUID> learners) {
        return handle
                .createQuery(STATES)
                .bindArray("learners", UUID.class, learners)
                .map(CompletionRows.COLUMNS)
                .collect(groupingBy(Completion::id, LinkedHashMap::new, toList()))
                .values()
                .stream()
                .map(HistoryView::of)
                .toList();
    }
}
