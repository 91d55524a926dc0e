package kz.qadam.enrolment;

import java.sql.SQLException;
import kz.qadam.local.QadamBackends;

/** The database of the service as its owner, for what the service itself may not do. */
public final class DatabaseFixture {

    private DatabaseFixture() {}

    public static void execute(String sql) {
        try (var connection = QadamBackends.database().connect();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
