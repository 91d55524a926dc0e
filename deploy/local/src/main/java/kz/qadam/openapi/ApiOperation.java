package kz.qadam.openapi;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * An operation that an OpenAPI document describes.
 *
 * @param method in upper case
 * @param path with its parameters in braces
 * @param isSecured whether it says that it needs a token
 * @param roles the roles that it says may call it; empty if it does not say
 * @param answers by status
 */
public record ApiOperation(
        String method,
        String path,
        String id,
        String summary,
        boolean isSecured,
        List<String> roles,
        List<ApiParameter> parameters,
        ApiBody body,
        Map<String, ApiAnswer> answers) {

    private static final String STREAM = "text/event-stream";

    public boolean isGet() {
        return method.equals("GET");
    }

    /** Whether requests to this path are requests to it. */
    public boolean isAt(String address) {
        return address.matches(path.replace(".", "\\.").replaceAll("\\{[^}]+}", "[^/]+"));
    }

    /** Whether its answer has no end. */
    public boolean isStream() {
        return mediaTypes().contains(STREAM);
    }

    /** The media types of its good answers. */
    public List<String> mediaTypes() {
        return answers.entrySet().stream()
                .filter(answer -> answer.getKey().startsWith("2"))
                .flatMap(answer -> answer.getValue().mediaTypes().stream())
                .distinct()
                .toList();
    }

    public boolean has(String parameter) {
        return parameters.stream().anyMatch(one -> one.name().equals(parameter));
    }

    /**
     * Requests with each value of the parameters that are needed, and then with each value of one optional parameter;
     * of a stream only the former, since the number of streams is limited, and a closed one is noticed late.
     *
     * @param values the values to ask with, by the name of a parameter, besides those of the document
     */
    public List<ApiRequest> requests(Map<String, List<String>> values) {
        List<ApiRequest> plain = List.of(ApiRequest.of(path));
        for (ApiParameter parameter : parameters) {
            if (parameter.isNeeded()) {
                List<ApiRequest> shorter = plain;
                plain = parameter.values(values).stream()
                        .flatMap(value -> shorter.stream().map(request -> request.with(parameter, value)))
                        .toList();
            }
        }
        List<ApiRequest> all = new ArrayList<>(plain);
        if (!isStream()) {
            for (ApiRequest request : plain) {
                parameters.stream()
                        .filter(parameter -> parameter.isInQuery() && !parameter.isNeeded())
                        .forEach(parameter ->
                                parameter.values(values).forEach(value -> all.add(request.adding(parameter, value))));
            }
        }
        return all;
    }

    /** The same operation without examples of these parameters, so that requests have only other values of them. */
    public ApiOperation withoutExamplesOf(Set<String> names) {
        List<ApiParameter> fewer = parameters.stream()
                .map(parameter -> names.contains(parameter.name()) ? parameter.withoutExample() : parameter)
                .toList();
        return new ApiOperation(method, path, id, summary, isSecured, roles, fewer, body, answers);
    }

    /** One address: with these parameters, if it has them, and with the others that are needed. */
    public String address(Map<String, String> chosen) {
        String address = path + "?";
        for (ApiParameter parameter : parameters) {
            boolean isChosen = chosen.containsKey(parameter.name()) && (parameter.isInPath() || parameter.isInQuery());
            if (isChosen || parameter.isNeeded()) {
                String value = isChosen
                        ? chosen.get(parameter.name())
                        : parameter.values(Map.of()).get(0);
                address = ApiRequest.address(address, parameter, value);
            }
        }
        return address;
    }

    @Override
    public String toString() {
        return method + " " + path;
    }
}
