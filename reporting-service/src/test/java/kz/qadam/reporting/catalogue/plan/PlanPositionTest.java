package kz.qadam.reporting.catalogue.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PlanPositionTest {

    @ParameterizedTest
    @CsvSource({
        "1000, 500, REACHED",
        "1001, 500, REACHED",
        "526, 500, AHEAD",
        "525, 500, ON_TRACK",
        "475, 500, ON_TRACK",
        "474, 500, BEHIND",
        "0, 0, ON_TRACK",
        "1, 0, AHEAD"
    })
    void on_track_is_within_5_percent_of_expected(long trained, long expected, Status status) {
        assertThat(new PlanPosition(1000, trained, expected).status()).isEqualTo(status);
    }

    @Test
    void a_surplus_in_one_cohort_hides_no_shortfall_in_another() {
        PlanPosition surplus = new PlanPosition(1_000, 1_500, 500);
        PlanPosition shortfall = new PlanPosition(1_000, 400, 500);

        List<PlanPosition> together = List.of(surplus, shortfall);

        assertThat(PlanPosition.status(together)).isEqualTo(Status.BEHIND);
    }

    @Test
    void all_together_have_reached_their_target_when_each_has() {
        PlanPosition surplus = new PlanPosition(1_000, 2_000, 500);

        assertThat(PlanPosition.status(List.of(surplus, new PlanPosition(1_000, 1_000, 500))))
                .isEqualTo(Status.REACHED);
        assertThat(PlanPosition.status(List.of(surplus, new PlanPosition(1_000, 999, 500))))
                .isEqualTo(Status.AHEAD);
    }

    @Test
    void nobody_is_ahead_together_while_somebody_is_behind() {
        PlanPosition ahead = new PlanPosition(10_000, 9_000, 5_000);
        PlanPosition aLittleBehind = new PlanPosition(100, 40, 50);

        assertThat(PlanPosition.status(List.of(ahead, aLittleBehind))).isEqualTo(Status.ON_TRACK);
    }
}
