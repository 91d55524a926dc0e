package kz.qadam.reporting.fact;

/**
 * A thing of the catalogue.
 *
 * @param data the JSON as received
 */
public record Described(Kind kind, String code, long version, String data) implements Fact {

    public enum Kind {
        PROGRAMME,
        COHORT,
        COURSE,
        INSTITUTION
    }
}
