package kz.qadam.chassis.http.problem;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.Optional;
import kz.qadam.chassis.base.language.Language;
import kz.qadam.chassis.base.language.Message;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/**
 * Refuses a zero character in an address, since no code or reference contains it and the database would refuse it, and
 * an invalid Content-Type of a body, on which JAX-RS itself would fail.
 */
class UnreadableRequestFilter {

    @ServerRequestFilter(preMatching = true, nonBlocking = true)
    public Optional<Response> refuse(ContainerRequestContext request) {
        if (hasZeroCharacter(request.getUriInfo().getRequestUri())) {
            return refused(request, new Problem(ProblemType.INVALID_REQUEST, Message.of("zero-character")));
        }
        String type = request.getHeaderString(HttpHeaders.CONTENT_TYPE);
        return type == null || UnparsableHeaderRemoval.isMediaType(type)
                ? Optional.empty()
                : refused(request, new Problem(ProblemType.UNSUPPORTED_MEDIA));
    }

    private static boolean hasZeroCharacter(URI address) {
        return address.getRawPath().contains("%00")
                || (address.getRawQuery() != null && address.getRawQuery().contains("%00"));
    }

    private static Optional<Response> refused(ContainerRequestContext request, Problem problem) {
        return Optional.of(Response.status(problem.type().status())
                .type(ProblemBody.MEDIA_TYPE)
                .entity(ProblemBody.of(problem, Language.of(request.getHeaderString(HttpHeaders.ACCEPT_LANGUAGE))))
                .build());
    }
}
