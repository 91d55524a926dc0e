package kz.qadam.chassis.events.event;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;
import kz.qadam.chassis.events.kafka.CloudEvent;
import kz.qadam.chassis.events.kafka.DeadLetter;
import kz.qadam.chassis.events.kafka.DeliveredEvent;
import kz.qadam.chassis.events.kafka.UnreadableEventException;

/**
 * The event types that a service takes in from another service: the record of each type's data, and its handler. Other
 * types are ignored.
 *
 * @param <C> the context of a batch that the handlers work on
 */
public final class EventHandlers<C> {

    private record Handler<C, E>(Class<E> data, ToLongFunction<E> version, BiConsumer<C, E> work) {

        void take(CloudEvent event, C context) {
            E read = EventJson.read(event.data(), data);
            event.requireIdOf(version.applyAsLong(read));
            work.accept(context, read);
        }
    }

    private final String owner;
    private final Map<String, Handler<C, ?>> handlers = new HashMap<>();

    /** @param owner the service that publishes these types */
    public EventHandlers(String owner) {
        this.owner = owner;
    }

    /**
     * Adds a type.
     *
     * @param data the record that declares the data of the type
     * @param version gets the version of the subject from the data
     * @param work handles each event in its order; an {@link UnreadableEventException} turns the event into a dead letter
     */
    public <E> EventHandlers<C> on(String type, Class<E> data, ToLongFunction<E> version, BiConsumer<C, E> work) {
        handlers.put(type, new Handler<>(data, version, work));
        return this;
    }

    /** The service that publishes each type. */
    public Map<String, String> owners() {
        return handlers.keySet().stream().collect(Collectors.toMap(Function.identity(), type -> owner));
    }

    /**
     * Takes events in, each with the handler of its type.
     *
     * @return the events that cannot be taken in
     */
    public List<DeadLetter> take(List<DeliveredEvent> deliveries, C context) {
        List<DeadLetter> unreadable = new ArrayList<>();
        for (DeliveredEvent delivery : deliveries) {
            Handler<C, ?> handler = handlers.get(delivery.event().type());
            if (handler != null) {
                try {
                    handler.take(delivery.event(), context);
                } catch (UnreadableEventException e) {
                    unreadable.add(new DeadLetter(delivery.record(), e));
                }
            }
        }
        return unreadable;
    }
}
