package kz.qadam.progress.outbox;

import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import kz.qadam.chassis.kafka.EventQueue;
import org.apache.kafka.clients.producer.ProducerRecord;

/** A queue in memory, to topics of its own: what its relay does with these can be seen apart from everything else. */
@ApplicationScoped
public class RelayedQueue implements EventQueue<RelayedQueue.Message> {

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
    public List<Message> waiting(long after, int most) {
        return waiting.tailMap(after, false).values().stream().limit(most).toList();
    }

    @Override
    public long position(Message message) {
        return message.seq();
    }

    @Override
    public ProducerRecord<byte[], byte[]> toRecord(Message message) {
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
    public void acknowledged(List<Message> messages) {
        messages.forEach(message -> waiting.remove(message.seq()));
    }

    @Override
    public void park(Message message, String reason) {
        parked.put(message.seq(), reason);
        waiting.remove(message.seq());
    }

    @Override
    public long depth() {
        return waiting.size() + moreRows;
    }

    @Override
    public Instant since(Message message) {
        return Instant.now();
    }

    @Override
    public Optional<Instant> oldest() {
        return Optional.ofNullable(oldest);
    }

    @Override
    public long countParked() {
        return 0;
    }
}
