package kz.qadam.enrolment.catalogue;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.function.Function;
import org.hibernate.exception.ConstraintViolationException;

/** Changes to the catalogue, one transaction each, together with the events that publish them. */
@ApplicationScoped
class Changes {

    private final Clock clock;
    private final CataloguePublisher publisher;

    Changes(Clock clock, CataloguePublisher publisher) {
        this.clock = clock;
        this.publisher = publisher;
    }

    /** Of two that create the same thing at once the primary key refuses one; that one begins again, and finds it. */
    <T> T make(Function<Instant, T> change) {
        try {
            return once(change);
        } catch (ConstraintViolationException e) {
            return once(change);
        }
    }

    /** To be called in a change, of what has become of it. */
    void publish(Described changed) {
        publisher.add(changed);
    }

    private <T> T once(Function<Instant, T> change) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        T result = QuarkusTransaction.requiringNew().call(() -> change.apply(now));
        publisher.wake();
        return result;
    }
}
