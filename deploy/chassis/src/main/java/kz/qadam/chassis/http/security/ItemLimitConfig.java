package kz.qadam.chassis.http.security;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** How many items one institution may send to one instance, in batches and files together. */
@ConfigMapping(prefix = "qadam.items")
interface ItemLimitConfig {

    /** Items per second on average. */
    @WithDefault("5000")
    int perSecond();

    /**
     * Items at once, after a pause. A file or batch is always accepted as a whole; if it exceeds the limit, the
     * institution has to wait before the next one.
     */
    @WithDefault("1000000")
    int atOnce();
}
