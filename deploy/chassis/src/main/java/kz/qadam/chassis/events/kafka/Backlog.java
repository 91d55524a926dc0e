package kz.qadam.chassis.events.kafka;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.UriInfo;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import kz.qadam.chassis.base.language.Message;
import kz.qadam.chassis.http.problem.Problem;
import kz.qadam.chassis.http.problem.ProblemType;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/**
 * How many events wait to be sent to Kafka, as counted by the last look, so that a request can check it without a
 * query. While it is full, posts are refused.
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
    public record Look(long rows, long parked, Instant oldest) {}

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

    /** Answers 503 to posts that would add to a full backlog. A dry run adds nothing. */
    @AddsToBacklog
    @ServerRequestFilter
    public void limit(Request request, UriInfo uri) {
        if (full
                && request.getMethod().equals(HttpMethod.POST)
                && !"true".equals(uri.getQueryParameters().getFirst("dryRun"))) {
            throw new Problem(ProblemType.UNAVAILABLE, Message.of("backlog-full"));
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
