package kz.qadam.chassis.events.operation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import kz.qadam.chassis.base.language.Language;
import kz.qadam.chassis.events.kafka.CloudEvent;
import kz.qadam.chassis.events.kafka.ContradictingEventException;
import kz.qadam.chassis.events.kafka.UnreadableEventException;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class StuckCauseTest {

    @Test
    void what_is_no_event_is_said_to_have_another_form() {
        Throwable unread = catchThrowable(() -> CloudEvent.from(new ConsumerRecord<>("topic", 0, 0, null, null)));

        assertThat(unread).isInstanceOf(UnreadableEventException.class);
        assertThat(StuckCause.ofUnreadable(unread.getMessage())).isEqualTo(StuckCause.FORM);
    }

    @Test
    void an_event_that_came_before_with_other_content_contradicts() {
        assertThat(StuckCause.ofUnreadable(new ContradictingEventException().getMessage()))
                .isEqualTo(StuckCause.CONTRADICTION);
    }

    @Test
    void a_repeated_failure_of_the_intake_is_about_the_content() {
        var failure = UnreadableEventException.in(new ArithmeticException()).orElseThrow();

        assertThat(StuckCause.ofUnreadable(failure.getMessage())).isEqualTo(StuckCause.CONTENT);
    }

    @ParameterizedTest
    @CsvSource({
        "status is not a value of the contract., VALUE",
        "Its data is not JSON., FORM",
        "Its source is not the owner of its type., SOURCE",
    })
    void other_reasons_are_about_a_value_the_form_or_the_sender(String reason, StuckCause cause) {
        assertThat(StuckCause.ofUnreadable(reason)).isEqualTo(cause);
    }

    @ParameterizedTest
    @CsvSource({"RecordTooLargeException, SIZE", "looks-like-iin, NUMBER", "SerializationException, NOT_SENT"})
    void what_was_not_sent_is_too_large_or_holds_a_number_or_was_refused(String reason, StuckCause cause) {
        assertThat(StuckCause.ofUnsent(reason)).isEqualTo(cause);
    }

    @ParameterizedTest
    @EnumSource
    void each_cause_has_a_sentence(StuckCause cause) {
        assertThat(cause.text().in(Language.KK)).endsWith(".");
    }
}
