package kz.qadam.chassis.http.problem;

import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import io.netty.channel.Channel;
import io.quarkus.oidc.OIDCException;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.UnauthorizedException;
import io.vertx.core.http.HttpVersion;
import io.vertx.core.net.impl.ConnectionBase;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.util.Optional;
import java.util.stream.Stream;
import kz.qadam.chassis.base.database.Database;
import kz.qadam.chassis.base.language.Language;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** Turns every failure into application/problem+json. Unexpected failures are logged here, and only here. */
public class ProblemResponses {

    private static final Logger LOG = Logger.getLogger(ProblemResponses.class);
    private static final String PROBLEM = ProblemResponses.class.getName();

    private static final long HTTP_2_INTERNAL_ERROR = 2;

    @ServerExceptionMapper
    public Response of(Problem problem, RoutingContext request) {
        return response(problem, request);
    }

    @ServerExceptionMapper
    public Response of(WebApplicationException failure, ResourceInfo resource, UriInfo uri, RoutingContext request) {
        int status = failure.getResponse().getStatus();
        if (status == 404 && failure.getCause() != null) {
            Optional<String> parameter = unreadable(resource, failure.getCause(), uri.getQueryParameters());
            if (parameter.isPresent()) {
                return response(Problem.badParameter(parameter.get(), "malformed/parameter", parameter.get()), request);
            }
        }
        if (status < 400) return failure.getResponse();
        return ProblemType.of(status)
                .filter(type -> type != ProblemType.INTERNAL)
                .map(type -> withHeadersOf(failure.getResponse(), response(new Problem(type), request)))
                .orElseGet(() -> unexpected(failure, request));
    }

    @ServerExceptionMapper({UnauthorizedException.class, AuthenticationFailedException.class})
    public Response unauthorized(RoutingContext request) {
        return response(new Problem(ProblemType.UNAUTHORIZED), request);
    }

    /** The token cannot be verified, since the provider of the keys does not answer. */
    @ServerExceptionMapper
    public Response of(OIDCException failure, RoutingContext request) {
        LOG.warnf("The token cannot be verified: %s", failure.getMessage());
        return response(new Problem(ProblemType.UNAVAILABLE), request);
    }

    /** Replaces Quarkus' own mapper for exactly this class, which would blame the request. */
    @ServerExceptionMapper
    public Response of(MismatchedInputException failure, RoutingContext request) {
        return unexpected(failure, request);
    }

    @ServerExceptionMapper
    public Response unexpected(Throwable failure, RoutingContext request) {
        Optional<Problem> problem = wrapped(failure);
        if (problem.isPresent()) return of(problem.get(), request);
        if (DatabaseOutage.isCauseOf(failure)) {
            LOG.warnf("The database is not available: %s", failure.getMessage());
            return response(new Problem(ProblemType.UNAVAILABLE), request);
        }
        if (FatalErrorCounter.countIfError(failure)) {
            return response(new Problem(ProblemType.INTERNAL), request);
        }
        if (request.response().closed() || request.response().ended()) {
            LOG.debug("The caller has disconnected, or was already answered", failure);
        } else {
            LOG.error("Unexpected failure", Database.loggable(failure));
        }
        return response(new Problem(ProblemType.INTERNAL), request);
    }

    /**
     * The query parameter that could not be converted. JAX-RS only answers 404, but the converter's exception quotes
     * the value.
     */
    private static Optional<String> unreadable(
            ResourceInfo resource, Throwable conversion, MultivaluedMap<String, String> query) {
        Method method = resource == null ? null : resource.getResourceMethod();
        return Stream.ofNullable(method)
                .flatMap(called -> Stream.of(called.getParameters()))
                .filter(parameter -> parameter.getType() != String.class)
                .map(ProblemResponses::queryName)
                .filter(name -> name != null && query.containsKey(name))
                .filter(name -> query.get(name).stream().anyMatch(value -> quotes(conversion, value)))
                .findFirst();
    }

    private static boolean quotes(Throwable conversion, String value) {
        for (Throwable at = conversion; at != null; at = at.getCause()) {
            if (at.getMessage() != null && at.getMessage().contains(value)) return true;
        }
        return false;
    }

    private static String queryName(Parameter parameter) {
        var rest = parameter.getAnnotation(RestQuery.class);
        if (rest != null) return rest.value().isEmpty() ? parameter.getName() : rest.value();
        var query = parameter.getAnnotation(QueryParam.class);
        return query == null ? null : query.value();
    }

    /** A problem that is the cause of another exception, such as one of a future or a parser. */
    private static Optional<Problem> wrapped(Throwable failure) {
        for (Throwable at = failure.getCause(); at != null; at = at.getCause()) {
            if (at instanceof Problem problem) return Optional.of(problem);
        }
        return Optional.empty();
    }

    /** The problem that a request is answered with. */
    public static Optional<Problem> of(RoutingContext request) {
        return Optional.ofNullable(request.get(PROBLEM));
    }

    private static Response response(Problem problem, RoutingContext request) {
        if (request.response().ended()) {
            return Response.status(problem.type().status()).build();
        }
        if (request.response().headWritten()) {
            breakOff(request);
            return Response.status(problem.type().status()).build();
        }
        UnreadBody.discard(request);
        request.put(PROBLEM, problem);
        Language language = Language.of(request.request().getHeader(HttpHeaders.ACCEPT_LANGUAGE));
        var response = Response.status(problem.type().status())
                .type(ProblemBody.MEDIA_TYPE)
                .header(HttpHeaders.CONTENT_LANGUAGE, language.tag())
                .entity(ProblemBody.of(problem, language));
        BasicScheme.challenging(problem.headers(), request).forEach(response::header);
        return response.build();
    }

    /**
     * A part of an answer is sent, and without this it would end as if it were complete. A reset of HTTP/1.1, and a close of
     * its channel too, first send what waits to be sent, and the end of the answer could be a part of that: only the
     * transport below them drops it.
     */
    private static void breakOff(RoutingContext request) {
        if (request.request().version() != HttpVersion.HTTP_2
                && request.request().connection() instanceof ConnectionBase connection) {
            Channel.Unsafe transport = connection.channel().unsafe();
            connection.channel().eventLoop().execute(() -> transport.close(transport.voidPromise()));
        } else {
            request.response().reset(HTTP_2_INTERNAL_ERROR);
        }
    }

    /** Copies headers of the original answer, such as {@code Allow} with a 405. */
    private static Response withHeadersOf(Response original, Response problem) {
        var response = Response.fromResponse(problem);
        original.getHeaders().forEach((name, values) -> {
            if (!name.equalsIgnoreCase(HttpHeaders.CONTENT_TYPE)
                    && !problem.getHeaders().containsKey(name)) {
                values.forEach(value -> response.header(name, value));
            }
        });
        return response.build();
    }
}
