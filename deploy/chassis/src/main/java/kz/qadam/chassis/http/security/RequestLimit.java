package kz.qadam.chassis.http.security;

import io.quarkus.security.identity.CurrentIdentityAssociation;
import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import kz.qadam.chassis.http.problem.Problem;
import kz.qadam.chassis.http.problem.ProblemType;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;

/**
 * Answers 429 to a caller that exceeds its quota of requests or items, so that the others are served, and tells each
 * caller how much it may still use. An institution, each of its keys, and each other subject of a token has a quota of its
 * own; that of office, auditors and viewers is larger. Requests without a token are limited by a proxy, which can answer
 * them from a cache.
 *
 * <p>Every request is counted before its endpoint is known and before roles are checked: what is refused costs the service
 * something, too. Items are counted when they are answered, since their number is only known then; an institution that has
 * sent too many is refused before its next body is read.
 */
@ApplicationScoped
public class RequestLimit {

    private static final String COUNTED = "qadam.limited.counted";
    private static final String EXHAUSTED = "qadam.limited.quota";

    /**
     * A request that was counted.
     *
     * @param left the requests that were left after this one, or {@link Quota#NONE}
     */
    private record Counted(String name, Quota requests, boolean isStaff, long left) {}

    private final CurrentIdentityAssociation identities;
    private final Quota requests;
    private final Quota requestsOfStaff;
    private final Quota items;
    private final String policies;

    RequestLimit(CurrentIdentityAssociation identities, RequestLimitConfig requests, ItemLimitConfig items) {
        this.identities = identities;
        this.requests = new Quota("requests", null, requests.perSecond(), requests.atOnce());
        this.requestsOfStaff = new Quota(
                "requests", null, requests.staff().perSecond(), requests.staff().atOnce());
        this.items = new Quota("items", "items", items.perSecond(), items.atOnce());
        this.policies = this.requests.policy() + ", " + this.items.policy();
    }

    /** Returns null to admit the request. An invalid token is refused later, by the endpoint's own check. */
    @ServerRequestFilter(preMatching = true, nonBlocking = true)
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
        var caller = new Caller(identity);
        caller.quotaName().ifPresent(name -> {
            boolean isStaff = caller.isStaff();
            Quota quota = isStaff ? requestsOfStaff : requests;
            long left = quota.take(name);
            request.setProperty(COUNTED, new Counted(name, quota, isStaff, left));
            require(left != Quota.NONE, quota, request);
            require(isStaff || !isPost(request) || !items.isSpent(name), items, request);
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
        String shown = counted.requests().available(name, counted.left());
        if (!counted.isStaff() && isPost(request) && response.getEntity() instanceof CountsItems many) {
            items.spend(name, many.received());
            shown = items.available(name);
        }
        if (request.getProperty(EXHAUSTED) instanceof Quota exhausted) {
            shown = exhausted.available(name);
            response.getHeaders().putSingle(HttpHeaders.RETRY_AFTER, exhausted.secondsUntilNext(name));
        }
        response.getHeaders().putSingle("RateLimit-Policy", counted.isStaff() ? requestsOfStaff.policy() : policies);
        response.getHeaders().putSingle("RateLimit", shown);
    }

    private static boolean isPost(ContainerRequestContext request) {
        return request.getMethod().equals(HttpMethod.POST);
    }
}
