package kz.qadam.chassis.http.body;

import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.ext.Provider;
import jakarta.ws.rs.ext.ReaderInterceptor;
import jakarta.ws.rs.ext.ReaderInterceptorContext;
import java.io.IOException;
import java.util.Optional;

/** Corrects the memory reservation of the current request's body while it is read. */
@Provider
@ApplicationScoped
public class BodyReservationUpdate implements ReaderInterceptor {

    private final CurrentVertxRequest current;

    public BodyReservationUpdate(CurrentVertxRequest current) {
        this.current = current;
    }

    /** From now on the body is in memory. A chunked body may be of any length up to the limit, so it is weighed again. */
    @Override
    public Object aroundReadFrom(ReaderInterceptorContext context) throws IOException {
        Optional<BodyReservation> reservation = BodyReservation.of(current.getCurrent());
        reservation.ifPresent(BodyReservation::begin);
        Object body = context.proceed();
        if (body instanceof byte[] bytes) {
            reservation.ifPresent(it -> it.weigh(bytes.length));
        }
        return body;
    }

    /**
     * Reserves more memory for a body that is larger than its bytes, such as a compressed file.
     *
     * @param bytes its length when uncompressed
     * @throws kz.qadam.chassis.http.problem.Problem 503 if not enough memory is left
     */
    public void reserveUnpacked(long bytes) {
        BodyReservation.of(current.getCurrent()).ifPresent(reservation -> reservation.weigh(bytes));
    }
}
