package kz.qadam.chassis.security;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** How many requests one institution may make of one instance. */
@ConfigMapping(prefix = "qadam.requests")
interface RequestLimitConfig {

    /** Requests per second on average. More data should be sent as batches or files. */
    @WithDefault("1000")
    int perSecond();

    /** Requests at once, after a pause. */
    @WithDefault("5000")
    int atOnce();
}
