package kz.qadam.enrolment.catalogue;

import io.quarkus.hibernate.orm.panache.Panache;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Status;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;
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
        return run(change, result -> true);
    }

    /** The same, committed only if the predicate accepts the result; otherwise the transaction is rolled back. */
    <T> T run(Function<Instant, T> change, Predicate<T> keep) {
        try {
            return runOnce(change, keep);
        } catch (ConstraintViolationException e) {
            return runOnce(change, keep);
        }
    }

    /** Publishes the changed entry, and adds the change to the trail. To be called inside the change. */
    void publish(CatalogueEntry changed) {
        publish(List.of(changed));
    }

    /**
     * The same for all that one request has changed; the trail has one entry for them. First the primary keys decide
     * whether the new ones are new.
     */
    void publish(List<? extends CatalogueEntry> changed) {
        Panache.getSession().flush();
        database.join(handle -> {
            publisher.addAll(handle, changed);
            recording.addWrites(
                    handle, changed.stream().map(entry -> entry.code).toList());
            return null;
        });
    }

    private <T> T runOnce(Function<Instant, T> change, Predicate<T> keep) {
        Instant now = clock.instant();
        QuarkusTransaction.begin();
        try {
            T result = change.apply(now);
            if (keep.test(result)) {
                QuarkusTransaction.commit();
            }
            return result;
        } finally {
            if (QuarkusTransaction.getStatus() != Status.STATUS_NO_TRANSACTION) {
                QuarkusTransaction.rollback();
            }
        }
    }
}
