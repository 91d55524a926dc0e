package kz.qadam.chassis.kafka;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** From the database to Kafka. */
@ConfigMapping(prefix = "qadam.relay")
public interface RelayConfig {

    /** Off for a command that only works on the database. */
    @WithDefault("true")
    boolean enabled();

    /** Pause between two looks at the database when nothing wakes the relay earlier. */
    @WithDefault("200ms")
    Duration every();

    /** The most events sent before their acknowledgements are awaited. */
    @WithDefault("2000")
    int mostPerRound();

    /**
     * How long the acknowledgements of a round are awaited together. A partition that has not acknowledged by then is left
     * to itself, and the others go on.
     */
    @WithDefault("1s")
    Duration patience();

    /** Pause before a partition that took nothing is tried again, with one event. */
    @WithDefault("1s")
    Duration retryAfter();

    /**
     * When nothing at all was acknowledged for so long, although something was sent, this instance lets another one try;
     * but not while some partitions take nothing and others have no fault.
     */
    @WithDefault("30s")
    Duration giveUpAfter();

    /**
     * For how long an instance that let another one try does not send by itself. Doubled each time in a row, up to sixteen
     * times as long.
     */
    @WithDefault("2s")
    Duration stepAside();

    /** How long the producer itself goes on trying to deliver an event, through elections and restarts of brokers. */
    @WithDefault("30s")
    Duration deliveryTimeout();

    /** Warnings of one kind are summed up for so long. */
    @WithDefault("30s")
    Duration warnEvery();

    /** How long the relay stays the only one without renewing its lease; after a crash another takes over then. */
    @WithDefault("10s")
    Duration lease();
}
