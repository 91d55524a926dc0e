package kz.qadam.chassis.trail;

import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import kz.qadam.chassis.base.numbers.PersonalNumber;
import kz.qadam.chassis.base.personal.PersonalText;

/** The path and query of a request, as the trail keeps them: without values that may say who a person is. */
final class Asked {

    /** Instead of a segment of the path that may say who a person is. */
    private static final String SEGMENT = "{}";

    /** Parameters whose value is a partner's own text. */
    private static final Set<String> PERSONAL = Set.of("reference", "enrolment", "completion", "fileName");

    private Asked() {}

    /**
     * The path and query of a request. Of a parameter whose value may say who a person is, only the name is kept; of one
     * that the endpoint does not have, nothing.
     *
     * @param parameters the names of the query parameters that the endpoint has
     * @param implied a parameter that the request does not name and that narrows its answer, such as {@code a=b}; or
     *     empty
     */
    static String of(URI request, Set<String> parameters, String implied) {
        String path = Stream.of(request.getRawPath().split("/", -1))
                .map(segment -> mayBePersonal(decoded(segment)) ? SEGMENT : segment)
                .collect(Collectors.joining("/"));
        String query = Stream.concat(
                        Stream.of(Objects.requireNonNullElse(request.getRawQuery(), "")
                                        .split("&", -1))
                                .filter(parameter -> parameters.contains(decoded(name(parameter))))
                                .map(Asked::withoutText),
                        Stream.of(implied))
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining("&"));
        return path + (query.isEmpty() ? "" : "?" + query);
    }

    /** Whether a value looks like the number, the name or the address of a person. */
    static boolean mayBePersonal(String value) {
        return PersonalNumber.isIn(value) || PersonalText.isIn(value);
    }

    private static String withoutText(String parameter) {
        String name = name(parameter);
        boolean isText = PERSONAL.contains(decoded(name))
                || mayBePersonal(decoded(parameter.substring(name.length()).replaceFirst("^=", "")));
        return isText ? name + "=" : parameter;
    }

    private static String name(String parameter) {
        return parameter.replaceFirst("=.*", "");
    }

    private static String decoded(String raw) {
        return URLDecoder.decode(raw, StandardCharsets.UTF_8);
    }
}
