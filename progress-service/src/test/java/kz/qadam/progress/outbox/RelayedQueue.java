package kz.qadam.progress.outbox;

import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import kz.qadam.chassis.events.kafka.Backlog;
import kz.qadam.chassis.events.kafka.RelayQueue;
import org.apache.kafka.clients.producer.ProducerRecord;

/** A queue in memory, to topics of its own: what its relay does with these can be seen apart from everything else. */
@ApplicationScoped
public class RelayedQueue implements RelayQueue {

    public record Message(long seq, String topic, String key, String text, Long timestamp) {}

    private final NavigableMap<Long, Message> waiting = new ConcurrentSkipListMap<>();
    private final Map<Long, String> parked = new ConcurrentHashMap<>();
    private volatile long moreRows;
    private volatile Instant oldest;

    void add(Message message) {
        waiting.put(message.seq(), message);
    }

    List<Long> left() {
        return List.copyOf(waiting.keySet());
    }

    Map<Long, String> parkedReasons() {
        return Map.copyOf(parked);
    }

    /** As if there were so many more, and the oldest had waited since then. */
    void pretend(long rows, Instant since) {
        moreRows = rows;
        oldest = since;
    }

    @Override
    public String name() {
        return "relayed";
    }

    @Override
    public List<RelayQueue.Message> waiting(long after, int most) {
        return waiting.tailMap(after, false).values().stream()
                .limit(most)
                .map(message -> new RelayQueue.Message(
                        message.seq(), new UUID(0, message.seq()), Instant.now(), () -> record(message)))
                .toList();
    }

    private static ProducerRecord<byte[], byte[]> record(Message message) {
        if (message.text() == null) {
            throw new IllegalStateException("It cannot be written");
        }
        return new ProducerRecord<>(
                message.topic(),
                null,
                message.timestamp(),
                message.key().getBytes(StandardCharsets.UTF_8),
                message.text().getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public void acknowledged(List<RelayQueue.Acknowledged> messages) {
        messages.forEach(one -> waiting.remove(one.message().position()));
    }

    @Override
    public void park(RelayQueue.Message message, String reason) {
        parked.put(message.position(), reason);
        waiting.remove(message.position());
    }

    @Override
    public long depth() {
        return waiting.size() + moreRows;
    }

    @Override
    public Optional<Backlog.Look> look() {
        return Optional.of(new Backlog.Look(depth(), 0, oldest));
    }
}
