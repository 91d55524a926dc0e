package kz.qadam.chassis.kafka;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** From Kafka into the database. */
@ConfigMapping(prefix = "qadam.intake")
public interface IntakeConfig {

    /** Off for a command that only works on the database. */
    @WithDefault("true")
    boolean enabled();

    /** The most events in one transaction. */
    @WithDefault("2000")
    int mostPerPoll();

    /**
     * How long one transaction may take. Longer for the next attempt where one took longer, so that what takes long is taken
     * in at last; so short for the first, so that a process that is stopped in the middle holds up others no longer.
     */
    @WithDefault("12s")
    Duration transactionLimit();

    /** How often Kafka is asked where the partitions end. */
    @WithDefault("1s")
    Duration lookEvery();

    /** How long to wait before a failed transaction is tried again. */
    @WithDefault("500ms")
    Duration retryAfter();
}
