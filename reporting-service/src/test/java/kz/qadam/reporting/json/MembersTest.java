package kz.qadam.reporting.json;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import kz.qadam.chassis.kafka.UnreadableEvent;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class MembersTest {

    @Test
    void a_day_before_all_calendars_is_not_read() {
        Members members = Members.of("{\"completedOn\":\"0000-05-31\"}");

        assertThatThrownBy(() -> members.date("completedOn")).isInstanceOf(UnreadableEvent.class);
    }

    @Test
    void an_instant_in_ten_thousand_years_is_not_read() {
        Members members = Members.of("{\"recordedAt\":\"+12026-01-01T00:00:00Z\"}");

        assertThatThrownBy(() -> members.instant("recordedAt")).isInstanceOf(UnreadableEvent.class);
    }
}
