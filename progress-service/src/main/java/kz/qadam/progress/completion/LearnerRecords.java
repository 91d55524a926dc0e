package kz.qadam.progress.completion;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import kz.qadam.chassis.base.database.Database;
import kz.qadam.chassis.base.time.AlmatyTime;
import kz.qadam.chassis.trail.SubjectReading;
import kz.qadam.progress.learner.LearnerProgressReader;
import kz.qadam.progress.learner.LearnerProgressView;
import kz.qadam.progress.learner.SurvivingLearners;
import org.jdbi.v3.core.Handle;

/** Everything that this service holds of one learner. */
@ApplicationScoped
class LearnerRecords {

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
    private final LearnerProgressReader progress;
    private final PlatformAccounts accounts;
    private final Clock clock;

    LearnerRecords(Database database, LearnerProgressReader progress, PlatformAccounts accounts, Clock clock) {
        this.database = database;
        this.progress = progress;
        this.accounts = accounts;
        this.clock = clock;
    }

    /** Of a learner who is not known here the lists are empty. */
    LearnerRecordView of(UUID learnerId) {
        List<LearnerProgressView.InCohort> cohorts = progress.of(learnerId, null, AlmatyTime.dayOf(clock.instant()))
                .map(LearnerProgressView::cohorts)
                .orElse(List.of());
        return database.transaction(handle -> {
            UUID learner = SurvivingLearners.surviving(handle, learnerId);
            List<UUID> aliases = SurvivingLearners.aliases(handle, learner);
            List<UUID> learners =
                    Stream.concat(Stream.of(learner), aliases.stream()).toList();
            List<CompletionHistoryView> completions = completions(handle, learners);
            List<UUID> subjects = Stream.concat(
                            learners.stream(), completions.stream().map(CompletionHistoryView::id))
                    .toList();
            return new LearnerRecordView(
                    learner,
                    aliases,
                    cohorts,
                    completions,
                    accounts.of(handle, learners),
                    SubjectReading.of(handle, subjects));
        });
    }

    private static List<CompletionHistoryView> completions(Handle handle, List<UUID> learners) {
        return handle
                .createQuery(STATES)
                .bindArray("learners", UUID.class, learners)
                .map(CompletionRows.COLUMNS)
                .collect(groupingBy(Completion::id, LinkedHashMap::new, toList()))
                .values()
                .stream()
                .map(CompletionHistoryView::of)
                .toList();
    }
}
