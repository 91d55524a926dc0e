package kz.qadam.enrolment.learners;

import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import kz.qadam.chassis.base.metrics.Gauges;
import org.jdbi.v3.core.Handle;

/** Shows whether a sender may be looking for people who are blocked. */
@ApplicationScoped
class BlockProbingMetrics {

    private static final Duration WITHIN = Duration.ofHours(1);

    /** The entries have the code as their subject too, which has an index. The office is one sender. */
    private static final String MOST_OF_ONE_SENDER = """
            select coalesce(max(items), 0)
              from (select count(*) as items from trail
                     where subject = 'learner-unavailable' and kind = 'denial' and at > :since
                     group by institution) as by_sender
            """;

    private final Clock clock;

    BlockProbingMetrics(Clock clock) {
        this.clock = clock;
    }

    void start(@Observes StartupEvent event, Gauges gauges) {
        gauges.add(
                "qadam.learners.blocked.sent",
                null,
                "Enrolments of blocked people that were refused to one sender in the last hour, of the sender with most",
                database -> database.transaction(
                        handle -> mostOfOneSender(handle, clock.instant().minus(WITHIN))));
    }

    static double mostOfOneSender(Handle handle, Instant since) {
        return handle.createQuery(MOST_OF_ONE_SENDER)
                .bind("since", since)
                .mapTo(Double.class)
                .one();
    }
}
