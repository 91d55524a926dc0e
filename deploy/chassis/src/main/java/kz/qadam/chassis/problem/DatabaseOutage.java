package kz.qadam.chassis.problem;

import java.sql.SQLException;
import java.sql.SQLTransientException;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;

/** Failures of the database itself rather than of what it was asked: they pass, and the same may be sent again. */
final class DatabaseOutage {

    private DatabaseOutage() {}

    static boolean causes(Throwable failure) {
        for (Throwable at = failure; at != null; at = at.getCause()) {
            if (at instanceof SQLException sql && isOutage(sql)) return true;
        }
        return false;
    }

    /** Connection lost, out of resources, being shut down or started; or none of the pool's connections came free. */
    private static boolean isOutage(SQLException failure) {
        String state = failure.getSQLState();
        return failure instanceof SQLTransientException
                || failure.getCause() instanceof TimeoutException
                || (state != null && Stream.of("08", "53", "57P").anyMatch(state::startsWith));
    }
}
