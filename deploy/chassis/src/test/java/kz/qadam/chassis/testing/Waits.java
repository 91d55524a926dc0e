package kz.qadam.chassis.testing;

import static org.awaitility.pollinterval.IterativePollInterval.iterative;

import io.quarkus.test.junit.callback.QuarkusTestBeforeClassCallback;
import java.time.Duration;
import org.awaitility.Awaitility;
import org.junit.platform.launcher.LauncherSession;
import org.junit.platform.launcher.LauncherSessionListener;

/**
 * Lets the tests of all modules wait for a minute where Awaitility would give up after ten seconds: a machine that has
 * other things to do takes longer, and a test that passes does not. They look at once, and then more and more rarely, where
 * Awaitility would look first after a tenth of a second; what a look trips over since it is not there yet is waited for, too.
 * Tests that run inside of Quarkus have a class loader of their own,
 * and so another Awaitility.
 */
public final class Waits implements LauncherSessionListener, QuarkusTestBeforeClassCallback {

    private static final Duration PATIENCE = Duration.ofMinutes(1);
    private static final Duration FIRST_REST = Duration.ofMillis(10);
    private static final Duration LONGEST_REST = Duration.ofMillis(200);

    @Override
    public void launcherSessionOpened(LauncherSession session) {
        set();
    }

    @Override
    public void beforeClass(Class<?> tests) {
        set();
    }

    private static void set() {
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
