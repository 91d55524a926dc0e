package kz.qadam.system;

import static org.awaitility.Awaitility.await;

import java.time.Duration;
import org.awaitility.core.ConditionFactory;

/** How long tests wait for what a suite does behind its answers. */
final class Waits {

    private static final Duration PATIENCE = Duration.ofSeconds(90);

    private Waits() {}

    /** For what takes effect in a second, on a machine that may have other things to do. */
    static ConditionFactory soon() {
        return await().atMost(PATIENCE);
    }
}
