package kz.qadam.chassis.events.kafka;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.nio.charset.StandardCharsets;
import kz.qadam.chassis.base.numbers.PersonalNumber;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Header;
import org.jboss.logging.Logger;

/**
 * The last check before Kafka, which keeps records forever: a record whose key or subject looks like the identification
 * number of a person is not sent. The number itself is never logged.
 */
final class PersonalNumberGuard {

    private static final Logger LOG = Logger.getLogger(PersonalNumberGuard.class);

    private final String queue;
    private final Counter stopped;

    PersonalNumberGuard(String queue, MeterRegistry metrics) {
        this.queue = queue;
        this.stopped = Counter.builder("qadam.relay.numbers.stopped")
                .tag("mail", queue)
                .description("Events that were not sent, since their key or subject looks like the identification"
                        + " number of a person")
                .register(metrics);
    }

    /** Whether a record may be sent. If not, an alarm is logged. */
    boolean permits(ProducerRecord<byte[], byte[]> sent) {
        Header subject = sent.headers().lastHeader("ce_subject");
        if (!holdsNumber(sent.key()) && (subject == null || !holdsNumber(subject.value()))) {
            return true;
        }
        stopped.increment();
        LOG.errorf(
                "Not sent: an event of %s whose key or subject looks like the identification number of a person",
                queue);
        return false;
    }

    private static boolean holdsNumber(byte[] text) {
        return text != null && PersonalNumber.isIn(new String(text, StandardCharsets.UTF_8));
    }
}
