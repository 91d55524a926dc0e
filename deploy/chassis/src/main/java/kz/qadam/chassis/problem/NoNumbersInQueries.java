package kz.qadam.chassis.problem;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import kz.qadam.chassis.numbers.PersonalNumber;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/** An address is written into logs wherever it passes: a query that holds the number of a person is refused. */
class NoNumbersInQueries {

    /** @throws Problem 422, which names the parameters */
    @ServerRequestFilter
    public Optional<Response> refuse(ContainerRequestContext request) {
        if (request.getUriInfo().getRequestUri().getRawQuery() == null) {
            return Optional.empty();
        }
        List<Fault> faults = request.getUriInfo().getQueryParameters().entrySet().stream()
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
}
