package kz.qadam.enrolment.catalogue;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.function.Function;
import kz.qadam.chassis.base.database.Database;
import kz.qadam.chassis.trail.Recording;
import org.hibernate.exception.ConstraintViolationException;

/** Runs each change to the catalogue in one transaction, together with the event that publishes it. */
@ApplicationScoped
class CatalogueTransaction {

    private final Clock clock;
    private final CataloguePublisher publisher;
    private final Database database;
    private final Recording recording;

    CatalogueTransaction(Clock clock, CataloguePublisher publisher, Database database, Recording recording) {
        this.clock = clock;
        this.publisher = publisher;
        this.database = database;
        this.recording = recording;
    }

    /**
     * Runs the change. If two callers create the same entry at once, the primary key refuses the second one; it is run
     * again and then finds the entry.
     */
    <T> T run(Function<Instant, T> change) {
        try {
            return runOnce(change);
        } catch (ConstraintViolationException e) {
            return runOnce(change);
        }
    }

    /** Publishes the changed entry, and adds the change to the trail. To be called inside the change. */
    void publish(CatalogueEntry changed) {
        publisher.add(changed);
        database.join(handle -> {
            recording.addWrite(handle, changed.code);
            return null;
        });
    }

    private <T> T runOnce(Function<Instant, T> change) {
        Instant now = clock.instant();
        return QuarkusTransaction.requiringNew().call(() -> change.apply(now));
    }
}
