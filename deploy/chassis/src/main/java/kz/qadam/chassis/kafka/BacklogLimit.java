package kz.qadam.chassis.kafka;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.UriInfo;
import kz.qadam.chassis.language.Message;
import kz.qadam.chassis.problem.Problem;
import kz.qadam.chassis.problem.ProblemType;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/** Answers 503 to posts that would add to a full {@link Backlog}. A dry run adds nothing. */
@ApplicationScoped
public class BacklogLimit {

    private final Backlog backlog;

    BacklogLimit(Backlog backlog) {
        this.backlog = backlog;
    }

    @AddsToBacklog
    @ServerRequestFilter
    public void limit(Request request, UriInfo uri) {
        if (backlog.isFull()
                && request.getMethod().equals(HttpMethod.POST)
                && !"true".equals(uri.getQueryParameters().getFirst("dryRun"))) {
            throw new Problem(ProblemType.UNAVAILABLE, Message.of("backlog-full"));
        }
    }
}
