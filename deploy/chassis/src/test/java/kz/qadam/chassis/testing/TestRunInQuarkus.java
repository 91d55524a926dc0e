package kz.qadam.chassis.testing;

import io.quarkus.test.junit.callback.QuarkusTestBeforeClassCallback;

/** The same for tests inside of Quarkus: they have a class loader of their own, and so other libraries. */
public final class TestRunInQuarkus implements QuarkusTestBeforeClassCallback {

    @Override
    public void beforeClass(Class<?> tests) {
        TestRun.prepare();
    }
}
