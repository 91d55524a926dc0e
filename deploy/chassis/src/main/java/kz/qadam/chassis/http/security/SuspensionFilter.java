package kz.qadam.chassis.http.security;

import io.quarkus.security.identity.CurrentIdentityAssociation;
import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.PermitAll;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.lang.reflect.Method;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import kz.qadam.chassis.base.language.Message;
import kz.qadam.chassis.http.problem.Problem;
import kz.qadam.chassis.http.problem.ProblemType;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/**
 * Answers 403 to read requests of an institution that is not active, to forms of pages, whose answers show what the pages
 * show, and to its files; endpoints that are open to everybody stay open to it. Other posts pass here, since each item gets its own verdict later; so this filter costs them
 * nothing.
 */
@ApplicationScoped
class SuspensionFilter {

    private final CurrentIdentityAssociation identities;
    private final SuspensionCache suspensions;

    SuspensionFilter(CurrentIdentityAssociation identities, SuspensionCache suspensions) {
        this.identities = identities;
        this.suspensions = suspensions;
    }

    /** Returns null to admit the request. An invalid token is refused later, by the endpoint's own check. */
    @ServerRequestFilter
    public Uni<Response> refuse(ContainerRequestContext request, ResourceInfo endpoint) {
        boolean isReading = request.getMethod().equals(HttpMethod.GET)
                || request.getMethod().equals(HttpMethod.HEAD)
                || isForm(endpoint);
        boolean isRefused = isReading ? !isForEverybody(endpoint) : isForActiveOnly(endpoint);
        if (!isRefused || request.getHeaderString(HttpHeaders.AUTHORIZATION) == null) {
            return null;
        }
        String reason = isReading ? "not-active" : "not-active/files";
        return identities
                .getDeferredIdentity()
                .onFailure(SecurityException.class)
                .recoverWithNull()
                .flatMap(identity -> judged(identity, reason));
    }

    private Uni<Response> judged(SecurityIdentity identity, String reason) {
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
                        throw new Problem(ProblemType.FORBIDDEN, Message.of(reason));
                    }
                    return null;
                });
    }

    private static boolean isForm(ResourceInfo endpoint) {
        var consumed = endpoint.getResourceMethod().getAnnotation(Consumes.class);
        return consumed != null && List.of(consumed.value()).contains(MediaType.APPLICATION_FORM_URLENCODED);
    }

    private static boolean isForActiveOnly(ResourceInfo endpoint) {
        return endpoint.getResourceMethod().isAnnotationPresent(OnlyActiveSenders.class);
    }

    private static boolean isForEverybody(ResourceInfo endpoint) {
        Method method = endpoint.getResourceMethod();
        return method.isAnnotationPresent(PermitAll.class)
                || method.getDeclaringClass().isAnnotationPresent(PermitAll.class);
    }
}
