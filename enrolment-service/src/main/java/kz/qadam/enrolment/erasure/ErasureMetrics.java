package kz.qadam.enrolment.erasure;

import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import kz.qadam.chassis.base.metrics.Gauges;
import org.jdbi.v3.core.Handle;

/** Shows what remains to be erased, here and at institutions. */
@ApplicationScoped
class ErasureMetrics {

    private static final String WAITING = "select count(*) from erasure where state = 'blocked'";

    private static final String OLDEST = """
            select coalesce(extract(epoch from :now - min(blocked_at)), 0) from erasure where state = 'blocked'
            """;

    private static final String OPEN_TASKS = """
            select count(*) from erasure_task where enrolment_references is not null and confirmed_at is null
            """;

    private final Clock clock;

    ErasureMetrics(Clock clock) {
        this.clock = clock;
    }

    void start(@Observes StartupEvent event, Gauges gauges) {
        gauges.add(
                "qadam.erasures.waiting",
                null,
                "Learners who are blocked and not erased yet",
                database -> database.transaction(handle -> number(handle, WAITING)));
        gauges.add(
                "qadam.erasures.oldest",
                "seconds",
                "How long the oldest of them has waited",
                database -> database.transaction(this::ageOfOldest));
        gauges.add(
                "qadam.erasures.tasks",
                null,
                "Erasure tasks that their institutions have not confirmed",
                database -> database.transaction(handle -> number(handle, OPEN_TASKS)));
    }

    private static double number(Handle handle, String query) {
        return handle.createQuery(query).mapTo(Double.class).one();
    }

    private double ageOfOldest(Handle handle) {
        return handle.createQuery(OLDEST)
                .bind("now", clock.instant())
                .mapTo(Double.class)
                .one();
    }
}
