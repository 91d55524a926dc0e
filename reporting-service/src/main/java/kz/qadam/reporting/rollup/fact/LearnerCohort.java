package kz.qadam.reporting.rollup.fact;

import java.util.UUID;

/** A learner in a cohort, the subject of a trained fact. */
public record LearnerCohort(UUID learner, String cohort) {}
