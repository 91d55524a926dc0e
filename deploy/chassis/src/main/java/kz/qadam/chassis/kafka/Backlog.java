package kz.qadam.chassis.kafka;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import org.jboss.logging.Logger;

/** What waits to be sent to Kafka, as of the last look: so that to ask for it costs nothing. */
@ApplicationScoped
public class Backlog {

    /**
     * What waits in one queue.
     *
     * @param rows how many events wait, parked ones too
     * @param parked how many of them are parked
     * @param oldest since when the oldest waits that counts; null if there is none
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

    /** Whether so much waits that nothing more may be added for now. */
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
                    isFull ? "turned away" : "taken again", rows(), age().toSeconds());
        }
    }

    long rows() {
        return looks.values().stream().mapToLong(Look::rows).sum();
    }

    long parked() {
        return looks.values().stream().mapToLong(Look::parked).sum();
    }

    /** How long the oldest has waited; zero if nothing waits. */
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
