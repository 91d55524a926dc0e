package kz.qadam.chassis.security;

import io.quarkus.security.identity.CurrentIdentityAssociation;
import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import kz.qadam.chassis.problem.Problem;
import kz.qadam.chassis.problem.ProblemType;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;

/**
 * Answers 429 to an institution that exceeds its quota of requests or items, so that the others are served, and tells
 * each institution how much it may still use. Each key of an institution has a quota of its own. Requests without a
 * token are limited by a proxy, which can answer them from a cache; the office and auditors are few.
 *
 * <p>Items are counted when they are answered, since their number is only known then; an institution that has sent too
 * many is refused before its next body is read.
 */
@ApplicationScoped
public class RequestLimit {

    private static final String COUNTED = "qadam.limited.counted";
    private static final String EXHAUSTED = "qadam.limited.quota";

    /** @param left the requests that were left after this one, or {@link Quota#NONE} */
    private record Counted(String name, long left) {}

    private final CurrentIdentityAssociation identities;
    private final Quota requests;
    private final Quota items;
    private final String policies;

    RequestLimit(CurrentIdentityAssociation identities, RequestLimitConfig requests, ItemLimitConfig items) {
        this.identities = identities;
        this.requests = new Quota("requests", null, requests.perSecond(), requests.atOnce());
        this.items = new Quota("items", "items", items.perSecond(), items.atOnce());
        this.policies = this.requests.policy() + ", " + this.items.policy();
    }

    /** Returns null to admit the request. An invalid token is refused later, by the endpoint's own check. */
    @ServerRequestFilter
    public Uni<Response> limit(ContainerRequestContext request) {
        if (request.getHeaderString(HttpHeaders.AUTHORIZATION) == null) {
            return null;
        }
        return identities
                .getDeferredIdentity()
                .map(identity -> counted(identity, request))
                .onFailure(SecurityException.class)
                .recoverWithNull();
    }

    private Response counted(SecurityIdentity identity, ContainerRequestContext request) {
        Caller caller = new Caller(identity);
        caller.quotaName().ifPresent(name -> {
            long left = requests.take(name);
            request.setProperty(COUNTED, new Counted(name, left));
            require(left != Quota.NONE, requests, request);
            require(!isPost(request) || !items.isSpent(name), items, request);
        });
        return null;
    }

    private static void require(boolean available, Quota quota, ContainerRequestContext request) {
        if (!available) {
            request.setProperty(EXHAUSTED, quota);
            throw new Problem(ProblemType.TOO_MANY_REQUESTS);
        }
    }

    /** Counts the items of an answer, and adds the headers that tell how much is left. */
    @ServerResponseFilter
    public void addHeaders(ContainerRequestContext request, ContainerResponseContext response) {
        if (!(request.getProperty(COUNTED) instanceof Counted counted)) {
            return;
        }
        String name = counted.name();
        String shown = requests.available(name, counted.left());
        if (isPost(request) && response.getEntity() instanceof CountsItems many) {
            items.spend(name, many.received());
            shown = items.available(name);
        }
        if (request.getProperty(EXHAUSTED) instanceof Quota exhausted) {
            shown = exhausted.available(name);
            response.getHeaders().putSingle(HttpHeaders.RETRY_AFTER, exhausted.secondsUntilNext(name));
        }
        response.getHeaders().putSingle("RateLimit-Policy", policies);
        response.getHeaders().putSingle("RateLimit", shown);
    }

    private static boolean isPost(ContainerRequestContext request) {
        return request.getMethod().equals(HttpMethod.POST);
    }
}
