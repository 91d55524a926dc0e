package kz.qadam.chassis.problem;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import kz.qadam.chassis.language.Language;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/** Refuses an invalid Content-Type like an unknown media type; JAX-RS itself would fail on it. */
class ContentTypeFilter {

    @ServerRequestFilter(preMatching = true, nonBlocking = true)
    public Optional<Response> refuse(ContainerRequestContext request) {
        String type = request.getHeaderString(HttpHeaders.CONTENT_TYPE);
        if (type == null || isReadable(type)) {
            return Optional.empty();
        }
        var problem = new Problem(ProblemType.UNSUPPORTED_MEDIA);
        return Optional.of(Response.status(problem.type().status())
                .type(ProblemBody.MEDIA_TYPE)
                .entity(ProblemBody.of(problem, Language.of(request.getHeaderString(HttpHeaders.ACCEPT_LANGUAGE))))
                .build());
    }

    private static boolean isReadable(String type) {
        try {
            return !MediaType.valueOf(type).getSubtype().isBlank();
        } catch (IllegalArgumentException e) {
            return false;
        }
    }
}
