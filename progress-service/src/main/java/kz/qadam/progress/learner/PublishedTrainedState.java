package kz.qadam.progress.learner;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import kz.qadam.chassis.events.event.MayBeAbsent;

/**
 * The data of {@code kz.qadam.learner.trained.v1} and {@code no-longer-trained.v1}; the members about the completion are absent
 * if the learner is not trained any more.
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record PublishedTrainedState(
        UUID learnerId,
        String cohort,
        boolean trained,
        @MayBeAbsent LocalDate trainedOn,
        @MayBeAbsent UUID completionId,
        @MayBeAbsent String reference,
        @MayBeAbsent String institution,
        @MayBeAbsent String region,
        @MayBeAbsent String course,
        @MayBeAbsent Integer requirementVersion,
        int programmeVersion,
        int cohortVersion,
        String cause,
        int version,
        Instant recordedAt) {

    LearnerCohort learner() {
        return new LearnerCohort(learnerId, cohort);
    }

    TrainedState state() {
        return new TrainedState(
                version, completionId, trainedOn, requirementVersion, institution, reference, region, course);
    }
}
