package kz.qadam.chassis.base.transport;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Arrays;
import java.util.Locale;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Says with each answer that it depends on the origin that asks, if scripts of other origins may ask: otherwise a cache
 * between would give one origin the permission of another, or none.
 */
@ApplicationScoped
class VaryingByOrigin {

    /** Before answers that are kept, so that these have the header too. */
    private static final int FIRST = 10_000;

    private static final String ORIGIN = "Origin";

    private final boolean othersMayAsk;

    VaryingByOrigin(@ConfigProperty(name = "quarkus.http.cors.enabled", defaultValue = "false") boolean othersMayAsk) {
        this.othersMayAsk = othersMayAsk;
    }

    void register(@Observes Filters filters) {
        if (othersMayAsk) {
            filters.register(VaryingByOrigin::complete, FIRST);
        }
    }

    private static void complete(RoutingContext request) {
        request.addHeadersEndHandler(end -> {
            MultiMap headers = request.response().headers();
            String varies = String.join(", ", headers.getAll(HttpHeaders.VARY));
            if (varies.isEmpty()) {
                headers.set(HttpHeaders.VARY, ORIGIN);
            } else if (!names(varies)) {
                headers.set(HttpHeaders.VARY, varies + ", " + ORIGIN);
            }
        });
        request.next();
    }

    private static boolean names(String varies) {
        return Arrays.stream(varies.split(","))
                .map(name -> name.strip().toLowerCase(Locale.ROOT))
                .anyMatch(name -> name.equals("origin") || name.equals("*"));
    }
}
