package kz.qadam.progress.learner;

import java.util.Comparator;
import java.util.UUID;

/** A learner in a cohort: the unit to which rule 2 is applied, and which counts once. */
public record LearnerCohort(UUID learnerId, String cohort) implements Comparable<LearnerCohort> {

    private static final Comparator<LearnerCohort> ORDER =
            Comparator.comparing(LearnerCohort::learnerId).thenComparing(LearnerCohort::cohort);

    @Override
    public int compareTo(LearnerCohort other) {
        return ORDER.compare(this, other);
    }

    @Override
    public String toString() {
        return learnerId + "/" + cohort;
    }
}
