package kz.qadam.system;

import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import kz.qadam.local.Service;
import kz.qadam.openapi.ApiOperation;
import kz.qadam.openapi.ApiRequest;

/**
 * Calls every operation as every kind of caller. Nothing is changed: no body can be read, which is found out after the
 * access is decided. Only {@code POST /v1/releases} takes no body; it opens the series of releases, at which no other
 * test of this suite looks.
 */
final class AccessCrawl {

    private static final String NOBODY = "00000000-0000-4000-8000-000000000000";
    private static final String JSON = "application/json";
    private static final Set<Integer> REFUSED = Set.of(401, 403);

    /** The values of parameters for which the document has none, or one with which anything is refused or allowed. */
    private static final Map<String, String> VALUES = Map.ofEntries(
            Map.entry("id", NOBODY),
            Map.entry("learnerId", NOBODY),
            Map.entry("absorbed", NOBODY),
            Map.entry("completionId", NOBODY),
            Map.entry("eventId", NOBODY),
            Map.entry("code", "nobody"),
            Map.entry("cohort", "pupils"),
            Map.entry("from", "2026-01-01"),
            Map.entry("asOf", "2026-06-01"),
            Map.entry("on", "2026-06-01"),
            // Without a token only 30 days are answered.
            Map.entry("days", "7"),
            Map.entry("bom", "true"),
            Map.entry("dryRun", "true"));

    private final ApiClient client;

    AccessCrawl(ApiClient client) {
        this.client = client;
    }

    /** All calls, but for those with an optional parameter that make no difference to any caller. */
    List<AccessCall> calls(List<AccessCaller> callers) {
        List<AccessCall> all = new ArrayList<>();
        for (Service service : Service.values()) {
            for (ApiOperation operation : client.operations(service)) {
                callers.forEach(caller -> all.addAll(calls(service, operation, caller)));
            }
        }
        return withoutRepetitions(all);
    }

    private static List<AccessCall> withoutRepetitions(List<AccessCall> all) {
        Map<String, String> outcomes = all.stream().collect(Collectors.toMap(AccessCall::key, AccessCall::outcome));
        Function<AccessCall, String> question =
                call -> call.operation().method() + " " + call.request().label();
        Set<String> telling = all.stream()
                .filter(call ->
                        call.key().equals(call.plain()) || !call.outcome().equals(outcomes.get(call.plain())))
                .map(question)
                .collect(Collectors.toSet());
        return all.stream()
                .filter(call -> telling.contains(question.apply(call)))
                .toList();
    }

    private List<AccessCall> calls(Service service, ApiOperation operation, AccessCaller caller) {
        Map<String, String> values = new HashMap<>(VALUES);
        values.put("institution", caller.institution());
        List<ApiRequest> requests = operation.isGet()
                ? operation
                        .withoutExamplesOf(values.keySet())
                        .requests(values.entrySet().stream()
                                .collect(Collectors.toMap(Map.Entry::getKey, one -> List.of(one.getValue()))))
                : List.of(new ApiRequest(operation.path(), operation.address(values), operation.path()));
        return requests.stream()
                .map(request -> call(service, operation, request, caller))
                .toList();
    }

    private AccessCall call(Service service, ApiOperation operation, ApiRequest request, AccessCaller caller) {
        List<String> accepted = operation.mediaTypes().isEmpty() ? List.of(JSON) : operation.mediaTypes();
        Set<Integer> statuses = new TreeSet<>();
        Set<String> outcomes = new TreeSet<>();
        for (String type : accepted) {
            var http =
                    client.request(service, caller.root() + request.address()).header("Accept", type);
            caller.headers().forEach(http::header);
            ApiClient.Answer answer = client.send(with(operation, http).build());
            statuses.add(answer.status());
            outcomes.add(outcome(answer));
        }
        return new AccessCall(service, operation, request, caller, statuses, String.join(" or ", outcomes));
    }

    private static HttpRequest.Builder with(ApiOperation operation, HttpRequest.Builder http) {
        List<String> types = operation.body().mediaTypes();
        if (types.isEmpty()) {
            return http.method(operation.method(), BodyPublishers.noBody());
        }
        boolean isJson = types.contains(JSON);
        return http.header("Content-Type", isJson ? JSON : "text/csv")
                .method(
                        operation.method(),
                        BodyPublishers.ofString(isJson ? "{\"unheard-of\": 1}" : "unheard-of\n1\n"));
    }

    private static String outcome(ApiClient.Answer answer) {
        if (!REFUSED.contains(answer.status())) {
            return "allowed";
        }
        return answer.body().contains("/problems/needs-token")
                ? answer.status() + " needs-token"
                : String.valueOf(answer.status());
    }
}
