package kz.qadam.chassis.kafka;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/**
 * How much may wait to be sent to Kafka. Beyond it posts are answered 503 and files wait, until Kafka has taken enough;
 * what was accepted before is kept. Nothing else is turned away.
 */
@ConfigMapping(prefix = "qadam.backlog")
interface BacklogConfig {

    /** The most events that may wait. */
    @WithDefault("1000000")
    long rows();

    /**
     * How long the oldest may wait. Parked events, what waits behind them, and partitions that take nothing while others do
     * are not counted.
     */
    @WithDefault("6h")
    Duration age();

    /** Pause between two looks at what waits. */
    @WithDefault("5s")
    Duration lookEvery();
}
