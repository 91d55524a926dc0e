package kz.qadam.chassis.events.kafka;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** The intake of events from Kafka into the database. */
@ConfigMapping(prefix = "qadam.intake")
public interface IntakeConfig {

    /** False for a command that uses only the database. */
    @WithDefault("true")
    boolean enabled();

    /** The most events of one poll, and so of one transaction. */
    @WithDefault("2000")
    int mostPerPoll();

    /**
     * The time limit of one transaction. After a timeout the next attempt gets more time, so that slow events are taken
     * in at last. The first limit is short, so that a process that stops within a transaction does not block the others
     * for longer.
     */
    @WithDefault("12s")
    Duration transactionLimit();

    /** The interval at which Kafka is asked for the end offsets of the partitions. */
    @WithDefault("1s")
    Duration lookEvery();

    /** The pause before a failed transaction is tried again. */
    @WithDefault("500ms")
    Duration retryAfter();
}
