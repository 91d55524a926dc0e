package kz.qadam.chassis.http.problem;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import kz.qadam.chassis.base.numbers.PersonalNumber;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/**
 * Refuses a query with the identification number of a person, since addresses are written to the logs of every proxy.
 */
class NumberInQueryFilter {

    /**
     * Refuses such a request; empty for all others.
     *
     * @throws Problem 422, with the names of the parameters
     */
    @ServerRequestFilter
    public Optional<Response> refuse(ContainerRequestContext request) {
        List<Fault> faults = parameters(request.getUriInfo()).entrySet().stream()
                .filter(parameter -> parameter.getValue().stream().anyMatch(PersonalNumber::isIn))
                .map(Map.Entry::getKey)
                .map(PersonalNumber::masked)
                .map(name -> Fault.parameter(name, "looks-like-iin", name))
                .toList();
        if (!faults.isEmpty()) {
            throw new Problem(ProblemType.RULE_VIOLATED, faults);
        }
        return Optional.empty();
    }

    /** The parameters; none if they cannot be decoded, since then no endpoint can read them either. */
    private static Map<String, List<String>> parameters(UriInfo uri) {
        try {
            return uri.getRequestUri().getRawQuery() == null ? Map.of() : uri.getQueryParameters();
        } catch (IllegalArgumentException e) {
            return Map.of();
        }
    }
}
