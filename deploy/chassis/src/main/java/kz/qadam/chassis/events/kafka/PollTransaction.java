package kz.qadam.chassis.events.kafka;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import kz.qadam.chassis.base.database.Database;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.jboss.logging.Logger;
import org.jdbi.v3.core.Handle;

/**
 * Takes in the records of a poll, in the transaction that advances the offsets. Records that cannot be read become dead
 * letters.
 */
final class PollTransaction {

    private static final Logger LOG = Logger.getLogger(PollTransaction.class);

    /** The header of a record at an offset of which nobody has the event: Kafka was lost, and filled again. */
    private static final String FILLER = "filler";

    private final EventConsumer eventConsumer;
    private final Map<String, String> owners;
    private final DeadLetters deadLetters;
    private final ConsumerPositions positions;

    PollTransaction(EventConsumer eventConsumer, DeadLetters deadLetters, ConsumerPositions positions) {
        this.eventConsumer = eventConsumer;
        this.owners = eventConsumer.owners();
        this.deadLetters = deadLetters;
        this.positions = positions;
    }

    /**
     * Takes the records in together or, if this fails because of one of them, one by one.
     *
     * @return false if another instance has taken some of them in: then the consumer must continue from the database
     */
    boolean take(ConsumerRecords<byte[], byte[]> records) {
        try {
            return takeTogether(records);
        } catch (RuntimeException e) {
            if (UnreadableEventException.in(e).isEmpty()) {
                throw e;
            }
            LOG.warn("A poll cannot be taken in as a whole; its events are taken in one by one", Database.loggable(e));
            return takeOneByOne(records);
        }
    }

    private boolean takeTogether(ConsumerRecords<byte[], byte[]> records) {
        boolean advanced = positions.advance(records, handle -> {
            List<DeadLetter> unreadable = new ArrayList<>();
            List<DeliveredEvent> deliveries = new ArrayList<>(records.count());
            for (ConsumerRecord<byte[], byte[]> one : records) {
                read(one, deliveries, unreadable);
            }
            unreadable.addAll(eventConsumer.take(handle, deliveries));
            keepDeadLetters(handle, unreadable);
        });
        if (advanced) {
            eventConsumer.taken();
        }
        return advanced;
    }

    /** Only an event that the database refuses becomes a dead letter. */
    private boolean takeOneByOne(ConsumerRecords<byte[], byte[]> records) {
        for (TopicPartition partition : records.partitions()) {
            for (ConsumerRecord<byte[], byte[]> one : records.records(partition)) {
                if (!takeAlone(partition, one)) {
                    return false;
                }
            }
        }
        return true;
    }

    private boolean takeAlone(TopicPartition partition, ConsumerRecord<byte[], byte[]> one) {
        ConsumerRecords<byte[], byte[]> single = new ConsumerRecords<>(
                Map.of(partition, List.of(one)),
                Map.of(partition, new OffsetAndMetadata(one.offset() + 1, one.leaderEpoch(), "")));
        try {
            return takeTogether(single);
        } catch (RuntimeException e) {
            UnreadableEventException reason = UnreadableEventException.in(e).orElseThrow(() -> e);
            LOG.error("An event cannot be taken in", Database.loggable(e));
            return keepDeadLetter(single, new DeadLetter(one, reason));
        }
    }

    /** Stores a dead letter in full or, if that fails because of its content, only its position. */
    private boolean keepDeadLetter(ConsumerRecords<byte[], byte[]> single, DeadLetter letter) {
        try {
            return positions.advance(single, handle -> keepDeadLetters(handle, List.of(letter)));
        } catch (RuntimeException e) {
            if (UnreadableEventException.in(e).isEmpty()) {
                throw e;
            }
            LOG.error("A dead letter cannot be stored in full; only its position is stored", Database.loggable(e));
            return positions.advance(single, handle -> keepDeadLetters(handle, List.of(letter.withoutContent())));
        }
    }

    private void read(
            ConsumerRecord<byte[], byte[]> one, List<DeliveredEvent> deliveries, List<DeadLetter> unreadable) {
        if (one.key() == null && one.value() == null && one.headers().lastHeader(FILLER) != null) {
            return;
        }
        try {
            deliveries.add(DeliveredEvent.read(one, owners));
        } catch (UnreadableEventException e) {
            unreadable.add(new DeadLetter(one, e));
        }
    }

    private void keepDeadLetters(Handle handle, List<DeadLetter> unreadable) {
        if (!unreadable.isEmpty()) {
            LOG.warnf(
                    "%d events could not be read: %s",
                    unreadable.size(), unreadable.get(0).reason());
            eventConsumer.buried(handle, deadLetters.keep(handle, unreadable));
        }
    }
}
