package kz.qadam.chassis.base.metrics;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** The metrics that are read from the database. */
@ConfigMapping(prefix = "qadam.metrics")
interface MetricsConfig {

    /** How often they are read. */
    @WithDefault("10s")
    Duration every();
}
