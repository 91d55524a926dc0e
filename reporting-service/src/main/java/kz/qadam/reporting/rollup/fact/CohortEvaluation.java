package kz.qadam.reporting.rollup.fact;

/**
 * The statement that all learners of a cohort have been judged by certain versions of the catalogue.
 *
 * @param data the JSON as received
 */
@KeptIn(table = "evaluated", subject = "cohort")
public record CohortEvaluation(String cohort, long version, String data) implements Fact {}
