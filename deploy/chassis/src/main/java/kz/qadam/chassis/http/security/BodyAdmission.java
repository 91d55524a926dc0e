package kz.qadam.chassis.http.security;

import io.quarkus.security.identity.CurrentIdentityAssociation;
import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.Response;
import kz.qadam.chassis.http.body.BodyBudget;
import kz.qadam.chassis.http.body.BodyReservation;
import kz.qadam.chassis.http.body.BodyWeight;
import kz.qadam.chassis.http.problem.BodyLimit;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.jboss.resteasy.reactive.server.core.CurrentRequestManager;
import org.jboss.resteasy.reactive.server.core.ResteasyReactiveRequestContext;

/**
 * Admits a body only if there is enough memory to process it, before any of it is read. This happens after the roles
 * are checked, so that unauthorised bodies reserve nothing, and without a worker thread, so that the answer comes at
 * once.
 */
@ApplicationScoped
public class BodyAdmission {

    private final CurrentIdentityAssociation identities;
    private final BodyBudget budget;
    private final BodyLimit limit;

    BodyAdmission(CurrentIdentityAssociation identities, BodyBudget budget, BodyLimit limit) {
        this.identities = identities;
        this.budget = budget;
        this.limit = limit;
    }

    /** Returns null to admit the request. Filters that need no worker thread run before all others. */
    @ServerRequestFilter(nonBlocking = true, priority = 0)
    public Uni<Response> admit() {
        ResteasyReactiveRequestContext context = CurrentRequestManager.get();
        RoutingContext http = context.unwrap(RoutingContext.class);
        long bytes = limit.bytesToBuffer(http);
        if (bytes <= BodyWeight.NOT_WEIGHED) {
            return Uni.createFrom().nullItem();
        }
        return identities
                .getDeferredIdentity()
                .map(BodyAdmission::sender)
                .onFailure(SecurityException.class)
                .recoverWithItem("")
                .map(sender -> {
                    BodyReservation reservation = limit.isBatch(http)
                            ? budget.take(sender, BodyWeight.of(bytes))
                            : budget.takeSingle(sender, BodyWeight.ofOne(bytes));
                    context.registerCompletionCallback(answered -> reservation.giveBack());
                    reservation.keepWith(http);
                    return null;
                });
    }

    /**
     * The sender whose share a body uses. "the office" cannot be the code of an institution, since codes contain no
     * space.
     */
    private static String sender(SecurityIdentity identity) {
        Caller caller = new Caller(identity);
        return caller.institution().orElseGet(() -> caller.isOffice() ? "the office" : "");
    }
}
