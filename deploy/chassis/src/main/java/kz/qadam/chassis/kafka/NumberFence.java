package kz.qadam.chassis.kafka;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.nio.charset.StandardCharsets;
import kz.qadam.chassis.numbers.PersonalNumber;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Header;
import org.jboss.logging.Logger;

/**
 * The last fence before Kafka, which keeps everything for ever: a record whose key or subject looks like the number of a
 * person is not sent. It never shows what it saw.
 */
final class NumberFence {

    private static final Logger LOG = Logger.getLogger(NumberFence.class);

    private final String mail;
    private final Counter stopped;

    NumberFence(String mail, MeterRegistry metrics) {
        this.mail = mail;
        this.stopped = Counter.builder("qadam.relay.numbers.stopped")
                .tag("mail", mail)
                .description("Events that were not sent, since their key or subject looks like the number of a person")
                .register(metrics);
    }

    /** Whether a record may be sent. Where it may not, that is an alarm. */
    boolean lets(ProducerRecord<byte[], byte[]> sent) {
        Header subject = sent.headers().lastHeader("ce_subject");
        if (!holdsNumber(sent.key()) && (subject == null || !holdsNumber(subject.value()))) {
            return true;
        }
        stopped.increment();
        LOG.errorf("An event of %s has what looks like the number of a person as its key or subject: not sent", mail);
        return false;
    }

    private static boolean holdsNumber(byte[] text) {
        return text != null && PersonalNumber.isIn(new String(text, StandardCharsets.UTF_8));
    }
}
