package kz.qadam.chassis.testing;

import io.quarkus.test.junit.callback.QuarkusTestBeforeClassCallback;
import io.restassured.RestAssured;
import io.restassured.config.LogConfig;

/** The same for tests inside of Quarkus: they have a class loader of their own, and so other libraries. */
public final class TestRunInQuarkus implements QuarkusTestBeforeClassCallback {

    @Override
    public void beforeClass(Class<?> tests) {
        TestRun.prepare();
        // Quarkus has each refused answer printed, of a wait too; to lay out its JSON takes longer than to ask for it.
        RestAssured.config =
                RestAssured.config().logConfig(LogConfig.logConfig().enablePrettyPrinting(false));
    }
}
