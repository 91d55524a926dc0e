package kz.qadam.progress.learner;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Optional;
import java.util.UUID;
import kz.qadam.chassis.events.kafka.OutboxEvent;
import kz.qadam.progress.catalogue.Catalogue;
import kz.qadam.progress.trained.AcceptedCompletion;
import kz.qadam.progress.trained.TrainedRule;
import kz.qadam.progress.trained.TrainedRule.Trained;

/**
 * The stored trained state of a learner in a cohort. It has everything that its event publishes, so that a correction
 * of any of it makes a new state.
 *
 * @param version the number of this state; 0 before the first
 * @param by the completion that met the requirement; null, like the members after it, if the learner is not trained
 * @param reference the reference of that completion; also null if its event was published without the course
 */
public record TrainedState(
        int version,
        UUID by,
        LocalDate on,
        Integer requirementVersion,
        String institution,
        String reference,
        String region,
        String course) {

    static final TrainedState NONE = new TrainedState(0, null, null, null, null, null, null, null);

    public boolean isTrained() {
        return by != null;
    }

    /**
     * Whether the gained completions leave this state as it is, so that the learner's other completions need not be
     * read.
     */
    boolean isUnaffectedBy(Catalogue catalogue, String cohort, Collection<AcceptedCompletion> gained) {
        return reference != null
                && TrainedRule.remainsTrained(
                        catalogue.days(),
                        catalogue.cohort(cohort).requirements(),
                        new AcceptedCompletion.Position(on, institution, reference),
                        requirementVersion,
                        gained);
    }

    /** The state after a judgement; this state itself if nothing differs. */
    TrainedState after(Optional<Trained> judged) {
        TrainedState same = of(version, judged);
        return same.equals(this) ? this : of(version + 1, judged);
    }

    private static TrainedState of(int version, Optional<Trained> judged) {
        if (judged.isEmpty()) {
            return new TrainedState(version, null, null, null, null, null, null, null);
        }
        AcceptedCompletion by = judged.get().by();
        return new TrainedState(
                version,
                by.id(),
                by.on(),
                judged.get().requirementVersion(),
                by.institution(),
                by.reference(),
                by.region(),
                by.course());
    }

    /** The event that a learner is in this state, by the catalogue of the transaction that judged it. */
    OutboxEvent event(LearnerCohort learner, JudgingTransaction transaction, StateChangeCause cause) {
        Catalogue catalogue = transaction.catalogue();
        var data = new PublishedTrainedState(
                learner.learnerId(),
                learner.cohort(),
                isTrained(),
                on,
                by,
                reference,
                institution,
                region,
                course,
                requirementVersion,
                catalogue.programmeVersion(),
                catalogue.cohort(learner.cohort()).version(),
                cause.ofTrained(),
                version,
                transaction.now());
        return new OutboxEvent(
                learner.learnerId().toString(),
                isTrained() ? "kz.qadam.learner.trained.v1" : "kz.qadam.learner.no-longer-trained.v1",
                learner.toString(),
                version,
                transaction.now(),
                data,
                transaction.trace());
    }
}
