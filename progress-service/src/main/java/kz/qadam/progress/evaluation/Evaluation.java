package kz.qadam.progress.evaluation;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import kz.qadam.chassis.kafka.OutboxEvent;
import kz.qadam.progress.learner.StateCause;
import kz.qadam.progress.outbox.CompletionPublisher;

/**
 * An evaluation: a cohort is judged again after a change of the catalogue.
 *
 * @param courses only learners who completed one of these courses are judged; null: all learners
 * @param afterLearner the last learner who was judged, in the order of their ids; null at the beginning
 */
record Evaluation(
        long id,
        String cohort,
        StateCause cause,
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

    /** The event that the evaluation is finished. */
    OutboxEvent finishedEvent(int version, Instant now) {
        var data =
                new Evaluated(cohort, programmeVersion, cohortVersion, courseVersions, learners, changed, version, now);
        return new OutboxEvent(
                cohort, CompletionPublisher.COHORT_EVALUATED, "evaluation/" + cohort, version, now, data, null);
    }
}
