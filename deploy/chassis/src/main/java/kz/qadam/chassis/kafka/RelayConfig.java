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

    /** How long the relay stays the only one without renewing its lease; after a crash another takes over then. */
    @WithDefault("10s")
    Duration lease();
}
