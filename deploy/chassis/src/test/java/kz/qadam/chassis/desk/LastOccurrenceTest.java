package kz.qadam.chassis.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import kz.qadam.chassis.base.language.Language;
import kz.qadam.chassis.base.language.Message;
import org.junit.jupiter.api.Test;

class LastOccurrenceTest {

    private static final LocalDate TODAY = LocalDate.parse("2026-06-03");
    private static final Message WHAT = Message.of("last.keys");

    private final LastOccurrence morning = LastOccurrence.at(Instant.parse("2026-06-03T04:12:59Z"), WHAT, null);
    private final LastOccurrence day = LastOccurrence.on(TODAY, WHAT, null);
    private final LastOccurrence yesterday = LastOccurrence.at(Instant.parse("2026-06-02T18:59:00Z"), WHAT, null);
    private final LastOccurrence never = LastOccurrence.never(WHAT, null);

    @Test
    void the_newest_comes_first_and_last_what_has_not_happened() {
        assertThat(Stream.of(never, yesterday, day, morning).sorted(LastOccurrence.NEWEST_FIRST))
                .containsExactly(morning, day, yesterday, never);
    }

    @Test
    void it_is_told_in_the_time_of_the_country() {
        assertThat(when(morning)).isEqualTo("today, 09:12");
        assertThat(when(yesterday)).isEqualTo("2 June 2026, 23:59");
    }

    @Test
    void no_time_is_told_that_is_not_known() {
        assertThat(when(day)).isEqualTo("today");
        assertThat(when(never)).isNull();
    }

    private static String when(LastOccurrence one) {
        var context = new DeskContext("/desk/panels/enrolment", "", Language.EN, "enrolment", List.of(), "");
        return new LastOccurrencesPanelView(context, List.of(one), TODAY).when(one);
    }
}
