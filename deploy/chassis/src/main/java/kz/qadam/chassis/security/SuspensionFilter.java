package kz.qadam.chassis.security;

import io.quarkus.security.identity.CurrentIdentityAssociation;
import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.PermitAll;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.lang.reflect.Method;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import kz.qadam.chassis.language.Text;
import kz.qadam.chassis.problem.Problem;
import kz.qadam.chassis.problem.ProblemType;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/**
 * Answers an institution that is not active any more with 403, whatever it wants to read; what everybody may read stays
 * open to it. What it sends is judged with its content, so that each item has its verdict: this costs a post nothing.
 */
@ApplicationScoped
class SuspensionFilter {

    private final CurrentIdentityAssociation identities;
    private final KnownSuspensions suspensions;

    SuspensionFilter(CurrentIdentityAssociation identities, KnownSuspensions suspensions) {
        this.identities = identities;
        this.suspensions = suspensions;
    }

    /** Null lets a request through. A token that cannot be trusted is judged where an endpoint asks for it. */
    @ServerRequestFilter
    public Uni<Response> refuse(ContainerRequestContext request, ResourceInfo endpoint) {
        boolean isReading = request.getMethod().equals(HttpMethod.GET)
                || request.getMethod().equals(HttpMethod.HEAD);
        if (!isReading || request.getHeaderString(HttpHeaders.AUTHORIZATION) == null || isForEverybody(endpoint)) {
            return Uni.createFrom().nullItem();
        }
        return identities
                .getDeferredIdentity()
                .onFailure(SecurityException.class)
                .recoverWithNull()
                .flatMap(this::judged);
    }

    private Uni<Response> judged(SecurityIdentity identity) {
        Optional<String> own = identity == null ? Optional.empty() : new Caller(identity).institution();
        if (own.isEmpty()) {
            return Uni.createFrom().nullItem();
        }
        return Uni.createFrom()
                .completionStage(suspensions::codes)
                .onFailure(CompletionException.class)
                .transform(Throwable::getCause)
                .map(codes -> {
                    if (codes.contains(own.get())) {
                        throw new Problem(ProblemType.FORBIDDEN, Text.of("not-active"));
                    }
                    return null;
                });
    }

    private static boolean isForEverybody(ResourceInfo endpoint) {
        Method method = endpoint.getResourceMethod();
        return method.isAnnotationPresent(PermitAll.class)
                || method.getDeclaringClass().isAnnotationPresent(PermitAll.class);
    }
}
