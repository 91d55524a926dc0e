package kz.qadam.chassis.kafka;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import org.jboss.logging.Logger;

/**
 * How many events wait to be sent to Kafka, as counted by the last look, so that a request can check it without a
 * query.
 */
@ApplicationScoped
public class Backlog {

    /**
     * The events that wait in one queue.
     *
     * @param rows how many events wait, including parked ones
     * @param parked how many of them are parked
     * @param oldest since when the oldest event waits of those that count; null if there is none
     */
    record Look(long rows, long parked, Instant oldest) {}

    private static final Logger LOG = Logger.getLogger(Backlog.class);

    private final BacklogConfig config;
    private final Clock clock;
    private final Map<String, Look> looks = new ConcurrentHashMap<>();
    private volatile boolean full;

    Backlog(BacklogConfig config, Clock clock) {
        this.config = config;
        this.clock = clock;
    }

    /** Whether so many events wait that no more may be added for now. */
    public boolean isFull() {
        return full;
    }

    synchronized void note(String queue, Look look) {
        looks.put(queue, look);
        boolean isFull = rows() > config.rows() || age().compareTo(config.age()) > 0;
        if (isFull != full) {
            full = isFull;
            LOG.warnf(
                    "Posts are %s: %d events wait to be sent, the oldest for %d s",
                    isFull ? "refused" : "accepted again", rows(), age().toSeconds());
        }
    }

    long rows() {
        return looks.values().stream().mapToLong(Look::rows).sum();
    }

    long parked() {
        return looks.values().stream().mapToLong(Look::parked).sum();
    }

    /** How long the oldest event has waited; zero if none waits. */
    Duration age() {
        return looks.values().stream()
                .map(Look::oldest)
                .filter(Objects::nonNull)
                .min(Instant::compareTo)
                .map(oldest -> Duration.between(oldest, clock.instant()))
                .filter(age -> !age.isNegative())
                .orElse(Duration.ZERO);
    }
}
