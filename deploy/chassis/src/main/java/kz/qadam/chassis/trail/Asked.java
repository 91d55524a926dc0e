package kz.qadam.chassis.trail;

import jakarta.ws.rs.core.UriInfo;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
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
     * @param implied parameters that the request does not name and that narrow its answer
     */
    public static String of(UriInfo request, Map<String, String> implied) {
        Map<String, String> parameters = new TreeMap<>(implied);
        request.getQueryParameters()
                .forEach((name, values) -> parameters.put(name, PERSONAL.contains(name) ? "" : values.get(0)));
        String query = parameters.entrySet().stream()
                .map(one -> one.getKey() + "=" + URLEncoder.encode(one.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        return Stream.of(request.getRequestUri().getRawPath(), query)
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining("?"));
    }
}
