package kz.qadam.chassis.testing;

import static org.awaitility.pollinterval.IterativePollInterval.iterative;

import java.time.Duration;
import org.awaitility.Awaitility;

/**
 * Lets tests wait for a minute where Awaitility would give up after ten seconds: a machine that has other things to do takes
 * longer, and a test that passes does not. They look at once, and then more and more rarely, where Awaitility would look
 * first after a tenth of a second; what a look trips over since it is not there yet is waited for, too.
 */
final class Waits {

    private static final Duration PATIENCE = Duration.ofMinutes(1);
    private static final Duration FIRST_REST = Duration.ofMillis(10);
    private static final Duration LONGEST_REST = Duration.ofMillis(200);

    private Waits() {}

    /** From now on, for the class loader of the caller. */
    static void lengthen() {
        Awaitility.setDefaultTimeout(PATIENCE);
        Awaitility.setDefaultPollInterval(iterative(Waits::longer, FIRST_REST));
        Awaitility.ignoreExceptionsByDefaultMatching(Waits::isOfWhatIsMissing);
    }

    private static boolean isOfWhatIsMissing(Throwable thrown) {
        return thrown instanceof NullPointerException || thrown instanceof IllegalStateException;
    }

    private static Duration longer(Duration rest) {
        Duration next = rest.multipliedBy(3).dividedBy(2);
        return next.compareTo(LONGEST_REST) < 0 ? next : LONGEST_REST;
    }
}
