package kz.qadam.progress.learner;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import kz.qadam.chassis.kafka.OutboxEvent;
import kz.qadam.progress.catalogue.Catalogue;
import kz.qadam.progress.trained.AcceptedCompletion;
import kz.qadam.progress.trained.TrainedRule.Trained;

/** Creates the events about a learner's trained state. */
final class TrainedEvents {

    private static final String TRAINED = "kz.qadam.learner.trained.v1";
    private static final String NO_LONGER = "kz.qadam.learner.no-longer-trained.v1";

    private record IsTrained(
            UUID learnerId,
            String cohort,
            boolean trained,
            LocalDate trainedOn,
            UUID completionId,
            String reference,
            String institution,
            String region,
            String course,
            int requirementVersion,
            int programmeVersion,
            int cohortVersion,
            String cause,
            int version,
            Instant recordedAt) {}

    private record IsNoLongerTrained(
            UUID learnerId,
            String cohort,
            boolean trained,
            int programmeVersion,
            int cohortVersion,
            String cause,
            int version,
            Instant recordedAt) {}

    private TrainedEvents() {}

    static OutboxEvent trained(
            LearnerCohort learner,
            Trained judged,
            int version,
            Catalogue catalogue,
            StateCause cause,
            Instant now,
            String trace) {
        AcceptedCompletion by = judged.by();
        var data = new IsTrained(
                learner.learnerId(),
                learner.cohort(),
                true,
                by.on(),
                by.id(),
                by.reference(),
                by.institution(),
                by.region(),
                by.course(),
                judged.requirementVersion(),
                catalogue.programmeVersion(),
                catalogue.cohort(learner.cohort()).version(),
                cause.ofTrained(),
                version,
                now);
        return new OutboxEvent(learner.learnerId().toString(), TRAINED, learner.toString(), version, now, data, trace);
    }

    static OutboxEvent noLonger(
            LearnerCohort learner, int version, Catalogue catalogue, StateCause cause, Instant now, String trace) {
        var data = new IsNoLongerTrained(
                learner.learnerId(),
                learner.cohort(),
                false,
                catalogue.programmeVersion(),
                catalogue.cohort(learner.cohort()).version(),
                cause.ofTrained(),
                version,
                now);
        return new OutboxEvent(
                learner.learnerId().toString(), NO_LONGER, learner.toString(), version, now, data, trace);
    }
}
