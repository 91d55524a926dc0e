package kz.qadam.chassis.events.kafka;

import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.RowMapper;

/** Publishes states that the service's own rows keep: the newest event about an id can be made from its rows again. */
public abstract class StatePublisher extends EventPublisher {

    private final String prefix;
    private final String newest;
    private final RowMapper<OutboxEvent> event;

    /**
     * @param name see {@link EventPublisher}
     * @param prefix the subject of an event is this and the id
     * @param newest the SQL query for the newest state of each of {@code :ids}, in their order
     * @param event makes the event about a row of the query
     */
    protected StatePublisher(
            Outbox outbox, String name, String topic, String prefix, String newest, RowMapper<OutboxEvent> event) {
        super(outbox, name, topic);
        this.prefix = prefix;
        this.newest = newest;
        this.event = event;
    }

    /** Adds the newest event about each of these ids, in the transaction that has changed their rows. */
    public final void publish(Handle database, Collection<UUID> ids) {
        add(database, newestOf(database, ids));
    }

    @Override
    protected final List<OutboxEvent> newest(Handle database, Collection<String> subjects) {
        return newestOf(
                database,
                subjects.stream()
                        .filter(subject -> subject.startsWith(prefix))
                        .map(subject -> UUID.fromString(subject.substring(prefix.length())))
                        .toList());
    }

    private List<OutboxEvent> newestOf(Handle database, Collection<UUID> ids) {
        return database.createQuery(newest)
                .bindArray("ids", UUID.class, ids)
                .map(event)
                .list();
    }
}
