package kz.qadam.chassis.testing;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(NoBackends.class)
@WithTestResource(TestIssuer.class)
class WaitsInQuarkusTest {

    @Test
    void a_test_inside_of_quarkus_waits_for_a_minute_by_itself() {
        WaitsTest.waitsForAlmostAMinute();
    }
}
