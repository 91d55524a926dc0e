package kz.qadam.chassis.events.kafka;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.jdbi.v3.core.Handle;

/** Takes in all toys of a topic. */
final class ToyConsumer implements EventConsumer {

    final List<String> taken = new CopyOnWriteArrayList<>();
    final AtomicInteger caughtUp = new AtomicInteger();
    volatile Consumer<String> beforeTaking = subject -> {};

    private final String topic;

    ToyConsumer(String topic) {
        this.topic = topic;
    }

    @Override
    public List<String> topics() {
        return List.of(topic);
    }

    @Override
    public Map<String, String> owners() {
        return Map.of("toy", "/toys");
    }

    @Override
    public boolean hasHistory(Handle handle) {
        return false;
    }

    @Override
    public List<DeadLetter> take(Handle handle, List<DeliveredEvent> deliveries) {
        List<String> subjects = new ArrayList<>();
        deliveries.forEach(one -> {
            beforeTaking.accept(one.event().subject());
            subjects.add(one.event().subject());
        });
        taken.addAll(subjects);
        return List.of();
    }

    /** Keeps the letters in a column that does not hold everything. */
    @Override
    public void buried(Handle handle, Map<UUID, DeadLetter> letters) {
        for (DeadLetter letter : letters.values()) {
            byte[] value = letter.record().value();
            handle.createQuery("select (:length * 10000)::smallint")
                    .bind("length", value == null ? 0 : value.length)
                    .mapTo(Integer.class)
                    .one();
        }
    }

    @Override
    public void caughtUp(Handle handle) {
        caughtUp.incrementAndGet();
    }
}
