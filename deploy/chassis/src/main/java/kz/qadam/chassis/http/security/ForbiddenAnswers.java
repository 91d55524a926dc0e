package kz.qadam.chassis.http.security;

import io.quarkus.security.ForbiddenException;
import io.quarkus.security.identity.CurrentIdentityAssociation;
import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.core.Response;
import kz.qadam.chassis.http.problem.Problem;
import kz.qadam.chassis.http.problem.ProblemResponses;
import kz.qadam.chassis.http.problem.ProblemType;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** Answers a caller whose roles do not allow the request; for a token that names a region, the answer says that this is the reason. */
public class ForbiddenAnswers {

    private final CurrentIdentityAssociation identities;
    private final ProblemResponses problems;

    ForbiddenAnswers(CurrentIdentityAssociation identities, ProblemResponses problems) {
        this.identities = identities;
        this.problems = problems;
    }

    @ServerExceptionMapper
    public Uni<Response> of(ForbiddenException failure, RoutingContext request) {
        return identities
                .getDeferredIdentity()
                .onFailure(SecurityException.class)
                .recoverWithNull()
                .map(identity -> problems.of(problem(identity), request));
    }

    private static Problem problem(SecurityIdentity identity) {
        return identity == null || identity.isAnonymous()
                ? new Problem(ProblemType.FORBIDDEN)
                : new Caller(identity).withoutRole();
    }
}
