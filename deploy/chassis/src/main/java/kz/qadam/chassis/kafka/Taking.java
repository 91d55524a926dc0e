package kz.qadam.chassis.kafka;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import kz.qadam.chassis.database.Database;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.jboss.logging.Logger;
import org.jdbi.v3.core.Handle;

/** Takes in what a poll brought, together with how far it came. What cannot be read becomes a dead letter. */
final class Taking {

    private static final Logger LOG = Logger.getLogger(Taking.class);

    private final Consumption consumption;
    private final DeadLetters deadLetters;
    private final Positions positions;

    Taking(Consumption consumption, DeadLetters deadLetters, Positions positions) {
        this.consumption = consumption;
        this.deadLetters = deadLetters;
        this.positions = positions;
    }

    /**
     * Takes them in together or, where one of them hinders that, one by one.
     *
     * @return false if another instance has taken some of them in: then there is to be read on from the database
     */
    boolean take(ConsumerRecords<byte[], byte[]> records) {
        try {
            return together(records);
        } catch (RuntimeException e) {
            if (UnreadableEvent.in(e).isEmpty()) {
                throw e;
            }
            LOG.warn("A poll holds what cannot be taken in; its events are taken one by one", Database.loggable(e));
            return oneByOne(records);
        }
    }

    private boolean together(ConsumerRecords<byte[], byte[]> records) {
        boolean ours = positions.moveOn(records, handle -> {
            List<DeadLetter> unreadable = new ArrayList<>();
            List<Delivery> deliveries = new ArrayList<>(records.count());
            for (ConsumerRecord<byte[], byte[]> one : records) {
                read(one, deliveries, unreadable);
            }
            unreadable.addAll(consumption.take(handle, deliveries));
            bury(handle, unreadable);
        });
        if (ours) {
            consumption.taken();
        }
        return ours;
    }

    /** Only the event that the database refuses becomes a dead letter. */
    private boolean oneByOne(ConsumerRecords<byte[], byte[]> records) {
        for (TopicPartition partition : records.partitions()) {
            for (ConsumerRecord<byte[], byte[]> one : records.records(partition)) {
                if (!alone(partition, one)) {
                    return false;
                }
            }
        }
        return true;
    }

    private boolean alone(TopicPartition partition, ConsumerRecord<byte[], byte[]> one) {
        ConsumerRecords<byte[], byte[]> alone = new ConsumerRecords<>(
                Map.of(partition, List.of(one)),
                Map.of(partition, new OffsetAndMetadata(one.offset() + 1, one.leaderEpoch(), "")));
        try {
            return together(alone);
        } catch (RuntimeException e) {
            UnreadableEvent reason = UnreadableEvent.in(e).orElseThrow(() -> e);
            LOG.error("An event cannot be taken in", Database.loggable(e));
            return buryAlone(alone, new DeadLetter(one, reason));
        }
    }

    /** In full or, if something of it hinders even that, by its place. */
    private boolean buryAlone(ConsumerRecords<byte[], byte[]> alone, DeadLetter letter) {
        try {
            return positions.moveOn(alone, handle -> bury(handle, List.of(letter)));
        } catch (RuntimeException e) {
            if (UnreadableEvent.in(e).isEmpty()) {
                throw e;
            }
            LOG.error("A dead letter cannot be kept in full; its place is kept", Database.loggable(e));
            return positions.moveOn(alone, handle -> bury(handle, List.of(letter.withoutContent())));
        }
    }

    private void read(ConsumerRecord<byte[], byte[]> one, List<Delivery> deliveries, List<DeadLetter> unreadable) {
        try {
            deliveries.add(Delivery.read(one, consumption.owners()));
        } catch (UnreadableEvent e) {
            unreadable.add(new DeadLetter(one, e));
        }
    }

    private void bury(Handle handle, List<DeadLetter> unreadable) {
        if (!unreadable.isEmpty()) {
            LOG.warnf(
                    "%d events could not be read: %s",
                    unreadable.size(), unreadable.get(0).reason());
            consumption.buried(handle, deadLetters.keep(handle, unreadable));
        }
    }
}
