package kz.qadam.benchmarks;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.postgresql.PGConnection;

/**
 * Copies the rows that a run has left back into empty tables: the fastest way into PostgreSQL if every column is known.
 */
record RowCopies(Map<String, byte[]> tables) {

    /** The tables whose rows are copied. The idle service may fold tallies meanwhile: so they are read as of one moment. */
    private static final List<String> TABLES =
            List.of("completion", "learner_cohort", "outbox_event", "tally_delta", "tally", "tally_stock");

    static RowCopies of(Connection connection) throws SQLException, IOException {
        var copies = connection.unwrap(PGConnection.class).getCopyAPI();
        Map<String, byte[]> tables = new LinkedHashMap<>();
        connection.setAutoCommit(false);
        connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
        for (String table : TABLES) {
            var rows = new ByteArrayOutputStream();
            copies.copyOut("copy " + table + " to stdout", rows);
            tables.put(table, rows.toByteArray());
        }
        connection.commit();
        connection.setTransactionIsolation(Connection.TRANSACTION_READ_COMMITTED);
        connection.setAutoCommit(true);
        return new RowCopies(tables);
    }

    /** Copies all rows in one transaction. */
    void into(Connection connection) throws SQLException, IOException {
        var copies = connection.unwrap(PGConnection.class).getCopyAPI();
        connection.setAutoCommit(false);
        for (Map.Entry<String, byte[]> table : tables.entrySet()) {
            copies.copyIn("copy " + table.getKey() + " from stdin", new ByteArrayInputStream(table.getValue()));
        }
        connection.commit();
        connection.setAutoCommit(true);
    }
}
