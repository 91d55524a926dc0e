package kz.qadam.chassis.events.kafka;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/**
 * How many events may wait to be sent to Kafka. Beyond this limit, posts are answered 503 and files wait, until Kafka
 * has taken enough events; what was accepted before is kept. Other requests are not affected.
 */
@ConfigMapping(prefix = "qadam.backlog")
interface BacklogConfig {

    /** The most events that may wait. */
    @WithDefault("1000000")
    long rows();

    /**
     * How long the oldest event may wait. Not counted are parked events, events that wait behind them, and partitions
     * that take no events while others do.
     */
    @WithDefault("6h")
    Duration age();

    /** The interval at which the waiting events are counted. */
    @WithDefault("5s")
    Duration lookEvery();
}
