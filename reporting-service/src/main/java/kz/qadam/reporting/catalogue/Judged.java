package kz.qadam.reporting.catalogue;

/**
 * The newest evaluation of a cohort.
 *
 * @param arrived whether all that follows from it has been taken in
 */
public record Judged(CohortEvaluated evaluation, boolean arrived) {}
