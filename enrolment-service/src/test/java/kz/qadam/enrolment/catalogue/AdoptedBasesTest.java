package kz.qadam.enrolment.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class AdoptedBasesTest {

    private static final BasisPeriod JANUARY = period(Basis.CONSENT, 1);
    private static final BasisPeriod MARCH = period(Basis.LAW, 3);
    private static final BasisPeriod MAY = period(Basis.CONSENT, 5);

    private static BasisPeriod period(Basis basis, int month) {
        return new BasisPeriod("pupils", basis, LocalDate.of(2026, month, 1));
    }

    @Test
    void what_is_there_is_not_declared_again() {
        assertThat(AdoptedBases.missing(List.of(JANUARY, MARCH), List.of(JANUARY, MARCH)))
                .isEmpty();
    }

    @Test
    void what_came_later_is_declared() {
        assertThat(AdoptedBases.missing(List.of(JANUARY), List.of(JANUARY, MARCH, MAY)))
                .containsExactly(MARCH, MAY);
    }

    @Test
    void what_follows_an_inserted_period_is_declared_again() {
        assertThat(AdoptedBases.missing(List.of(JANUARY, MAY), List.of(JANUARY, MARCH, MAY)))
                .containsExactly(MARCH, MAY);
    }

    @Test
    void the_last_period_is_declared_again_if_others_follow_that_are_over() {
        assertThat(AdoptedBases.missing(List.of(JANUARY, MARCH), List.of(JANUARY)))
                .containsExactly(JANUARY);
    }
}
