package kz.qadam.chassis.events.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.time.Duration;
import kz.qadam.chassis.base.database.TransactionLimit;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PositionsTest {

    @ParameterizedTest(name = "{0} after {1} s: {2}")
    @CsvSource({
        "55P03, 10, false",
        "57014, 1, true",
        "25P03, 1, true",
        "25P04, 12, true",
        "08006, 8, true",
        "08006, 1, false",
        "23505, 10, false"
    })
    void only_what_worked_for_too_long_may_take_longer(String state, long seconds, boolean longer) {
        var failure = new IllegalStateException(new SQLException("refused", state));

        assertThat(ConsumerPositions.tookTooLong(
                        failure, Duration.ofSeconds(seconds), TransactionLimit.withPauses(Duration.ofSeconds(12))))
                .isEqualTo(longer);
    }
}
