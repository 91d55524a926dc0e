package kz.qadam.system;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import kz.qadam.local.Service;
import kz.qadam.openapi.ApiOperation;

/**
 * A request that asks for something by an id; everything else in it is the asker's own, and it keeps nothing if there is
 * a dry run.
 *
 * @param id the name of the parameter, or of the member of the body
 * @param contentType null without a body
 */
record IdQuestion(Service service, ApiOperation operation, String id, String contentType, String accept) {

    private static final String JSON = "application/json";
    private static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    /** The requests of an operation: for each id, in each format. */
    static Stream<IdQuestion> of(Service service, ApiOperation operation) {
        List<String> sent = operation.body().mediaTypes().stream()
                .filter(type -> !type.equals(XLSX))
                .toList();
        List<String> accepted = operation.mediaTypes().isEmpty() ? List.of(JSON) : operation.mediaTypes();
        return IdNames.ofOneInstitution(operation).stream()
                .flatMap(id -> (sent.isEmpty() ? Stream.of((String) null) : sent.stream())
                        .flatMap(type ->
                                accepted.stream().map(accept -> new IdQuestion(service, operation, id, type, accept))));
    }

    /** What it asks for; the same in each format. */
    String name() {
        return operation + " " + id;
    }

    String kind() {
        return IdNames.kind(operation, id);
    }

    HttpRequest request(ApiClient client, OwnRecords asker, String value) {
        HttpRequest.Builder request =
                client.request(service, operation.address(parameters(asker, value)), asker.token());
        request.header("Accept", accept);
        return contentType == null
                ? request.method(operation.method(), BodyPublishers.noBody()).build()
                : request.header("Content-Type", contentType)
                        .method(operation.method(), BodyPublishers.ofString(body(asker, value)))
                        .build();
    }

    private Map<String, String> parameters(OwnRecords asker, String value) {
        Map<String, String> chosen = new HashMap<>(Map.of("dryRun", "true", "month", "2026-01"));
        operation.parameters().stream()
                .filter(parameter -> parameter.isNeeded() && asker.ids().containsKey(parameter.name()))
                .forEach(parameter -> chosen.put(parameter.name(), asker.id(parameter.name())));
        if (operation.has(id)) {
            chosen.put(id, value);
        }
        return chosen;
    }

    private String body(OwnRecords asker, String value) {
        ObjectNode item = item(operation.body().example(), asker);
        if (!operation.has(id)) {
            set(item, id, value);
        }
        return switch (contentType) {
            case JSON -> operation.path().endsWith("/batch") ? "[" + item + "]" : item.toString();
            case "text/csv" -> csv(item);
            default -> item + "\n";
        };
    }

    /** An item like the example, and about what the asker has. */
    static ObjectNode item(JsonNode example, OwnRecords asker) {
        JsonNode one = example.isArray() ? example.path(0) : example;
        ObjectNode item = one instanceof ObjectNode object ? object.deepCopy() : JsonNodeFactory.instance.objectNode();
        item.remove("version");
        List.of("course", "enrolment", "completion").forEach(name -> {
            if (item.has(name)) {
                item.put(name, asker.id(name));
            }
        });
        if (item.has("reference")) {
            item.put("reference", "new");
        }
        if (item.has("learner")) {
            set(item, "learner.iin", Iins.next());
        }
        return item;
    }

    /** Sets a member, or a member of a member, which then has no other. */
    static void set(ObjectNode item, String name, String value) {
        int dot = name.indexOf('.');
        if (dot < 0) {
            item.put(name, value);
        } else {
            item.putObject(name.substring(0, dot)).put(name.substring(dot + 1), value);
        }
    }

    /** The item as a table. */
    static String csv(ObjectNode item) {
        ObjectNode row = JsonNodeFactory.instance.objectNode();
        item.properties().forEach(member -> {
            if (member.getValue() instanceof ObjectNode several) {
                row.setAll(several);
            } else {
                row.set(member.getKey(), member.getValue());
            }
        });
        return String.join(",", row.properties().stream().map(Map.Entry::getKey).toList())
                + "\n"
                + String.join(
                        ",",
                        row.properties().stream()
                                .map(cell -> cell.getValue().asText())
                                .toList())
                + "\n";
    }
}
