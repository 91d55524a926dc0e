package kz.qadam.benchmarks;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import kz.qadam.local.Database;

/** Plain SQL that uses none of the services' code: it fills a database before a run, and counts after it. */
final class Sql {

    private Sql() {}

    static void run(Database database, String statements) throws SQLException {
        try (var connection = database.connect();
                var statement = connection.createStatement()) {
            statement.execute(statements);
        }
    }

    /** The only row of the result. */
    static List<Long> numbers(Database database, String query) throws SQLException {
        try (var connection = database.connect();
                var statement = connection.createStatement();
                var row = statement.executeQuery(query)) {
            row.next();
            List<Long> numbers = new ArrayList<>();
            for (int i = 1; i <= row.getMetaData().getColumnCount(); i++) {
                numbers.add(row.getLong(i));
            }
            return numbers;
        }
    }

    static String text(Database database, String query) throws SQLException {
        try (var connection = database.connect();
                var statement = connection.createStatement();
                var row = statement.executeQuery(query)) {
            row.next();
            return row.getString(1);
        }
    }
}
