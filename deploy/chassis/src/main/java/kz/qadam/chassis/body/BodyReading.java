package kz.qadam.chassis.body;

import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import jakarta.ws.rs.ext.Provider;
import jakarta.ws.rs.ext.ReaderInterceptor;
import jakarta.ws.rs.ext.ReaderInterceptorContext;
import java.io.IOException;

/**
 * Marks a body as being read, and corrects its reservation when its length is known: a chunked body may be of any
 * length up to the limit.
 */
@Provider
public class BodyReading implements ReaderInterceptor {

    private final CurrentVertxRequest current;

    BodyReading(CurrentVertxRequest current) {
        this.current = current;
    }

    @Override
    public Object aroundReadFrom(ReaderInterceptorContext context) throws IOException {
        var ticket = BodyReservation.of(current.getCurrent());
        ticket.ifPresent(BodyReservation::begin);
        Object body = context.proceed();
        if (body instanceof byte[] bytes) {
            ticket.ifPresent(it -> it.weigh(bytes.length));
        }
        return body;
    }
}
