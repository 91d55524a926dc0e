package kz.qadam.chassis.problem;

import java.sql.SQLException;
import java.sql.SQLTransientException;
import java.util.List;
import java.util.concurrent.TimeoutException;

/** Failures of the database itself rather than of what it was asked: they pass, and the same may be sent again. */
final class DatabaseOutage {

    /**
     * Connection lost, out of resources, being shut down or started; a statement, a transaction or a wait for a lock that
     * took longer than it may; transactions that keep getting into each other's way. Or none of the pool's connections came
     * free.
     */
    private static final List<String> STATES = List.of("08", "25P03", "25P04", "40", "53", "55P03", "57");

    private DatabaseOutage() {}

    static boolean causes(Throwable failure) {
        for (Throwable at = failure; at != null; at = at.getCause()) {
            if (at instanceof SQLException sql && isOutage(sql)) return true;
        }
        return false;
    }

    private static boolean isOutage(SQLException failure) {
        String state = failure.getSQLState();
        return failure instanceof SQLTransientException
                || failure.getCause() instanceof TimeoutException
                || (state != null && STATES.stream().anyMatch(state::startsWith));
    }
}
