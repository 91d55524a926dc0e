package kz.qadam.trail;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import kz.qadam.openapi.ApiOperation;

/**
 * An entry of a trail about a read.
 *
 * @param at when it was read
 * @param action the method and path template
 * @param kind such as {@code read} or {@code export}
 * @param outcome such as {@code done}, or {@link #COUNTED}
 * @param subject the id or code of the thing; empty if the entry has none
 * @param asked the path and query, without values that may be personal; empty if the entry has none
 * @param asOf the instant up to which things were known to the answer; empty if the answer was of the moment
 * @param on the day of the question; empty if it had none
 * @param narrowedBy what the caller could not see beyond: the institution or region, by the name of the parameter
 */
record PastRead(
        String at,
        String action,
        String kind,
        String outcome,
        String subject,
        String asked,
        String asOf,
        String on,
        Map<String, String> narrowedBy) {

    /** The outcome of requests of which the trail has the number only, and nobody's name. */
    static final String COUNTED = "counted";

    private static final Set<String> OF_RECORDS = Set.of("read", "export");

    /** They find a person by an identity, which is not kept; the subject is the learner who was found. */
    private static final Set<String> FIND_PERSON =
            Set.of("POST /v1/person-records", "POST /person-records", "POST /persons");

    /** The paths of pages say which ids they take. */
    private static final String LEARNER = "{learnerId";

    private static final Pattern PAGE_OF_RECORD =
            Pattern.compile("/(records|enrolment-records)/([0-9a-fA-F-]{36})(/withdrawal)?");

    /** Where programs read the history that such a page shows. */
    private static final Map<String, String> RECORDS =
            Map.of("records", "/v1/completions/", "enrolment-records", "/v1/enrolments/");

    /** Parameters that are as configured if they are absent. Entries that were written before these existed lack them. */
    private static final Set<String> SETTINGS =
            Set.of("kinds", "sameSecond", "manyInstitutions", "monthEndLeast", "monthEndShare");

    static PastRead of(JsonNode entry) {
        Map<String, String> narrowedBy = new LinkedHashMap<>();
        JsonNode actor = entry.path("actor");
        List.of("institution", "region").forEach(name -> {
            if (actor.hasNonNull(name)) {
                narrowedBy.put(name, actor.path(name).asText());
            }
        });
        return new PastRead(
                text(entry, "at"),
                text(entry, "action"),
                text(entry, "kind"),
                text(entry, "outcome"),
                text(entry, "subject"),
                text(entry, "asked"),
                text(entry, "asOf"),
                text(entry, "on"),
                narrowedBy);
    }

    private static String text(JsonNode entry, String member) {
        return entry.path(member).asText("");
    }

    /** Whether records of people were read. A search for a person of whom nothing is held has no subject. */
    boolean isOfRecords() {
        return OF_RECORDS.contains(kind) && !(FIND_PERSON.contains(action) && subject.isEmpty());
    }

    /** The learner whose records were read, if the entry itself names the learner. */
    Optional<String> learner() {
        boolean isAboutLearner = FIND_PERSON.contains(action) || action.contains(LEARNER);
        return Optional.of(subject).filter(id -> isAboutLearner && !id.isEmpty());
    }

    /** Whether all pages were read. */
    boolean isOfAllPages() {
        return kind.equals("export");
    }

    /** How its records are found again. */
    RepeatedRead recomputation(List<ApiOperation> operations) {
        Map<String, String> query = query();
        if (outcome.equals(COUNTED)) {
            return RepeatedRead.impossible("only the number of requests was kept, and not whose they were");
        }
        if (asked.isEmpty()) {
            return RepeatedRead.impossible("the entry does not say what was asked");
        }
        if (query.containsValue("") || path().contains("{")) {
            return RepeatedRead.impossible("a value that may be personal was not kept");
        }
        String path = question();
        query.remove("lang");
        return operation(operations, path)
                .map(operation -> recomputation(operation, path, query))
                .orElseGet(() -> RepeatedRead.impossible("the service has no such question"));
    }

    /** The path that was asked; for the page of a record, that of its history. */
    private String question() {
        Matcher page = PAGE_OF_RECORD.matcher(path());
        return page.matches() ? RECORDS.get(page.group(1)) + page.group(2) + "/history" : path();
    }

    /** The endpoint that was asked, or that reads what a page has shown. */
    private Optional<ApiOperation> operation(List<ApiOperation> operations, String path) {
        List<ApiOperation> reading =
                operations.stream().filter(ApiOperation::isGet).toList();
        return reading.stream()
                .filter(operation -> operation.toString().equals(action))
                .findFirst()
                .or(() -> reading.stream()
                        .filter(operation -> operation.isAt(path))
                        .findFirst());
    }

    private RepeatedRead recomputation(ApiOperation operation, String path, Map<String, String> query) {
        for (Map.Entry<String, String> bound : narrowedBy.entrySet()) {
            if (operation.has(bound.getKey())) {
                query.putIfAbsent(bound.getKey(), bound.getValue());
            }
        }
        boolean isAsOf = !asOf.isEmpty() && operation.has("asOf");
        // A cursor carries instant and day.
        if (isAsOf && !query.containsKey("cursor")) {
            query.put("asOf", asOf);
            if (!on.isEmpty() && operation.has("on")) {
                query.put("on", on);
            }
        }
        return RepeatedRead.by(
                AuditClient.address(path, query), certainty(operation, query, isAsOf), Map.copyOf(narrowedBy));
    }

    private static String certainty(ApiOperation operation, Map<String, String> query, boolean isAsOf) {
        boolean isBySettings =
                SETTINGS.stream().anyMatch(setting -> operation.has(setting) && !query.containsKey(setting));
        if (isBySettings) {
            return RepeatedRead.MAY;
        }
        return isAsOf ? RepeatedRead.AS_KNOWN_THEN : RepeatedRead.AS_KNOWN_NOW;
    }

    private String path() {
        return asked.split("\\?", 2)[0];
    }

    private Map<String, String> query() {
        Map<String, String> query = new LinkedHashMap<>();
        String[] parts = asked.split("\\?", 2);
        if (parts.length == 2) {
            for (String parameter : parts[1].split("&", -1)) {
                String[] pair = parameter.split("=", 2);
                query.put(pair[0], pair.length == 2 ? URLDecoder.decode(pair[1], StandardCharsets.UTF_8) : "");
            }
        }
        return query;
    }
}
