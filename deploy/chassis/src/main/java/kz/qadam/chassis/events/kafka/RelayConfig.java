package kz.qadam.chassis.events.kafka;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** The relay of events from the database to Kafka. */
@ConfigMapping(prefix = "qadam.relay")
public interface RelayConfig {

    /** False for a command that uses only the database. */
    @WithDefault("true")
    boolean enabled();

    /**
     * The interval at which the relay looks into the database if nothing wakes it earlier: a second after twenty looks that
     * have found nothing.
     */
    @WithDefault("200ms")
    Duration every();

    /** The most events that are sent before the relay waits for their acknowledgements. */
    @WithDefault("2000")
    int mostPerRound();

    /**
     * How long the relay waits for all acknowledgements of a round. A partition that has not acknowledged by then is
     * held, and the others continue.
     */
    @WithDefault("1s")
    Duration patience();

    /** The pause before a held partition is tried again, with one event. */
    @WithDefault("1s")
    Duration retryAfter();

    /**
     * If events were sent and none was acknowledged for this time, this instance lets another one try; but not while
     * only some partitions take no events.
     */
    @WithDefault("30s")
    Duration giveUpAfter();

    /**
     * How long an instance then pauses before it sends again. Doubled each time in a row, up to sixteen times this
     * value.
     */
    @WithDefault("2s")
    Duration stepAside();

    /** How long the producer itself tries to deliver an event, through leader elections and restarts of brokers. */
    @WithDefault("30s")
    Duration deliveryTimeout();

    /** How often Kafka is asked whether it still has what it has acknowledged. */
    @WithDefault("1m")
    Duration compareEvery();

    /** How long warnings of one kind are summed up before they are logged. */
    @WithDefault("30s")
    Duration warnEvery();

    /** The length of the lease; after a crash, another instance takes over when it has expired. */
    @WithDefault("10s")
    Duration lease();
}
