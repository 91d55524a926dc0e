package kz.qadam.chassis.testing;

import org.junit.platform.launcher.LauncherSession;
import org.junit.platform.launcher.LauncherSessionListener;

/** What holds in all tests of all modules, from the start of a run. */
public final class TestRun implements LauncherSessionListener {

    @Override
    public void launcherSessionOpened(LauncherSession session) {
        prepare();
    }

    static void prepare() {
        Waits.lengthen();
        PathExpressions.compileOnce();
    }
}
