package kz.qadam.chassis.kafka;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import kz.qadam.chassis.process.EssentialThread;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.errors.RetriableException;
import org.jboss.logging.Logger;

/**
 * Carries what waits in the database to Kafka, until Kafka has acknowledged it. No transaction is open while Kafka
 * answers. A commit may wake it; it also looks by itself.
 */
public final class Relay<M> implements AutoCloseable {

    private static final Logger LOG = Logger.getLogger(Relay.class);

    private final Mail<M> mail;
    private final RelayConfig config;
    private final Lease lease;
    private final KafkaProducer<byte[], byte[]> producer;
    private final NumberFence fence;
    private final Semaphore wake = new Semaphore(0);
    private final Thread thread;
    private volatile boolean open = true;

    Relay(
            Mail<M> mail,
            RelayConfig config,
            Lease lease,
            KafkaProducer<byte[], byte[]> producer,
            MeterRegistry metrics) {
        this.mail = mail;
        this.config = config;
        this.lease = lease;
        this.producer = producer;
        this.fence = new NumberFence(mail.name(), metrics);
        Gauge.builder("qadam.relay.waiting", mail, Mail::depth)
                .tag("mail", mail.name())
                .description("Events that Kafka has not acknowledged yet")
                .register(metrics);
        this.thread = EssentialThread.of("relay-" + mail.name(), this::run);
        thread.start();
    }

    /** Something was committed that waits to be sent. */
    public void wake() {
        wake.release();
    }

    @Override
    public void close() {
        open = false;
        thread.interrupt();
        try {
            thread.join(5_000);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        producer.close(Duration.ofSeconds(2));
    }

    private void run() {
        while (open) {
            try {
                if (!lease.isHeld() || round() == 0) {
                    rest(config.every());
                }
            } catch (InterruptedException e) {
                return;
            } catch (RuntimeException e) {
                if (open) {
                    LOG.errorf(e, "The relay of %s failed; it tries again", mail.name());
                }
                restAfterFailure();
            }
        }
    }

    private int round() throws InterruptedException {
        List<M> messages = new ArrayList<>(config.mostPerRound());
        List<Future<RecordMetadata>> answers = new ArrayList<>(config.mostPerRound());
        for (M message : mail.waiting(config.mostPerRound())) {
            ProducerRecord<byte[], byte[]> sent = mail.toRecord(message);
            if (fence.lets(sent)) {
                messages.add(message);
                answers.add(producer.send(sent));
            } else {
                mail.park(message, NumberFence.REASON);
            }
        }
        if (messages.isEmpty()) {
            return 0;
        }
        producer.flush();
        List<M> acknowledged = new ArrayList<>(messages.size());
        for (int i = 0; i < messages.size(); i++) {
            if (isAcknowledged(messages.get(i), answers.get(i))) {
                acknowledged.add(messages.get(i));
            }
        }
        mail.acknowledged(acknowledged);
        return acknowledged.size();
    }

    private boolean isAcknowledged(M message, Future<RecordMetadata> answer) throws InterruptedException {
        try {
            answer.get();
            return true;
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RetriableException) {
                LOG.warnf(
                        "Kafka did not take an event of %s: %s",
                        mail.name(), e.getCause().getMessage());
            } else {
                LOG.errorf(e.getCause(), "Kafka will never take an event of %s; it is parked", mail.name());
                mail.park(message, e.getCause().getClass().getSimpleName());
            }
            return false;
        }
    }

    private void rest(Duration pause) throws InterruptedException {
        if (wake.tryAcquire(pause.toMillis(), TimeUnit.MILLISECONDS)) {
            wake.drainPermits();
        }
    }

    private void restAfterFailure() {
        try {
            rest(Duration.ofSeconds(1));
        } catch (InterruptedException e) {
            open = false;
        }
    }
}
