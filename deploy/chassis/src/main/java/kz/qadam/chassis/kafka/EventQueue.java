package kz.qadam.chassis.kafka;

import java.time.Instant;
import java.util.Optional;

/**
 * A queue of events that a service publishes. Its waiting events count towards the {@link Backlog}.
 *
 * @param <M> one event
 */
public interface EventQueue<M> extends RelayQueue<M> {

    /** Since when this event has waited. */
    Instant since(M event);

    /** Since when the oldest event has waited, of those that are neither parked nor behind a parked event. */
    Optional<Instant> oldest();

    /** How many events are parked. */
    long countParked();

    /**
     * Adds the events that were requested to be published again. An instance that takes over the lease calls it before
     * it sends anything.
     *
     * @return whether there may be more
     */
    default boolean addRequested(int most) {
        return false;
    }
}
