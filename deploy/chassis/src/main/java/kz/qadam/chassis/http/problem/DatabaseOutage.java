package kz.qadam.chassis.http.problem;

import java.sql.SQLException;
import java.sql.SQLTransientException;
import java.util.List;
import java.util.concurrent.TimeoutException;

/**
 * Recognises failures of the database itself, not of a statement: they are temporary, and the request may be sent
 * again.
 */
final class DatabaseOutage {

    /**
     * SQL states: connection lost, out of resources, shutting down or starting; a time limit of a statement, a
     * transaction or a lock exceeded; repeated conflicts between transactions. A pool without free connections counts
     * too.
     */
    private static final List<String> STATES = List.of("08", "25P03", "25P04", "40", "53", "55P03", "57");

    private DatabaseOutage() {}

    static boolean isCauseOf(Throwable failure) {
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
