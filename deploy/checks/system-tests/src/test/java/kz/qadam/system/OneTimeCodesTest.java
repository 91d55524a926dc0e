package kz.qadam.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class OneTimeCodesTest {

    private static final Instant MIDNIGHT = Instant.parse("2026-05-04T00:00:00Z");

    @Test
    void a_code_is_accepted_when_it_is_shown_and_until_it_is_typed() {
        assertThat(IntStream.range(0, 60).mapToObj(MIDNIGHT::plusSeconds)).allSatisfy(shown -> {
            long code = OneTimeCodes.oldest(shown);

            assertThat(OneTimeCodes.accepted(code, shown)).isTrue();
            assertThat(OneTimeCodes.accepted(code, shown.plus(OneTimeCodes.TO_TYPE)))
                    .isTrue();
        });
    }
}
