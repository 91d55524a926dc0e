package kz.qadam.enrolment.restore;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.ToLongFunction;
import kz.qadam.chassis.events.event.EventHandlers;
import kz.qadam.chassis.events.kafka.DeliveredEvent;
import org.jdbi.v3.core.Handle;

/**
 * Takes over the published states of one kind. A state that is not newer than what the rows say changes nothing, so that all of
 * it may be done again.
 *
 * @param <S> what the events say
 */
public abstract class Adoption<S> {

    /** What is said where no event says why, or by whom. */
    public static final String RESTORED = "restored";

    /** A state, with the type and the time of its event. */
    public record Published<S>(S state, String type, Instant time) {}

    private final String publisher;
    private final EventHandlers<List<S>> handlers = new EventHandlers<>("/enrolment-service");

    /** @param publisher the name of the publisher of these events */
    protected Adoption(String publisher) {
        this.publisher = publisher;
    }

    /** Adds a type of event. */
    protected final <T extends S> void take(String type, Class<T> data, ToLongFunction<T> version) {
        handlers.on(type, data, version, List::add);
    }

    /** Adds a type of event that has nothing to take over. */
    protected final <T> void ignore(String type, Class<T> data, ToLongFunction<T> version) {
        handlers.on(type, data, version, (states, state) -> {});
    }

    /**
     * Takes over these states, which are in the order of their times; those about one subject in that of their versions.
     *
     * @return how many could not be taken over
     */
    protected abstract int adopt(Handle database, List<Published<S>> states);

    /**
     * Called after all events.
     *
     * @return what a person has to know or to do, in sentences
     */
    protected List<String> finish(Handle database) {
        return List.of();
    }

    /** Those whose rows others refer to come first: the lowest number. */
    protected int order() {
        return 2;
    }

    final String publisher() {
        return publisher;
    }

    final Set<String> types() {
        return handlers.owners().keySet();
    }

    /** Returns how many events could not be taken over. */
    final int take(Handle database, List<DeliveredEvent> events) {
        int unreadable = 0;
        List<Published<S>> published = new ArrayList<>();
        for (DeliveredEvent one : events) {
            List<S> read = new ArrayList<>(1);
            unreadable += handlers.take(List.of(one), read).size();
            read.forEach(state -> published.add(
                    new Published<>(state, one.event().type(), one.event().time())));
        }
        return unreadable + (published.isEmpty() ? 0 : adopt(database, published));
    }
}
