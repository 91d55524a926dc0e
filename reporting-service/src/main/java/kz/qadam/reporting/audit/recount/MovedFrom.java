package kz.qadam.reporting.audit.recount;

import java.util.UUID;

/**
 * The learner and cohort that a completion belonged to before it passed to another learner or cohort.
 *
 * @param trainedVersion the version of their trained state that no longer includes the completion
 */
record MovedFrom(UUID learnerId, String cohort, long trainedVersion) {}
