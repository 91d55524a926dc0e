package kz.qadam.chassis.kafka;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/** What a service does with the events that it takes in. */
public interface Consumption {

    /** The topics it reads. */
    List<String> topics();

    /** The source that owns each type of event which this service reads; from any other source it is not believed. */
    Map<String, String> owners();

    /** Whether anything was taken in before: then offsets that are gone are a loss, not a first start. */
    boolean hasHistory(Handle database);

    /**
     * Takes in what one poll brought, in the transaction that also moves the offsets on. The same events may come again;
     * nothing may then change.
     *
     * @return what could not be read
     */
    List<DeadLetter> take(Handle database, List<Delivery> deliveries);

    /** Called in the same transaction when dead letters were kept; most services need nothing more than that. */
    default void buried(Handle database, Map<UUID, DeadLetter> deadLetters) {}

    /** Called in a transaction of its own when, as Kafka has confirmed, no more events wait for this instance; repeatedly. */
    default void caughtUp(Handle database) {}

    /** Called after the commit. */
    default void taken() {}
}
