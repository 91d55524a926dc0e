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

    /**
     * How many such entries may wait. While as many do, requests that show records of people are answered 503; while half
     * as many do, of all others that need an entry only the number is kept.
     */
    @WithDefault("10000")
    int mostWaiting();

    /**
     * How many of them may be about one institution, or about one caller who has none. While as many are, only its own
     * requests are treated like this.
     */
    @WithDefault("1000")
    int mostWaitingOfOne();

    /**
     * Over which time equal requests are counted in one entry: denials, reads that show nothing new, and requests without
     * a verified caller. A process that is killed loses the number since the last time.
     */
    @WithDefault("1m")
    Duration countOver();

    /** How many equal denials have an entry of their own within this time. */
    @WithDefault("10")
    int denialsInFull();

    /** How many different denials, and how many different reads, are remembered within this time. */
    @WithDefault("10000")
    int mostRemembered();

    /** Over which time requests for what is new in a list are counted together that are answered with nothing. */
    @WithDefault("1h")
    Duration countPollsOver();
}
