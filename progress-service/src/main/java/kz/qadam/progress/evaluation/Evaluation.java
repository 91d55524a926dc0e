package kz.qadam.progress.evaluation;

import com.fasterxml.jackson.annotation.JsonRawValue;
import java.time.Instant;
import java.util.UUID;
import kz.qadam.chassis.events.kafka.OutboxEvent;
import kz.qadam.progress.learner.StateChangeCause;
import kz.qadam.progress.outbox.ProgressPublisher;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jdbi.v3.core.mapper.reflect.ConstructorMapper;

/**
 * An evaluation: a cohort is judged again after a change of the catalogue.
 *
 * @param courses only learners who completed one of these courses are judged; null: all learners
 * @param courseVersions the version of each course, as a JSON object
 * @param afterLearner the last learner who was judged, in the order of their ids; null at the beginning
 * @param total how many learners have to be judged; null before it begins
 */
@SuppressWarnings("ArrayRecordComponent") // Evaluations are not compared. Jdbi reads only public records.
public record Evaluation(
        long id,
        String cohort,
        StateChangeCause cause,
        String[] courses,
        int programmeVersion,
        int cohortVersion,
        String courseVersions,
        boolean begun,
        UUID afterLearner,
        int learners,
        Integer total,
        int changed,
        Instant askedAt,
        Instant begunAt,
        Instant finishedAt) {

    static final RowMapper<Evaluation> MAPPER = ConstructorMapper.of(Evaluation.class);

    private record Evaluated(
            String cohort,
            int programmeVersion,
            int cohortVersion,
            @JsonRawValue String courses,
            int learners,
            int changed,
            int version,
            Instant recordedAt) {}

    /** The event that the evaluation is finished. */
    OutboxEvent finishedEvent(int version, Instant now) {
        var data =
                new Evaluated(cohort, programmeVersion, cohortVersion, courseVersions, learners, changed, version, now);
        return new OutboxEvent(
                cohort, ProgressPublisher.COHORT_EVALUATED, "evaluation/" + cohort, version, now, data, null);
    }
}
