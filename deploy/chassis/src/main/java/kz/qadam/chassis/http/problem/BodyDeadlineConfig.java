package kz.qadam.chassis.http.problem;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How slowly a body may arrive. */
@ConfigMapping(prefix = "qadam.body-deadline")
interface BodyDeadlineConfig {

    /** How long this instance waits for any body, however small it is. */
    @WithDefault("20s")
    Duration grace();

    /** The required rate: it waits one more second for each received amount of this many bytes. */
    @WithDefault("8K")
    MemorySize bytesPerSecond();

    /** Whether a body of which this many bytes have arrived is too slow. */
    default boolean isTooSlow(long bytes, long waitedNanos) {
        double permitted = grace().toNanos() + 1e9 * bytes / bytesPerSecond().asLongValue();
        return waitedNanos > permitted;
    }
}
