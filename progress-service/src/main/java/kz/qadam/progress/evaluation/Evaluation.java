package kz.qadam.progress.evaluation;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import kz.qadam.chassis.kafka.OutboxEvent;
import kz.qadam.progress.learner.Cause;
import kz.qadam.progress.outbox.CompletionPublisher;

/**
 * Judging a cohort again, as far as it has come.
 *
 * @param courses only those who completed one of these are concerned; null: everybody
 * @param afterLearner those up to this one are done; null at the beginning
 */
record Evaluation(
        long id,
        String cohort,
        Cause cause,
        List<String> courses,
        int programmeVersion,
        int cohortVersion,
        Map<String, Integer> courseVersions,
        boolean begun,
        UUID afterLearner,
        int learners,
        int changed) {

    private record Evaluated(
            String cohort,
            int programmeVersion,
            int cohortVersion,
            Map<String, Integer> courses,
            int learners,
            int changed,
            int version,
            Instant recordedAt) {}

    /** That it is done. */
    OutboxEvent evaluated(int version, Instant now) {
        var data =
                new Evaluated(cohort, programmeVersion, cohortVersion, courseVersions, learners, changed, version, now);
        return new OutboxEvent(
                cohort, CompletionPublisher.COHORT_EVALUATED, "evaluation/" + cohort, version, now, data, null);
    }
}
