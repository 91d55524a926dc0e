package kz.qadam.local;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;

/**
 * The work that statements cause in the database of {@link QadamBackends}, in counts that do not depend on other load
 * on the machine.
 *
 * @param statements without those that begin and end transactions
 * @param transactions each one that writes waits for the disk once, if data are durable
 * @param walBytes the write-ahead log: every byte goes to the disk, and to each replica
 */
public record DatabaseWork(long statements, long transactions, long walBytes) {

    private static final String SO_FAR = """
            select coalesce(sum(calls) filter (where query not in ('BEGIN', 'COMMIT', 'ROLLBACK')), 0),
                   coalesce(sum(calls) filter (where query = 'BEGIN'), 0), coalesce(sum(wal_bytes), 0)
              from pg_stat_statements s join pg_database d on d.oid = s.dbid
             where d.datname = current_database() and query not like '%pg_stat_statements%'
            """;

    /** Code that uses the database. */
    public interface Work {
        void run() throws Exception;
    }

    /** Measures the work of some code. Nothing else may use the database meanwhile. */
    public static DatabaseWork of(Work work) throws Exception {
        try (var connection = QadamBackends.database().connect()) {
            DatabaseWork before = soFar(connection);
            work.run();
            DatabaseWork after = soFar(connection);
            return new DatabaseWork(
                    after.statements - before.statements,
                    after.transactions - before.transactions,
                    after.walBytes - before.walBytes);
        }
    }

    private static DatabaseWork soFar(Connection connection) throws SQLException {
        try (var query = connection.createStatement();
                ResultSet row = query.executeQuery(SO_FAR)) {
            row.next();
            return new DatabaseWork(row.getLong(1), row.getLong(2), row.getLong(3));
        }
    }
}
