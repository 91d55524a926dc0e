package kz.qadam.chassis.problem;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/** A zero character in an address is nobody's code or reference, and the database would refuse it. */
class NoZeroCharacters {

    @ServerRequestFilter(preMatching = true)
    public Optional<Response> refuse(ContainerRequestContext request) {
        URI address = request.getUriInfo().getRequestUri();
        boolean found = address.getRawPath().contains("%00")
                || (address.getRawQuery() != null && address.getRawQuery().contains("%00"));
        return found
                ? Optional.of(Response.status(ProblemType.INVALID_REQUEST.status())
                        .type(ProblemBody.MEDIA_TYPE)
                        .entity(ProblemBody.of(
                                ProblemType.INVALID_REQUEST, "The address holds a zero character.", List.of()))
                        .build())
                : Optional.empty();
    }
}
