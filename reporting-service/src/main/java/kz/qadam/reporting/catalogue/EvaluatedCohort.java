package kz.qadam.reporting.catalogue;

/**
 * The newest evaluation of a cohort.
 *
 * @param arrived whether all events that result from the evaluation have been taken in
 */
public record EvaluatedCohort(CohortEvaluated evaluation, boolean arrived) {}
