package kz.qadam.chassis.trail;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** The trail: who did what. */
@ConfigMapping(prefix = "qadam.trail")
interface TrailConfig {

    /**
     * How often entries about reads and denials are written, which are not written with what they are about. A process
     * that is killed loses those since the last time.
     */
    @WithDefault("1s")
    Duration writeEvery();

    /** How many such entries may wait; while more do, requests that need one are answered 503. */
    @WithDefault("10000")
    int mostWaiting();

    /** Over which time requests without a verified caller are counted in one entry. */
    @WithDefault("1m")
    Duration countUnverifiedOver();
}
