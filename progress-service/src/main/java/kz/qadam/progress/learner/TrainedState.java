package kz.qadam.progress.learner;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Optional;
import java.util.UUID;
import kz.qadam.progress.catalogue.Catalogue;
import kz.qadam.progress.trained.Completed;
import kz.qadam.progress.trained.TrainedRule;
import kz.qadam.progress.trained.TrainedRule.Trained;

/**
 * Whether a learner is trained in a cohort, as it is kept: all that its event says, so that whatever of it is corrected
 * makes another state.
 *
 * @param by the completion that met the requirement; null, as all that follows but the version, if not trained
 * @param reference of that completion; null also if it was published without its course
 * @param version counts the states; 0 before the first
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

    /** Whether these change nothing, so that nothing else of the learner has to be looked at. */
    boolean stays(Catalogue catalogue, String cohort, Collection<Completed> gained) {
        return reference != null
                && TrainedRule.stays(
                        catalogue.days(),
                        catalogue.cohort(cohort).requirements(),
                        new Completed.Place(on, institution, reference),
                        requirementVersion,
                        gained);
    }

    /** The state that a judgement brings about; itself if nothing differs. */
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
