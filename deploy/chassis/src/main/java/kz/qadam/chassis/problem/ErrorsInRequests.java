package kz.qadam.chassis.problem;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Metrics;
import io.quarkus.runtime.Startup;
import jakarta.inject.Singleton;
import kz.qadam.chassis.database.Database;
import org.jboss.logging.Logger;

/**
 * An {@link Error} that ended a request, such as a missing class or a recursion without end: never the caller's fault, and
 * never to be expected. Whoever watches the service is to be woken by it: by the counter {@code qadam.requests.errors}, or
 * by a line of the level FATAL.
 */
@Startup
@Singleton
class ErrorsInRequests {

    private static final Logger LOG = Logger.getLogger(ErrorsInRequests.class);

    private static final Counter COUNTER = Metrics.counter("qadam.requests.errors");

    /** Whether an error is behind this failure; if so, it is counted and logged. */
    static boolean counted(Throwable failure) {
        for (Throwable at = failure; at != null; at = at.getCause()) {
            if (at instanceof Error) {
                COUNTER.increment();
                LOG.fatal("An error ended a request", Database.loggable(failure));
                return true;
            }
        }
        return false;
    }
}
