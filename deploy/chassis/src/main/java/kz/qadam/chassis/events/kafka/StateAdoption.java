package kz.qadam.chassis.events.kafka;

import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/**
 * Takes what a service has published into its own rows again, after its database went back to a backup. A service that
 * publishes has one such bean.
 */
public interface StateAdoption {

    /** The name of the publisher of a type of event; empty if this service publishes no such events. */
    Optional<String> publisher(String type);

    /**
     * Takes over what these events say, in their order; those about one subject are in the order of their versions. Nothing
     * is published about it. Runs in the transaction that keeps all of them as sent.
     *
     * @return how many cannot be taken over: nobody can have published them, or their names were used anew
     */
    int adopt(Handle database, List<DeliveredEvent> events);
}
