package kz.qadam.chassis.http.problem;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.jboss.resteasy.reactive.common.util.MediaTypeHelper;

/**
 * Takes away what cannot be parsed of the headers that say which answer is wanted, so that the request is answered as
 * if they had not been sent. JAX-RS would fail on them, some of them only while it writes the answer.
 */
@ApplicationScoped
class UnparsableHeaderRemoval {

    /** Before everything that reads a header, such as the cache of public answers. */
    private static final int FIRST = 20_000;

    /** Requests that have no body, whose type could matter. */
    private static final Set<HttpMethod> WITHOUT_BODY = Set.of(HttpMethod.GET, HttpMethod.HEAD, HttpMethod.OPTIONS);

    /** What nearly all clients send; it needs no parser. */
    private static final Pattern USUAL = Pattern.compile("(\\*/\\*|[a-z]+/[a-z0-9.+-]+)");

    void register(@Observes Filters filters) {
        filters.register(this::complete, FIRST);
    }

    private void complete(RoutingContext context) {
        HttpServerRequest request = context.request();
        keep(request.headers(), HttpHeaders.ACCEPT, UnparsableHeaderRemoval::areMediaTypes);
        if (WITHOUT_BODY.contains(request.method())) {
            keep(request.headers(), HttpHeaders.CONTENT_TYPE, UnparsableHeaderRemoval::isMediaType);
        }
        context.next();
    }

    /** Keeps those values of a header that can be parsed. */
    private static void keep(MultiMap headers, CharSequence name, Predicate<String> isReadable) {
        List<String> sent = headers.getAll(name);
        if (sent.stream().allMatch(isReadable)) return;
        List<String> readable = sent.stream().filter(isReadable).toList();
        headers.remove(name);
        readable.forEach(value -> headers.add(name, value));
    }

    static boolean isMediaType(String value) {
        try {
            return USUAL.matcher(value).matches()
                    || !MediaType.valueOf(value).getSubtype().isBlank();
        } catch (RuntimeException e) { // Its parser also fails on indices.
            return false;
        }
    }

    private static boolean areMediaTypes(String value) {
        if (USUAL.matcher(value).matches()) return true;
        try {
            List<MediaType> types = MediaTypeHelper.parseHeader(value);
            types.forEach(MediaTypeHelper::getQWithParamInfo);
            return !types.isEmpty();
        } catch (RuntimeException e) { // Its parser also fails on indices.
            return false;
        }
    }
}
