package kz.qadam.chassis.trail;

import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The path and query of a request, as the trail keeps them: without values that may say who a person is. */
public final class Asked {

    /** Parameters whose value is a partner's own text. */
    private static final Set<String> PERSONAL = Set.of("reference", "enrolment", "completion", "fileName");

    private Asked() {}

    /**
     * The path and query of a request; of a parameter with a partner's own text only the name.
     *
     * @param implied a parameter that the request does not name and that narrows its answer, such as {@code a=b}; or
     *     empty
     */
    public static String of(URI request, String implied) {
        String query = Stream.concat(
                        Stream.of(Objects.requireNonNullElse(request.getRawQuery(), "")
                                        .split("&", -1))
                                .map(Asked::withoutText),
                        Stream.of(implied))
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining("&"));
        return request.getRawPath() + (query.isEmpty() ? "" : "?" + query);
    }

    private static String withoutText(String parameter) {
        String raw = parameter.replaceFirst("=.*", "");
        String name = URLDecoder.decode(raw, StandardCharsets.UTF_8);
        return PERSONAL.contains(name) ? raw + "=" : parameter;
    }
}
