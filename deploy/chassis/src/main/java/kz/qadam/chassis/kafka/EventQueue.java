package kz.qadam.chassis.kafka;

import java.time.Instant;
import java.util.Optional;

/**
 * A queue of events that a service publishes. What waits in it counts towards the {@link Backlog}.
 *
 * @param <M> one event
 */
public interface EventQueue<M> extends RelayQueue<M> {

    /** Since when an event waits. */
    Instant since(M event);

    /** Since when the oldest waits, of those that are neither parked nor wait behind a parked one. */
    Optional<Instant> oldest();

    /** How many are parked. */
    long countParked();

    /**
     * Adds events that somebody has requested, before anything is sent by the instance that took the lease over.
     *
     * @return whether there may be more
     */
    default boolean addRequested(int most) {
        return false;
    }
}
