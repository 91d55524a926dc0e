package kz.qadam.enrolment.catalogue;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.function.Function;
import kz.qadam.chassis.kafka.KafkaTraffic;
import org.hibernate.exception.ConstraintViolationException;

/** Changes to the catalogue, one transaction each, of which Kafka is told after the commit. */
@ApplicationScoped
class Changes {

    private final Clock clock;
    private final KafkaTraffic kafka;

    Changes(Clock clock, KafkaTraffic kafka) {
        this.clock = clock;
        this.kafka = kafka;
    }

    /** Of two that create the same thing at once the primary key refuses one; that one begins again, and finds it. */
    <T> T make(Function<Instant, T> change) {
        try {
            return once(change);
        } catch (ConstraintViolationException e) {
            return once(change);
        }
    }

    private <T> T once(Function<Instant, T> change) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        T result = QuarkusTransaction.requiringNew().call(() -> change.apply(now));
        kafka.wake(CatalogueMail.NAME);
        return result;
    }
}
