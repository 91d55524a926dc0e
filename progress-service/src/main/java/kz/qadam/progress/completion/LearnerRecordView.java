package kz.qadam.progress.completion;

import java.util.List;
import java.util.UUID;
import kz.qadam.chassis.trail.SubjectReading;
import kz.qadam.progress.learner.LearnerProgressView;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What this service holds of one learner. */
@Schema(
        name = "LearnerRecord",
        description = "Everything that progress-service holds of one learner: whether the person is trained, and every"
                + " completion with all its states.")
record LearnerRecordView(
        @Schema(description = "The learner; of a learner who was merged, the surviving one.")
        UUID learnerId,

        @Schema(description = "The learners who were merged into this one.")
        List<UUID> mergedFrom,

        @Schema(description = "The progress in each cohort in which the person is or was enrolled.")
        List<LearnerProgressView.InCohort> cohorts,

        @Schema(
                description =
                        "Each completion that is or ever was the learner's, the first recorded first. A completion"
                                + " that a correction moved to somebody else has states of another learner too.")
        List<CompletionHistoryView> completions,

        @Schema(
                description =
                        "The accounts at learning platforms that institutions have linked to the learner, with what"
                                + " the platforms have said of courses of ours, also what waits.")
        List<PlatformAccountView> platformAccounts,

        @Schema(
                description = "Who has read single records of the learner in progress-service: the newest 1000, the"
                        + " oldest first. Lists of completions and learners, and statements, are not among them. A"
                        + " reading is here a second later.")
        List<SubjectReading> readings) {}
