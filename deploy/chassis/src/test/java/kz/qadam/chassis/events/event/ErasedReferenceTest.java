package kz.qadam.chassis.events.event;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class ErasedReferenceTest {

    @Test
    void the_reference_of_an_erased_enrolment_replaces_the_former_one() {
        assertThat(ErasedReference.replaces("E-1", "erased-" + UUID.randomUUID()))
                .isTrue();
    }

    @Test
    void the_reference_of_an_erased_completion_replaces_the_former_one() {
        assertThat(ErasedReference.replaces("erased-000017-" + UUID.randomUUID(), "C-1"))
                .isTrue();
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(
            strings = {"E-2", "erased-", "erased-17", "erased-000017", "E-erased-01a22600-0000-7000-8000-000000000001"})
    void another_text_replaces_nothing(String text) {
        assertThat(ErasedReference.replaces("E-1", text)).isFalse();
    }
}
