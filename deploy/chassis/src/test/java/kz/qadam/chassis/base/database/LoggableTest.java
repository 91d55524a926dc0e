package kz.qadam.chassis.base.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.postgresql.util.PSQLException;
import org.postgresql.util.ServerErrorMessage;

class LoggableTest {

    private static final String NUMBER = "991231100010";

    @Test
    void a_value_that_the_database_refused_is_not_logged() {
        var refused = new PSQLException(
                new ServerErrorMessage("SERROR\0C23514\0Mfailing row: " + NUMBER + "\0nunkeepable\0"));

        String logged = printed(Database.loggable(new IllegalStateException("An insert of " + NUMBER, refused)));

        assertThat(logged)
                .contains("SQL state 23514, constraint unkeepable", "LoggableTest")
                .doesNotContain(NUMBER);
    }

    @Test
    void any_other_failure_is_logged_as_it_is() {
        var gone = new IllegalStateException(new SQLException("Connection refused", "08006"));

        assertThat(Database.loggable(gone)).isSameAs(gone);
    }

    private static String printed(Throwable failure) {
        var text = new StringWriter();
        failure.printStackTrace(new PrintWriter(text));
        return text.toString();
    }
}
