package kz.qadam.chassis.trail;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * An endpoint as the trail names it.
 *
 * @param action its method and path template, such as {@code POST /v1/things}
 * @param kind what a request is that was done; null if it has no entry
 * @param isOpen whether everybody may call it: then only those requests have an entry that say what they have read
 */
record RecordedEndpoint(String action, TrailKind kind, boolean isOpen) {

    static RecordedEndpoint of(Class<?> resource, Method method) {
        Recorded recorded = method.getAnnotation(Recorded.class);
        return new RecordedEndpoint(
                httpMethod(method) + " " + path(resource, method),
                recorded == null ? null : recorded.value(),
                method.isAnnotationPresent(PermitAll.class)
                        || method.getDeclaringClass().isAnnotationPresent(PermitAll.class));
    }

    private static String httpMethod(Method method) {
        return Stream.of(method.getAnnotations())
                .map(Annotation::annotationType)
                .map(type -> type.getAnnotation(HttpMethod.class))
                .filter(found -> found != null)
                .map(HttpMethod::value)
                .findFirst()
                .orElse("");
    }

    private static String path(Class<?> resource, Method method) {
        String path = Stream.<Class<?>>iterate(resource, type -> type != null, Class::getSuperclass)
                .map(type -> type.getAnnotation(Path.class))
                .filter(found -> found != null)
                .limit(1)
                .flatMap(found -> Stream.of(found, method.getAnnotation(Path.class)))
                .filter(found -> found != null)
                .flatMap(found -> Stream.of(found.value().split("/", -1)))
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining("/"));
        return "/" + path;
    }
}
