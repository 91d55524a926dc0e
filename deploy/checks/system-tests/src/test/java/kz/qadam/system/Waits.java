package kz.qadam.system;

import static org.awaitility.Awaitility.await;
import static org.awaitility.pollinterval.IterativePollInterval.iterative;

import java.time.Duration;
import org.awaitility.core.ConditionFactory;

/** How long tests wait for what a suite does behind its answers. */
final class Waits {

    private static final Duration PATIENCE = Duration.ofSeconds(90);
    private static final Duration FIRST_REST = Duration.ofMillis(20);
    private static final Duration LONGEST_REST = Duration.ofMillis(200);

    private Waits() {}

    /**
     * For what takes effect in a second, on a machine that may have other things to do. It looks at once, and then more and
     * more rarely; what a look trips over since it is not there yet is waited for, too.
     */
    static ConditionFactory soon() {
        return await().atMost(PATIENCE)
                .pollInterval(iterative(Waits::longer, FIRST_REST))
                .ignoreExceptionsMatching(Waits::isOfWhatIsMissing);
    }

    private static boolean isOfWhatIsMissing(Throwable thrown) {
        return thrown instanceof NullPointerException || thrown instanceof IllegalStateException;
    }

    private static Duration longer(Duration rest) {
        Duration next = rest.multipliedBy(3).dividedBy(2);
        return next.compareTo(LONGEST_REST) < 0 ? next : LONGEST_REST;
    }
}
