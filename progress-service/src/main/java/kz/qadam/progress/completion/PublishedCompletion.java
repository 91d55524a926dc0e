package kz.qadam.progress.completion;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import kz.qadam.chassis.events.event.MayBeAbsent;
import kz.qadam.chassis.events.event.MayBeNull;
import kz.qadam.progress.learner.LearnerCohort;

/**
 * The data of {@code kz.qadam.completion.*.v1}: the whole state of a completion.
 *
 * @param enrolmentId the enrolment under which it is published: the last known one while it is pending again
 * @param completedOn null if it was revoked before it came
 * @param because why it does not count; null if it does
 * @param movedFrom the learner and cohort to which it does not belong any more; absent if they did not change
 */
public record PublishedCompletion(
        UUID completionId,
        String reference,
        String institution,
        UUID enrolmentId,
        UUID learnerId,
        String course,
        String cohort,
        String region,
        @MayBeNull LocalDate completedOn,
        CompletionStatus status,
        boolean counts,
        @MayBeNull String because,
        String cause,
        int trainedVersion,
        int version,
        Instant recordedAt,
        @JsonUnwrapped CompletionDetails.Published details,

        @MayBeAbsent @JsonInclude(JsonInclude.Include.NON_NULL)
        MovedFrom movedFrom) {

    /** Whose trained state it may concern. */
    public LearnerCohort learner() {
        return new LearnerCohort(learnerId, cohort);
    }

    /** The learner and cohort to which a completion belonged before. */
    public record MovedFrom(UUID learnerId, String cohort, int trainedVersion) {}
}
