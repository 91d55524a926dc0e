package kz.qadam.reporting.release.attack;

import kz.qadam.reporting.release.FunnelCounts;
import kz.qadam.reporting.release.PublishedCounts;

/** How far a learner has come in a cohort, from the widest measure to the narrowest. */
public enum Stage {
    ENROLLED,
    /** Has completed a course too. */
    COMPLETED,
    /** Has met the requirement of the cohort too. */
    TRAINED;

    /** How many have come so far. */
    long of(FunnelCounts counts) {
        return switch (this) {
            case ENROLLED -> counts.enrolled();
            case COMPLETED -> counts.completed();
            case TRAINED -> counts.trained();
        };
    }

    /** What is published of them; null if nothing is. */
    Long of(PublishedCounts counts) {
        return switch (this) {
            case ENROLLED -> counts.enrolled();
            case COMPLETED -> counts.completed();
            case TRAINED -> counts.trained();
        };
    }
}
