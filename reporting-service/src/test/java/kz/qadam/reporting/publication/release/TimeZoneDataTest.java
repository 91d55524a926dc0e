package kz.qadam.reporting.publication.release;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.ZoneOffset;
import java.time.zone.ZoneRules;
import kz.qadam.chassis.base.time.AlmatyTime;
import org.junit.jupiter.api.Test;

class TimeZoneDataTest {

    @Test
    void the_data_of_this_runtime_is_new_enough() {
        assertThatCode(() -> TimeZoneData.require(AlmatyTime.ZONE.getRules())).doesNotThrowAnyException();
    }

    @Test
    void data_in_which_almaty_is_six_hours_ahead_is_refused() {
        assertThatThrownBy(() -> TimeZoneData.require(ZoneRules.of(ZoneOffset.ofHours(6))))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("+05:00 since 2024-03-01, and here it has +06:00");
    }
}
