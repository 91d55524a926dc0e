package kz.qadam.chassis.body;

import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import jakarta.enterprise.context.ApplicationScoped;

/** What is learned of the current request's body while it is read. */
@ApplicationScoped
public class BodiesInWork {

    private final CurrentVertxRequest current;

    public BodiesInWork(CurrentVertxRequest current) {
        this.current = current;
    }

    /**
     * The body holds more than its bytes promise, as a packed file may.
     *
     * @param bytes how long it would be in a text
     * @throws kz.qadam.chassis.problem.Problem 503 if it is more than is left
     */
    public void unpacks(long bytes) {
        BodyTicket.of(current.getCurrent()).ifPresent(ticket -> ticket.weigh(bytes));
    }
}
