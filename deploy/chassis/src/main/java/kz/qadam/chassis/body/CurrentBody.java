package kz.qadam.chassis.body;

import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import jakarta.enterprise.context.ApplicationScoped;

/** Updates the memory reservation of the current request's body while it is read. */
@ApplicationScoped
public class CurrentBody {

    private final CurrentVertxRequest current;

    public CurrentBody(CurrentVertxRequest current) {
        this.current = current;
    }

    /**
     * Reserves more memory for a body that is larger than its bytes, such as a compressed file.
     *
     * @param bytes its length when uncompressed
     * @throws kz.qadam.chassis.problem.Problem 503 if not enough memory is left
     */
    public void reserveUnpacked(long bytes) {
        BodyReservation.of(current.getCurrent()).ifPresent(ticket -> ticket.weigh(bytes));
    }
}
