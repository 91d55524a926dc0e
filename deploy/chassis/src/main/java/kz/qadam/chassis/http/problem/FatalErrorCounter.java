package kz.qadam.chassis.http.problem;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Metrics;
import io.quarkus.runtime.Startup;
import jakarta.inject.Singleton;
import kz.qadam.chassis.base.database.Database;
import org.jboss.logging.Logger;

/**
 * Counts and logs each {@link Error} that ended a request, such as a missing class or an endless recursion. It is never
 * the caller's fault. Operators should be alerted by the counter {@code qadam.requests.errors}, or by the log line of
 * level FATAL.
 */
@Startup
@Singleton
class FatalErrorCounter {

    private static final Logger LOG = Logger.getLogger(FatalErrorCounter.class);

    private static final Counter COUNTER = Counter.builder("qadam.requests.errors")
            .description("Requests that were answered 500 because of an error, not an exception")
            .register(Metrics.globalRegistry);

    /** Whether an {@link Error} caused this failure; if so, it is counted and logged. */
    static boolean countIfError(Throwable failure) {
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
