package kz.qadam.chassis.kafka;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import io.smallrye.config.WithName;
import java.time.Duration;

/** How this instance meets Kafka. The brokers themselves are {@code kafka.bootstrap.servers}. */
@ConfigMapping(prefix = "qadam")
public interface KafkaConfig {

    /** The name of this instance, unique among all and the same after a restart: it gets its partitions back at once. */
    @WithDefault("${quarkus.application.name}-0")
    String instance();

    Intake intake();

    Relay relay();

    /** From Kafka into the database. */
    interface Intake {

        /** Off for a command that only works on the database. */
        @WithDefault("true")
        boolean enabled();

        /** The most events in one transaction. */
        @WithDefault("2000")
        int mostPerPoll();

        /** How long to wait before a failed transaction is tried again. */
        @WithDefault("500ms")
        Duration retryAfter();
    }

    /** From the database to Kafka. */
    interface Relay {

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
        @WithName("lease")
        Duration leaseFor();
    }
}
