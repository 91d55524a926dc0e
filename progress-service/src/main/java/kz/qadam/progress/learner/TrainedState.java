package kz.qadam.progress.learner;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Optional;
import java.util.UUID;
import kz.qadam.progress.catalogue.Catalogue;
import kz.qadam.progress.trained.AcceptedCompletion;
import kz.qadam.progress.trained.TrainedRule;
import kz.qadam.progress.trained.TrainedRule.Trained;

/**
 * The stored trained state of a learner in a cohort. It has everything that its event publishes, so that a correction
 * of any of it makes a new state.
 *
 * @param by the completion that met the requirement; null, like the members after it except the version, if the learner
 *     is not trained
 * @param reference the reference of that completion; also null if its event was published without the course
 * @param version the number of this state; 0 before the first
 */
public record TrainedState(
        UUID by,
        LocalDate on,
        Integer requirementVersion,
        String institution,
        String reference,
        String region,
        String course,
        int version) {

    static final TrainedState NONE = new TrainedState(null, null, null, null, null, null, null, 0);

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
        TrainedState next = judged.map(t -> new TrainedState(
                        t.by().id(),
                        t.by().on(),
                        t.requirementVersion(),
                        t.by().institution(),
                        t.by().reference(),
                        t.by().region(),
                        t.by().course(),
                        version))
                .orElseGet(() -> new TrainedState(null, null, null, null, null, null, null, version));
        return next.equals(this) ? this : next.counted();
    }

    private TrainedState counted() {
        return new TrainedState(by, on, requirementVersion, institution, reference, region, course, version + 1);
    }
}
