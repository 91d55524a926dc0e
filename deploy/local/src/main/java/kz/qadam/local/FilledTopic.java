package kz.qadam.local;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;

/** An empty topic that is filled in such a way that each event gets the offset that it had. */
final class FilledTopic {

    private final String topic;
    private final KafkaProducer<byte[], byte[]> producer;
    private final Map<Integer, Long> next = new TreeMap<>();
    private final Map<Integer, Future<RecordMetadata>> last = new HashMap<>();
    private final Map<Integer, Deque<ProducerRecord<byte[], byte[]>>> twins = new HashMap<>();

    FilledTopic(String topic, KafkaProducer<byte[], byte[]> producer) {
        this.topic = topic;
        this.producer = producer;
    }

    /**
     * Adds the event of an offset; those of a partition in their order. Two events have one offset if Kafka had lost its tail
     * once: the second one gets the next offset that is free.
     */
    void add(ProducerRecord<byte[], byte[]> event, long offset) {
        int partition = event.partition();
        skipTo(partition, offset);
        if (next.getOrDefault(partition, 0L) == offset) {
            send(event);
        } else {
            twins(partition).add(event);
        }
    }

    /** Fills the offsets before this one that have nothing yet. */
    void skipTo(int partition, long offset) {
        for (long left = next.getOrDefault(partition, 0L); left < offset; left++) {
            ProducerRecord<byte[], byte[]> twin = twins(partition).poll();
            send(twin == null ? filler(partition) : twin);
        }
    }

    private Deque<ProducerRecord<byte[], byte[]>> twins(int partition) {
        return twins.computeIfAbsent(partition, none -> new ArrayDeque<>());
    }

    private ProducerRecord<byte[], byte[]> filler(int partition) {
        var filler = new ProducerRecord<byte[], byte[]>(topic, partition, null, null);
        filler.headers().add("filler", new byte[0]);
        return filler;
    }

    private void send(ProducerRecord<byte[], byte[]> record) {
        last.put(record.partition(), producer.send(record));
        next.merge(record.partition(), 1L, Long::sum);
    }

    /** How many offsets have something. */
    long offsets() {
        return next.values().stream().mapToLong(Long::longValue).sum();
    }

    /**
     * Waits until Kafka has everything.
     *
     * @throws IOException if the last record of a partition is not where it should be: Kafka has refused one before
     */
    void await() throws IOException {
        twins.values().forEach(left -> left.forEach(this::send));
        try {
            for (Map.Entry<Integer, Future<RecordMetadata>> one : last.entrySet()) {
                long offset = one.getValue().get().offset();
                if (offset + 1 != next.get(one.getKey())) {
                    throw new IOException("%s/%d ends at %d, and not at %d"
                            .formatted(topic, one.getKey(), offset + 1, next.get(one.getKey())));
                }
            }
        } catch (ExecutionException e) {
            throw new IOException("Kafka did not take the events of " + topic, e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("Interrupted", e);
        }
    }
}
