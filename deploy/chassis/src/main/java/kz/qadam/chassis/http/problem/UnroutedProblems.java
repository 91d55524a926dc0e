package kz.qadam.chassis.http.problem;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.oidc.OIDCException;
import io.quarkus.security.AuthenticationException;
import io.quarkus.security.AuthenticationRedirectException;
import io.quarkus.security.ForbiddenException;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.io.UncheckedIOException;
import kz.qadam.chassis.base.language.Language;

/** Answers requests that reach no resource method with a problem: an unknown path, or a failure of the HTTP layer. */
@ApplicationScoped
public class UnroutedProblems {

    private static final ObjectMapper JSON = new ObjectMapper();

    // After all routes of Quarkus, but before its last one, which would answer without a body or in HTML.
    private static final int LAST = 1_000_000;

    void answer(@Observes Router router) {
        router.route().order(LAST).handler(request -> answer(request, ProblemType.NOT_FOUND));
        router.route().order(LAST).failureHandler(UnroutedProblems::failed);
    }

    private static void failed(RoutingContext request) {
        Throwable failure = request.failure();
        if (request.response().headWritten() || failure instanceof AuthenticationRedirectException) {
            request.next();
        } else if (failure instanceof AuthenticationException) {
            answer(request, ProblemType.UNAUTHORIZED);
        } else if (failure instanceof ForbiddenException) {
            answer(request, ProblemType.FORBIDDEN);
        } else if (failure instanceof OIDCException) {
            answer(request, ProblemType.UNAVAILABLE);
        } else if (failure instanceof Problem problem) {
            answer(request, problem.type());
        } else if (failure != null && FatalErrorCounter.countIfError(failure)) {
            answer(request, ProblemType.INTERNAL);
        } else if (failure == null && ProblemType.of(request.statusCode()).isPresent()) {
            answer(request, ProblemType.of(request.statusCode()).get());
        } else {
            request.next();
        }
    }

    /** Answers the request with a problem; does nothing if an answer has begun. */
    public static void answer(RoutingContext request, ProblemType type) {
        answer(request, new Problem(type));
    }

    /** The same with a problem that has details. */
    static void answer(RoutingContext request, Problem problem) {
        var response = request.response();
        if (response.headWritten()) return;
        UnreadBody.discard(request);
        Language language = Language.of(request.request().getHeader(HttpHeaders.ACCEPT_LANGUAGE));
        BasicScheme.challenging(problem.headers(), request).forEach(response::putHeader);
        response.setStatusCode(problem.type().status())
                .putHeader(HttpHeaders.CONTENT_TYPE, ProblemBody.MEDIA_TYPE)
                .putHeader(HttpHeaders.CONTENT_LANGUAGE, language.tag())
                .end(json(ProblemBody.of(problem, language)));
    }

    private static String json(ProblemBody body) {
        try {
            return JSON.writeValueAsString(body);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }
}
