package kz.qadam.enrolment.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class LegalBasisPeriodTest {

    private static final LocalDate JANUARY = LocalDate.of(2026, 1, 1);
    private static final LocalDate MAY = LocalDate.of(2026, 5, 1);
    private static final LocalDate SEPTEMBER = LocalDate.of(2026, 9, 1);

    private static DeclaredBasis declared(int version, String cohort, LegalBasis basis, LocalDate since) {
        var declared = new DeclaredBasis();
        declared.version = version;
        declared.cohort = cohort;
        declared.basis = basis;
        declared.since = since;
        return declared;
    }

    @Test
    void a_basis_lasts_until_the_next_one_begins() {
        var periods = LegalBasisPeriod.of(List.of(
                declared(1, "students", LegalBasis.CONSENT, JANUARY),
                declared(2, "students", LegalBasis.LAW, SEPTEMBER)));

        assertThat(periods)
                .containsExactly(
                        new LegalBasisPeriod("students", LegalBasis.CONSENT, JANUARY),
                        new LegalBasisPeriod("students", LegalBasis.LAW, SEPTEMBER));
    }

    @Test
    void a_declaration_replaces_an_earlier_one_that_would_begin_later() {
        var periods = LegalBasisPeriod.of(List.of(
                declared(1, "students", LegalBasis.CONSENT, JANUARY),
                declared(2, "students", LegalBasis.LAW, SEPTEMBER),
                declared(3, "students", LegalBasis.CONSENT, MAY)));

        assertThat(periods)
                .containsExactly(
                        new LegalBasisPeriod("students", LegalBasis.CONSENT, JANUARY),
                        new LegalBasisPeriod("students", LegalBasis.CONSENT, MAY));
    }

    @Test
    void a_declaration_for_the_same_day_corrects_the_earlier_one() {
        var periods = LegalBasisPeriod.of(List.of(
                declared(2, "students", LegalBasis.LAW, MAY), declared(1, "students", LegalBasis.CONSENT, MAY)));

        assertThat(periods).containsExactly(new LegalBasisPeriod("students", LegalBasis.LAW, MAY));
    }

    @Test
    void cohorts_do_not_replace_each_other() {
        var periods = LegalBasisPeriod.of(List.of(
                declared(1, "students", LegalBasis.CONSENT, MAY), declared(1, "pupils", LegalBasis.LAW, JANUARY)));

        assertThat(periods)
                .containsExactly(
                        new LegalBasisPeriod("pupils", LegalBasis.LAW, JANUARY),
                        new LegalBasisPeriod("students", LegalBasis.CONSENT, MAY));
    }
}
