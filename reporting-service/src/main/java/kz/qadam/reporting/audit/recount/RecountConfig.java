package kz.qadam.reporting.audit.recount;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.time.LocalTime;

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

    /** Whether this instance recounts all figures every day; of several instances one does. */
    @WithDefault("true")
    boolean daily();

    /** When, in the time zone of questions; a day that is missed is made up at once. */
    @WithDefault("03:30")
    LocalTime dailyAt();
}
