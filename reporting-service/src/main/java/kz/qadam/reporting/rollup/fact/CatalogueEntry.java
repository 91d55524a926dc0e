package kz.qadam.reporting.rollup.fact;

/**
 * An entry of the catalogue: the programme, a cohort, a course or an institution.
 *
 * @param data the JSON as received
 */
@KeptIn(
        table = "catalogue_fact",
        subject = {"kind", "code"})
public record CatalogueEntry(Kind kind, String code, long version, String data) implements Fact {

    public enum Kind {
        PROGRAMME,
        COHORT,
        COURSE,
        INSTITUTION
    }
}
