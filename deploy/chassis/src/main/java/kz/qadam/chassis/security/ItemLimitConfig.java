package kz.qadam.chassis.security;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** How many items one institution may send to one instance together: those of its batches and of its files. */
@ConfigMapping(prefix = "qadam.items")
interface ItemLimitConfig {

    /** Items per second, over a longer time. */
    @WithDefault("5000")
    int perSecond();

    /**
     * Items at once, of one who sent none before. A file or batch is always taken as a whole; one that goes beyond is made up
     * for before the next.
     */
    @WithDefault("1000000")
    int atOnce();
}
