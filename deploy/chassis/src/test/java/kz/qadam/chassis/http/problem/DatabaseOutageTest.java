package kz.qadam.chassis.http.problem;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.util.List;
import org.jdbi.v3.core.ConnectionException;
import org.junit.jupiter.api.Test;

class DatabaseOutageTest {

    private static boolean isOutage(String state) {
        return DatabaseOutage.isCauseOf(new ConnectionException(new SQLException("failed", state)));
    }

    @Test
    void what_took_longer_than_it_may_passes_and_may_be_sent_again() {
        assertThat(List.of("57014", "55P03", "25P03", "25P04", "40P01", "08006", "53300", "57P01"))
                .allMatch(DatabaseOutageTest::isOutage);
    }

    @Test
    void what_is_wrong_about_the_data_or_the_statement_does_not_pass() {
        assertThat(List.of("22001", "23505", "25006", "42601", "55000")).noneMatch(DatabaseOutageTest::isOutage);
    }
}
