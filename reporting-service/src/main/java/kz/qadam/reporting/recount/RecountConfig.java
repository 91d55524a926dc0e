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
}
