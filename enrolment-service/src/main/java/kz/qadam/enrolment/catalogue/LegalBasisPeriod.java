package kz.qadam.enrolment.catalogue;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * The basis of an institution for a cohort, from a day until the next period of the same cohort begins; as published.
 *
 * @param since its first day
 */
record LegalBasisPeriod(String cohort, LegalBasis basis, LocalDate since) {

    /**
     * The periods that follow from declarations: a declaration replaces the earlier ones from its first day on, so an
     * earlier one that would begin on that day or later never comes into force.
     *
     * @return by cohort, and by day
     */
    static List<LegalBasisPeriod> of(List<DeclaredBasis> declarations) {
        List<LegalBasisPeriod> periods = new ArrayList<>();
        declarations.stream()
                .sorted(Comparator.comparingInt(one -> one.version))
                .forEach(one -> {
                    periods.removeIf(
                            earlier -> earlier.cohort.equals(one.cohort) && !earlier.since.isBefore(one.since));
                    periods.add(new LegalBasisPeriod(one.cohort, one.basis, one.since));
                });
        periods.sort(Comparator.comparing(LegalBasisPeriod::cohort).thenComparing(LegalBasisPeriod::since));
        return periods;
    }
}
