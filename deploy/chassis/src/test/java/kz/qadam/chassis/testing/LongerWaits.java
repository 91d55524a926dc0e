package kz.qadam.chassis.testing;

import io.quarkus.test.junit.callback.QuarkusTestBeforeClassCallback;
import java.time.Duration;
import org.awaitility.Awaitility;
import org.junit.platform.launcher.LauncherSession;
import org.junit.platform.launcher.LauncherSessionListener;

/**
 * Lets the tests of all modules wait for a minute where Awaitility would give up after ten seconds: a machine that has
 * other things to do takes longer, and a test that passes does not. Tests that run inside of Quarkus have a class loader of
 * their own, and so another Awaitility.
 */
public final class LongerWaits implements LauncherSessionListener, QuarkusTestBeforeClassCallback {

    private static final Duration PATIENCE = Duration.ofMinutes(1);

    @Override
    public void launcherSessionOpened(LauncherSession session) {
        Awaitility.setDefaultTimeout(PATIENCE);
    }

    @Override
    public void beforeClass(Class<?> tests) {
        Awaitility.setDefaultTimeout(PATIENCE);
    }
}
