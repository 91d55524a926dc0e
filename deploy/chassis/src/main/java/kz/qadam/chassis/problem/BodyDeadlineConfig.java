package kz.qadam.chassis.problem;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How slowly a body may arrive. */
@ConfigMapping(prefix = "qadam.body-deadline")
interface BodyDeadlineConfig {

    /** How long this instance waits for a body in any case, however small it is. */
    @WithDefault("20s")
    Duration grace();

    /** For each of so many bytes that have arrived it waits one second more. */
    @WithDefault("8K")
    MemorySize bytesPerSecond();

    /** Whether a body of which so many bytes have arrived has been waited for too long. */
    default boolean isTooSlow(long bytes, long waitedNanos) {
        double permitted = grace().toNanos() + 1e9 * bytes / bytesPerSecond().asLongValue();
        return waitedNanos > permitted;
    }
}
