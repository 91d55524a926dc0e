package kz.qadam.chassis.kafka;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * The events that a service publishes. What waits of them counts towards the {@link Backlog}, and what is parked can be
 * listed, sent again or given up.
 *
 * @param <M> one message
 */
public interface EventMail<M> extends Mail<M> {

    /** Since when a message waits. */
    Instant since(M message);

    /** Since when the oldest waits, of those that are neither parked nor wait behind a parked one. */
    Optional<Instant> oldest();

    /** How many are parked. */
    long countParked();

    /** What is parked, the oldest first. */
    List<ParkedEvent> parked(int most);

    /**
     * Lets parked events be sent again.
     *
     * @param id of the event; null: all
     * @return how many there were
     */
    int sendAgain(UUID id);

    /**
     * Gives a parked event up: it is never sent, and what waits behind it follows.
     *
     * @return how many there were
     */
    int discard(UUID id);
}
