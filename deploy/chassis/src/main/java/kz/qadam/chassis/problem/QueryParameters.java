package kz.qadam.chassis.problem;

import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.MultivaluedMap;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jboss.resteasy.reactive.RestQuery;

/** The query parameters that the request's resource method declares. */
record QueryParameters(List<Parameter> declared) {

    static QueryParameters of(ResourceInfo resource) {
        Method method = resource == null ? null : resource.getResourceMethod();
        return new QueryParameters(method == null ? List.of() : Arrays.asList(method.getParameters()));
    }

    /**
     * The query parameter that could not be converted. JAX-RS only answers 404, but the converter's exception quotes
     * the value.
     */
    Optional<String> unreadable(Throwable conversion, MultivaluedMap<String, String> query) {
        List<String> converted = declared.stream()
                .filter(parameter -> parameter.getType() != String.class)
                .map(QueryParameters::name)
                .filter(name -> name != null && query.containsKey(name))
                .toList();
        return converted.stream()
                .filter(name -> query.get(name).stream().anyMatch(value -> quotes(conversion, value)))
                .findFirst();
    }

    private static boolean quotes(Throwable conversion, String value) {
        for (Throwable at = conversion; at != null; at = at.getCause()) {
            if (at.getMessage() != null && at.getMessage().contains(value)) return true;
        }
        return false;
    }

    private static String name(Parameter parameter) {
        var rest = parameter.getAnnotation(RestQuery.class);
        if (rest != null) return rest.value().isEmpty() ? parameter.getName() : rest.value();
        var query = parameter.getAnnotation(QueryParam.class);
        return query == null ? null : query.value();
    }
}
