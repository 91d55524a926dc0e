package kz.qadam.reporting.audit.recount;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** Limits of recounts. */
@ConfigMapping(prefix = "qadam.recount")
interface RecountConfig {

    /** How long a request waits for its recount; the result of a longer recount is fetched later. */
    @WithDefault("10s")
    Duration answerWithin();

    /** How many recounts may wait on this instance; a further request is answered 503. */
    @WithDefault("8")
    int waiting();

    /** A recount has failed if its instance has not renewed the lease for this long. */
    @WithDefault("30s")
    Duration lease();
}
