package kz.qadam.reporting.recount;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How recounts are answered. */
@ConfigMapping(prefix = "qadam.recount")
interface RecountConfig {

    /** How long a request waits for its recount; one that takes longer is fetched later. */
    @WithDefault("10s")
    Duration answerWithin();

    /** How many may wait on this instance until the one before is finished; any other is answered 503. */
    @WithDefault("8")
    int waiting();

    /** How long nothing may be heard of the instance that works on a recount, until that has failed. */
    @WithDefault("30s")
    Duration lease();
}
