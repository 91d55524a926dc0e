package kz.qadam.chassis.events.kafka;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/** Takes the events of other services into a service's database. A service has one such bean. */
public interface EventConsumer {

    /** The topics to read. */
    List<String> topics();

    /**
     * The source that owns each event type which this service reads; an event from any other source becomes a dead
     * letter.
     */
    Map<String, String> owners();

    /** Whether events were taken in before: then missing offsets are a loss, and not a first start. */
    boolean hasHistory(Handle database);

    /**
     * Takes in the events of one poll, in the transaction that also advances the offsets. The same events may be
     * delivered again, and must then change nothing (idempotent consumer).
     *
     * @return the events that could not be taken in
     */
    List<DeadLetter> take(Handle database, List<DeliveredEvent> deliveries);

    /** Called in the same transaction after dead letters were stored; most services do nothing here. */
    default void buried(Handle database, Map<UUID, DeadLetter> deadLetters) {}

    /**
     * Called repeatedly, each time in a separate transaction, when Kafka has confirmed that no more events wait for
     * this instance.
     */
    default void caughtUp(Handle database) {}

    /** Called in the transaction in which the intake goes back, since Kafka has lost events: they come again elsewhere. */
    default void wentBack(Handle database) {}

    /** Called after the commit of {@link #take}. */
    default void taken() {}
}
