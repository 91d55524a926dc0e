package kz.qadam.chassis.problem;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.Optional;
import kz.qadam.chassis.language.Language;
import kz.qadam.chassis.language.Message;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/** Refuses a zero character in an address: no code or reference contains it, and the database would refuse it. */
class ZeroCharacterFilter {

    @ServerRequestFilter(preMatching = true, nonBlocking = true)
    public Optional<Response> refuse(ContainerRequestContext request) {
        URI address = request.getUriInfo().getRequestUri();
        boolean found = address.getRawPath().contains("%00")
                || (address.getRawQuery() != null && address.getRawQuery().contains("%00"));
        if (!found) {
            return Optional.empty();
        }
        var problem = new Problem(ProblemType.INVALID_REQUEST, Message.of("zero-character"));
        return Optional.of(Response.status(problem.type().status())
                .type(ProblemBody.MEDIA_TYPE)
                .entity(ProblemBody.of(problem, Language.of(request.getHeaderString(HttpHeaders.ACCEPT_LANGUAGE))))
                .build());
    }
}
