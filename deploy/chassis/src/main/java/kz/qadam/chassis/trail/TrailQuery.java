package kz.qadam.chassis.trail;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import kz.qadam.chassis.base.time.AlmatyTime;
import kz.qadam.chassis.http.problem.Problem;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jboss.resteasy.reactive.RestQuery;

/** Which entries of the trail a request asks for. Null: all. */
public class TrailQuery {

    @RestQuery
    @Parameter(description = "From this instant on, with offset.", example = "2026-06-01T00:00:00+05:00")
    String from;

    @RestQuery
    @Parameter(description = "Before this instant, with offset.", example = "2026-06-02T00:00:00+05:00")
    String to;

    @RestQuery
    @Parameter(description = "Of this actor: the subject of a token, or a key.")
    String actor;

    @RestQuery("institution")
    @Parameter(description = "Of this institution.", example = "school-42")
    String sender;

    @RestQuery
    @Parameter(description = "By the key with this id.")
    String key;

    @RestQuery
    @Parameter(description = "With this action: an endpoint, or a name.", example = "POST /v1/enrolments")
    String action;

    @RestQuery
    @Parameter(
            description = "Of this kind.",
            schema = @Schema(enumeration = {"write", "read", "figures", "export", "login", "denial", "anchor"}))
    String kind;

    @RestQuery
    @Parameter(
            description =
                    "With this outcome: done, unchanged, repeated, nothing-new, counted, or the code of a problem.",
            example = "forbidden")
    String outcome;

    @RestQuery
    @Parameter(description = "About the thing with this id or code.")
    String subject;

    /** The same as a form of a page sends it: what is left open is empty, and times are those of Almaty. */
    public TrailQuery fromForm() {
        var query = new TrailQuery();
        query.from = inAlmaty("from", from);
        query.to = inAlmaty("to", to);
        query.actor = given(actor);
        query.sender = given(sender);
        query.key = given(key);
        query.action = given(action);
        query.kind = given(kind);
        query.outcome = given(outcome);
        query.subject = given(subject);
        return query;
    }

    /** All entries from a local time on, as a form has it. */
    public static TrailQuery since(String localTime) {
        var query = new TrailQuery();
        query.from = localTime;
        return query;
    }

    private static String inAlmaty(String name, String text) {
        try {
            return given(text) == null
                    ? null
                    : LocalDateTime.parse(text)
                            .atZone(AlmatyTime.ZONE)
                            .toOffsetDateTime()
                            .toString();
        } catch (DateTimeException e) {
            throw Problem.badParameter(name, "malformed/parameter", name);
        }
    }

    private static String given(String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }

    /**
     * The values of the conditions, by the name of the condition.
     *
     * @throws Problem 400 if one cannot be read
     */
    Map<String, Object> values() {
        Map<String, Object> values = new LinkedHashMap<>();
        put(values, "from", instant("from", from));
        put(values, "to", instant("to", to));
        put(values, "actor", actor);
        put(values, "institution", sender);
        put(values, "key_id", key(key));
        put(values, "action", action);
        put(values, "kind", kind(kind));
        put(values, "outcome", outcome);
        put(values, "subject", subject);
        return values;
    }

    /** The conditions of an SQL statement, each beginning with {@code and}; only those that are needed. */
    static String sql(Map<String, Object> values) {
        return values.keySet().stream()
                .map(name -> switch (name) {
                    case "from" -> " and at >= :from";
                    case "to" -> " and at < :to";
                    default -> " and %1$s = :%1$s".formatted(name);
                })
                .collect(Collectors.joining());
    }

    private static void put(Map<String, Object> values, String name, Object value) {
        if (value != null) {
            values.put(name, value);
        }
    }

    private static Instant instant(String name, String text) {
        try {
            // In a query an unescaped + arrives as a space.
            return text == null
                    ? null
                    : OffsetDateTime.parse(text.replace(' ', '+')).toInstant();
        } catch (DateTimeException e) {
            throw Problem.badParameter(name, "malformed/parameter", name);
        }
    }

    private static UUID key(String text) {
        try {
            return text == null ? null : UUID.fromString(text);
        } catch (IllegalArgumentException e) {
            throw Problem.badParameter("key", "malformed/parameter", "key");
        }
    }

    private static String kind(String word) {
        if (word != null
                && Stream.of(TrailKind.values()).noneMatch(one -> one.toString().equals(word))) {
            String all = Stream.of(TrailKind.values()).map(TrailKind::toString).collect(Collectors.joining(", "));
            throw Problem.badParameter("kind", "unknown-value", "kind", all);
        }
        return word;
    }
}
