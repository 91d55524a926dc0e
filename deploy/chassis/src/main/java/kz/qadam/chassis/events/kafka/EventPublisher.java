package kz.qadam.chassis.events.kafka;

import java.util.Collection;
import java.util.List;
import org.jdbi.v3.core.Handle;

/**
 * Publishes the events about one kind of subject to one topic. A service has one bean for each kind; code that changes
 * a subject adds its event to the {@link Outbox} in the same transaction.
 */
public abstract class EventPublisher {

    private final Outbox outbox;
    private final String name;
    private final String topic;

    /** @param name the name in metrics, health, the lease and the rows of the outbox: it never changes */
    protected EventPublisher(Outbox outbox, String name, String topic) {
        this.outbox = outbox;
        this.name = name;
        this.topic = topic;
    }

    public final String name() {
        return name;
    }

    final String topic() {
        return topic;
    }

    /**
     * Adds events in the transaction of their cause; those about one subject in the order of their versions. They are sent
     * after the commit.
     */
    public final void add(Handle database, List<OutboxEvent> events) {
        outbox.add(database, name, events);
    }

    /** Adds the newest event about each of these subjects again, with the same id and data as before. */
    public final void republish(Handle database, Collection<String> subjects) {
        add(database, newest(database, subjects));
    }

    /**
     * The newest event about each of these subjects, from the service's own rows; unknown subjects are left out. It is
     * asked for only if the rows keep all that the events say.
     */
    protected List<OutboxEvent> newest(Handle database, Collection<String> subjects) {
        throw new UnsupportedOperationException("Events of " + name + " cannot be published again");
    }

    /**
     * Whether an event may be sent now, as an SQL condition about the row {@code e} of {@code outbox_event}; it may use the
     * parameter {@code :publisher}.
     */
    protected String mayBeSent() {
        return "true";
    }
}
