package kz.qadam.chassis.kafka;

import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.common.TopicPartition;

/** Measures how far the partitions of this instance are behind Kafka, and stores this for the other instances. */
final class LagWatch implements AutoCloseable {

    private static final long LONG_AGO = Duration.ofSeconds(30).toNanos();

    /** @param lookedAt when the oldest of the underlying answers was requested, by the monotonic clock */
    private record Lag(long events, long lookedAt) {

        double now() {
            return System.nanoTime() - lookedAt > LONG_AGO ? Double.NaN : (double) events;
        }
    }

    private final EndOffsets endOffsets;
    private final IntakePositions kept;
    private final ConsumerPositions positions;
    private final Map<TopicPartition, EndOffsets.End> ends = new HashMap<>();
    private volatile Lag lag;

    LagWatch(EndOffsets endOffsets, IntakePositions kept, ConsumerPositions positions) {
        this.endOffsets = endOffsets;
        this.kept = kept;
        this.positions = positions;
    }

    /** Evaluates Kafka's answers, and asks again when the interval is over. */
    void look() {
        Map<TopicPartition, Long> reading = positions.current();
        Map<TopicPartition, EndOffsets.End> answered = endOffsets.answered(reading.keySet());
        answered.keySet().retainAll(reading.keySet());
        ends.keySet().retainAll(reading.keySet());
        ends.putAll(answered);
        lag = ends.size() < reading.size() || reading.isEmpty() ? null : lag(reading);
        if (!answered.isEmpty()) {
            kept.saveEnds(answered);
        }
    }

    private Lag lag(Map<TopicPartition, Long> reading) {
        long waiting = 0;
        for (Map.Entry<TopicPartition, EndOffsets.End> one : ends.entrySet()) {
            waiting += Math.max(0, one.getValue().offset() - reading.get(one.getKey()));
        }
        return new Lag(waiting, oldest(ends.values()));
    }

    private static long oldest(Collection<EndOffsets.End> looks) {
        long now = System.nanoTime();
        return now - looks.stream().mapToLong(one -> now - one.askedAt()).max().orElse(0);
    }

    /** How many events wait in Kafka; NaN until Kafka has answered for each partition. */
    double lag() {
        Lag known = lag;
        return known == null ? Double.NaN : known.now();
    }

    /** Whether Kafka was asked after this moment of the monotonic clock, and no events wait in any partition. */
    boolean isCaughtUpSince(long moment) {
        Lag known = lag;
        return known != null && known.events() == 0 && known.lookedAt() - moment > 0;
    }

    @Override
    public void close() {
        endOffsets.close();
    }
}
