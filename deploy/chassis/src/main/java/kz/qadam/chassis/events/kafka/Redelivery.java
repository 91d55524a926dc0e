package kz.qadam.chassis.events.kafka;

import java.util.UUID;
import org.jdbi.v3.core.Handle;

/** Delivers a dead letter again from the database. */
public final class Redelivery {

    private Redelivery() {}

    /**
     * Reads the dead letter again, as it was received.
     *
     * @throws UnreadableEventException if it is still not a valid event
     */
    public static DeliveredEvent of(Handle database, UUID letter, EventConsumer eventConsumer) {
        DeadLetters.Row row = database.createQuery("select * from dead_letter where id = :id")
                .bind("id", letter)
                .map(DeadLetters.COLUMNS)
                .one();
        return DeliveredEvent.read(row.received(), eventConsumer.owners());
    }
}
