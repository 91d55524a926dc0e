package kz.qadam.chassis.security;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** How many requests one institution may make of one instance. */
@ConfigMapping(prefix = "qadam.requests")
interface RequestLimitConfig {

    /** Requests per second, over a longer time. Whoever has more to send sends it by the file. */
    @WithDefault("1000")
    int perSecond();

    /** Requests at once, of one who was silent before. */
    @WithDefault("5000")
    int atOnce();
}
