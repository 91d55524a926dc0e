package kz.qadam.enrolment.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class AdoptedLegalBasesTest {

    private static final LegalBasisPeriod JANUARY = period(LegalBasis.CONSENT, 1);
    private static final LegalBasisPeriod MARCH = period(LegalBasis.LAW, 3);
    private static final LegalBasisPeriod MAY = period(LegalBasis.CONSENT, 5);

    private static LegalBasisPeriod period(LegalBasis basis, int month) {
        return new LegalBasisPeriod("pupils", basis, LocalDate.of(2026, month, 1));
    }

    @Test
    void what_is_there_is_not_declared_again() {
        assertThat(AdoptedLegalBases.missing(List.of(JANUARY, MARCH), List.of(JANUARY, MARCH)))
                .isEmpty();
    }

    @Test
    void what_came_later_is_declared() {
        assertThat(AdoptedLegalBases.missing(List.of(JANUARY), List.of(JANUARY, MARCH, MAY)))
                .containsExactly(MARCH, MAY);
    }

    @Test
    void what_follows_an_inserted_period_is_declared_again() {
        assertThat(AdoptedLegalBases.missing(List.of(JANUARY, MAY), List.of(JANUARY, MARCH, MAY)))
                .containsExactly(MARCH, MAY);
    }

    @Test
    void the_last_period_is_declared_again_if_others_follow_that_are_over() {
        assertThat(AdoptedLegalBases.missing(List.of(JANUARY, MARCH), List.of(JANUARY)))
                .containsExactly(JANUARY);
    }
}
