package kz.qadam.enrolment.catalogue;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.Set;
import kz.qadam.chassis.http.batch.FreeText;
import kz.qadam.chassis.http.batch.ItemFields;
import kz.qadam.chassis.http.batch.ItemReader;
import kz.qadam.chassis.http.problem.Problem;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The body of a declaration: on which basis an institution sends the people of a cohort. */
@Schema(
        name = "BasisDeclaration",
        description = "On which basis an institution sends the data of the people of a cohort.")
record LegalBasisPost(
        @Schema(
                description = "consent: each person has consented; consent-of-representative: the legal representative"
                        + " of each person has; law: an act requires or permits it without consent. Minors do not"
                        + " consent for themselves.",
                examples = "consent-of-representative")
        @NotNull
        LegalBasis basis,

        @Schema(
                description = "The first local day on which it is the basis; at most a year ahead.",
                examples = "2026-01-15")
        @NotNull
        LocalDate since,

        @Schema(
                description = "The form on which people consent, or the article of the act; up to 500 characters.",
                examples = "Form 3 of order No. 17")
        @NotNull
        @Size(min = 1, max = 500)
        @FreeText
        String document) {

    private static final ItemReader<LegalBasisPost> READER = ItemReader.of(LegalBasisPost.class);

    static final String EXAMPLE = """
            {"basis": "consent-of-representative", "since": "2026-01-15", "document": "Form 3 of order No. 17"}""";

    /**
     * Reads a declaration.
     *
     * @param minors the cohorts of minors
     * @throws Problem if the body has faults
     */
    static LegalBasisPost read(ItemFields fields, String cohort, Set<String> minors, LocalDate today) {
        LegalBasisPost declaration = READER.read(fields);
        if (declaration.basis == LegalBasis.CONSENT && minors.contains(cohort)) {
            fields.broken("basis", "minors-cannot-consent", cohort);
        }
        if (declaration.since != null && declaration.since.isBefore(CohortChange.EARLIEST)) {
            fields.broken("since", "too-early", CohortChange.EARLIEST);
        }
        if (declaration.since != null && declaration.since.isAfter(today.plusYears(1))) {
            fields.broken("since", "too-far-ahead");
        }
        fields.throwProblem();
        return declaration;
    }
}
