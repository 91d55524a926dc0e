package kz.qadam.reporting.fact;

/**
 * Everybody in the cohort has been judged by certain versions of the catalogue.
 *
 * @param data the JSON as received
 */
public record Evaluation(String cohort, long version, String data) implements Fact {}
