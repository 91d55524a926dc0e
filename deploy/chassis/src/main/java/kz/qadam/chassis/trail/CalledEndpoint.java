package kz.qadam.chassis.trail;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.util.Collection;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;

/**
 * An endpoint as the trail names it.
 *
 * @param action its method and path template, such as {@code POST /v1/things}
 * @param kind what a request is that was done; null if it has no entry
 * @param isOpen whether everybody may call it: then only those requests have an entry that say what they have read
 * @param parameters the names of its query parameters
 * @param codes the names of those parameters of its path that are codes; the others are ids
 */
record CalledEndpoint(String action, TrailKind kind, boolean isOpen, Set<String> parameters, Set<String> codes) {

    /** The endpoint of a request whose caller has not shown who it is. */
    static final CalledEndpoint NONE = new CalledEndpoint("", null, true, Set.of(), Set.of());

    private static final Pattern ID = Pattern.compile("\\p{XDigit}{8}(-\\p{XDigit}{4}){3}-\\p{XDigit}{12}");
    private static final Pattern CODE = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,99}");

    static CalledEndpoint of(Class<?> resource, Method method) {
        RecordedInTrail recorded = method.getAnnotation(RecordedInTrail.class);
        return new CalledEndpoint(
                httpMethod(method) + " " + path(resource, method),
                recorded == null ? null : recorded.value(),
                method.isAnnotationPresent(PermitAll.class)
                        || method.getDeclaringClass().isAnnotationPresent(PermitAll.class),
                Stream.concat(
                                Stream.of(method.getParameters()).flatMap(CalledEndpoint::queryParameters),
                                undeclared(recorded))
                        .collect(Collectors.toUnmodifiableSet()),
                Stream.of(method.getParameters())
                        .filter(parameter -> parameter.isAnnotationPresent(RestPath.class))
                        .filter(parameter -> parameter.getType() != UUID.class)
                        .map(parameter ->
                                name(parameter.getAnnotation(RestPath.class).value(), parameter.getName()))
                        .filter(name -> !name.equals("id") && !name.endsWith("Id"))
                        .collect(Collectors.toUnmodifiableSet()));
    }

    /** Whether requests show records of people. */
    boolean showsRecords() {
        return kind != null && kind.showsRecords();
    }

    /**
     * The first value in the path, if it is the opaque id or the code of a thing. What else a caller wrote there may be
     * the number of a person or a reference.
     *
     * @param path the decoded values of the path, by the name of the parameter
     */
    Optional<String> subject(Map<String, ? extends Collection<String>> path) {
        return path.entrySet().stream()
                .findFirst()
                .flatMap(parameter -> parameter.getValue().stream()
                        .findFirst()
                        .filter(value -> ID.matcher(value).matches() || isCode(parameter.getKey(), value))
                        .map(CalledEndpoint::canonical));
    }

    /** An id is written in one way in the trail, so that it is found. */
    private static String canonical(String subject) {
        return ID.matcher(subject).matches() ? subject.toLowerCase(Locale.ROOT) : subject;
    }

    private boolean isCode(String parameter, String value) {
        return codes.contains(parameter) && CODE.matcher(value).matches() && !Asked.mayBePersonal(value);
    }

    private static Stream<String> queryParameters(Parameter parameter) {
        if (parameter.isAnnotationPresent(BeanParam.class)) {
            return Stream.<Class<?>>iterate(parameter.getType(), type -> type != null, Class::getSuperclass)
                    .flatMap(type -> Stream.of(type.getDeclaredFields()))
                    .filter(field -> field.isAnnotationPresent(RestQuery.class))
                    .map(field -> name(field.getAnnotation(RestQuery.class).value(), field.getName()));
        }
        return Stream.ofNullable(parameter.getAnnotation(RestQuery.class))
                .map(query -> name(query.value(), parameter.getName()));
    }

    private static Stream<String> undeclared(RecordedInTrail recorded) {
        if (recorded == null) {
            return Stream.empty();
        }
        try {
            var constructor = recorded.undeclared().getDeclaredConstructor();
            constructor.setAccessible(true);
            return constructor.newInstance().get().stream();
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String name(String declared, String ofElement) {
        return declared.isEmpty() ? ofElement : declared;
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
