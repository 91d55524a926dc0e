package kz.qadam.enrolment.catalogue;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A declaration in an answer. */
@Schema(name = "Basis", description = "What an institution has declared about the people of a cohort.")
record LegalBasisView(
        @Schema(examples = "pupils") String cohort,
        @Schema(examples = "consent-of-representative") LegalBasis basis,

        @Schema(description = "The first local day on which it is the basis.", examples = "2026-01-15")
        LocalDate since,

        @Schema(examples = "Form 3 of order No. 17") String document,

        @Schema(description = "Counts the declarations for this cohort, from 1. The ETag names it.", examples = "1")
        int version,

        Instant declaredAt,

        @Schema(
                description = "Who declared it: the subject of the token.",
                examples = "2f3b6c1e-7a52-4f0c-9a55-0c2f6f1f3a10")
        String declaredBy) {

    static LegalBasisView of(DeclaredBasis one) {
        return new LegalBasisView(
                one.cohort, one.basis, one.since, one.document, one.version, one.declaredAt, one.declaredBy);
    }

    /** All declarations of an institution, by cohort, and by version. */
    @Schema(name = "Bases", description = "All declarations of an institution, by cohort, and by version.")
    record All(List<LegalBasisView> items) {

        static All of(Institution institution) {
            return new All(institution.bases.stream().map(LegalBasisView::of).toList());
        }
    }
}
