package kz.qadam.system;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.io.IOException;
import java.nio.file.Files;
import java.sql.SQLException;
import java.time.DateTimeException;
import java.time.OffsetDateTime;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import kz.qadam.local.Service;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/**
 * A person record shows everything that the databases store about a person, and the page of duties names it. The test reads
 * all columns of all tables, so that no new one is forgotten: a column that is not shown needs a reason here. Values are
 * compared, whatever their names: a flag or a small number that is stored in a new column may be shown by chance.
 */
@OnSuite
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class KeptDataIT {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String CONTRACTS = "%s/src/main/resources/META-INF/resources/contracts/%s/state.json";

    /** The columns that are not shown, by the reason. */
    private static final Map<String, Pattern> NOT_SHOWN = Map.of(
            "the number, encrypted: the person names it in the request",
            Pattern.compile("enrolment\\.learner(_key)?\\.(cipher_key|key_id|nonce|sealed|hash)"),
            "the transaction or the batch that wrote the row",
            Pattern.compile(".*\\.(changed|from_batch|to_batch|batch)|enrolment\\.completion\\.known_at"),
            "who did what in a service: auditors search the trail for it",
            Pattern.compile("(enrolment|progress|reporting)\\.trail(_block|_head)?\\..*"),
            "how and why an event is sent: its content is shown",
            Pattern.compile("(enrolment|progress)\\.(outbox|sent)_event\\.((?!data\\.).*|data\\.cause)"),
            "the last learner of a step that judges all learners again",
            Pattern.compile("progress\\.evaluation\\..*"),
            "random bytes, which open the sealed digest of a reference: the reference is shown",
            Pattern.compile("reporting\\.archive_salt\\.salt"),
            "whether an enrolment has a completion: the completion is shown",
            Pattern.compile("enrolment\\.enrolment_standing\\.completed"),
            "how and why an event arrived: its content is shown",
            Pattern.compile(
                    "reporting\\.event_log\\.(erased|event_id|partition|record_offset|source|subject|topic|type)"
                            + "|reporting\\.(event_log\\.data|\\w+_fact)\\.cause"));

    /** Tables in which nothing is kept of the person, with what they keep. */
    private static final Map<String, String> NOT_FILLED = Map.of(
            ".*\\.blocked_learner", "a block ends what the test does; the person record tells it",
            "enrolment\\.(adopted_.*|merge_due)", "ids, of a database that was restored",
            "enrolment\\.erasure(_task)?|reporting\\.erased_.*", "of an erased person nothing else is left",
            "progress\\.evaluation", "how many learners were judged again",
            "progress\\.xapi_.*", "accounts at platforms, with their statements; the person record tells them",
            "reporting\\.rollup_cell(_past)?", "numbers of people",
            "reporting\\.(worklist_.*|hint_settlement)",
                    "what auditors draw and find, by the ids of completions and learners");

    /** Members that say something of the answer, not of the person. */
    private static final Set<String> OF_THE_ANSWER =
            Set.of("held", "requestedBy", "request", "answeredAt", "asOf", "on", "cursor");

    private static final Pattern MEMBERS = Pattern.compile("data-members=\"([^\"]*)\"");

    private final Qadam qadam;
    private final Institution school;
    private final Institution other;
    private final Partner partner;
    private final Enrolment enrolment;
    private final Completion completion;
    private final Map<String, String> attributes = attributes();
    private final String learner;
    private final Map<String, Set<JsonNode>> kept;
    private final List<JsonNode> shown;

    KeptDataIT(Qadam qadam) throws IOException, SQLException {
        this.qadam = qadam;
        this.school = qadam.office().opens("school", "KZ-75");
        this.other = qadam.office().opens("school", "KZ-71");
        this.partner = qadam.partner(school);
        this.enrolment = Enrolment.of(school, qadam.office().offers(36), "pupils");
        this.completion = enrolment.completed(0);
        happen();
        this.learner = partner.learnerOf(enrolment.reference());
        this.shown = shown();
        this.kept = new KeptRows(qadam.suite()).of(ids());
    }

    /** Everything that can be recorded of a person, but an erasure. */
    private void happen() throws IOException {
        partner.enrols(enrolment);
        String correction = Stream.concat(Stream.of(Map.entry("region", "KZ-10")), attributes.entrySet().stream())
                .map(one -> "\"%s\": \"%s\"".formatted(one.getKey(), one.getValue()))
                .collect(Collectors.joining(", "));
        posts(partner.enrolment(), "/v1/enrolment-corrections", """
                {"enrolment": "%s", %s, "reason": "moved house"}""".formatted(enrolment.reference(), correction));
        posts(partner.progress(), "/v1/completions", """
                {"reference": "%s", "enrolment": "%s", "completedOn": "%s", "score": 0.885, "certificate": "QZ-77"%s}
                """.formatted(
                        completion.reference(), enrolment.reference(), completion.completedOn(), details()));
        posts(partner.progress(), "/v1/corrections", """
                {"completion": "%s", "score": 0.8925, "reason": "a point more"}""".formatted(completion.reference()));
        var second = Enrolment.of(other, enrolment.course(), "pupils");
        qadam.partner(other).enrols(second);
        posts(qadam.partner(other).enrolment(), "/v1/withdrawals", """
                {"enrolment": "%s", "on": "2026-03-03", "reason": "left school"}""".formatted(second.reference()));
        String absorbed = qadam.partner(other).learnerOf(second.reference());
        String surviving = partner.learnerOf(enrolment.reference());
        qadam.office().merges(absorbed, surviving);
        qadam.office().splits(absorbed, surviving, List.of());
        qadam.office().merges(absorbed, surviving);
        qadam.arrivals().await();
        given().spec(qadam.bearer(Service.REPORTING, qadam.tokenOf("auditor")))
                .get("/v1/audit/evidence?cohort=pupils&institution=" + school.code());
    }

    private static void posts(RequestSpecification as, String path, String body) {
        Response answer =
                given().spec(as).contentType(ContentType.JSON).body(body).post(path);
        assertThat(answer.statusCode()).as(answer.asString()).isIn(200, 201);
    }

    /** A value of each attribute of enrolments that the contract of events names. */
    private static Map<String, String> attributes() throws IOException {
        Map<String, String> values = new LinkedHashMap<>();
        contract("enrolment-service", "enrolment")
                .at("/properties/attributes/properties")
                .properties()
                .forEach(one -> values.put(
                        one.getKey(), one.getValue().at("/examples/0").asText()));
        return values;
    }

    /** A member for each detail of completions that the contract of events names: what is not required. */
    private static String details() throws IOException {
        JsonNode state = contract("progress-service", "completion");
        Set<String> required = new HashSet<>();
        state.path("required").forEach(name -> required.add(name.asText()));
        return state.path("properties").properties().stream()
                .filter(one -> !required.contains(one.getKey()))
                .map(one ->
                        ", \"%s\": %s".formatted(one.getKey(), one.getValue().at("/examples/0")))
                .collect(Collectors.joining());
    }

    private static JsonNode contract(String service, String family) throws IOException {
        return JSON.readTree(Files.readString(Repository.path(CONTRACTS.formatted(service, family))));
    }

    /** What all three services show to a person. */
    private List<JsonNode> shown() throws IOException {
        String token = qadam.tokenOf("office");
        String record = given().spec(qadam.bearer(Service.ENROLMENT, token))
                .contentType(ContentType.JSON)
                .body("{\"person\": {\"iin\": \"%s\"}, \"requestedBy\": \"self\"}".formatted(enrolment.iin()))
                .post("/v1/person-records")
                .asString();
        String completions = given().spec(qadam.bearer(Service.PROGRESS, token))
                .get("/v1/learners/" + learner + "/records")
                .asString();
        String readings = given().spec(qadam.bearer(Service.REPORTING, token))
                .get("/v1/audit/learners/" + learner + "/readings")
                .asString();
        return List.of(JSON.readTree(record), JSON.readTree(completions), JSON.readTree(readings));
    }

    /** All ids of the person and of what is recorded of the person. */
    private Set<String> ids() {
        Set<String> ids = new HashSet<>();
        ids.add(learner);
        shown.forEach(answer -> {
            ids.addAll(answer.findValuesAsText("absorbed"));
            ids.addAll(answer.findValuesAsText("id"));
        });
        return ids;
    }

    @Test
    void the_person_record_shows_what_is_stored_about_a_person() {
        Map<String, Set<JsonNode>> leaves = new TreeMap<>();
        shown.forEach(answer -> addLeaves(leaves, "", answer));
        Set<String> values = leaves.values().stream()
                .flatMap(Set::stream)
                .map(KeptDataIT::plain)
                .collect(Collectors.toSet());

        Map<String, Set<JsonNode>> hidden = new TreeMap<>();
        kept.forEach((place, those) -> {
            boolean isShown = those.stream().allMatch(one -> one.isNull() || values.contains(plain(one)));
            if (!isShown
                    && NOT_SHOWN.values().stream()
                            .noneMatch(pattern -> pattern.matcher(place).matches())) {
                hidden.put(place, those);
            }
        });

        assertThat(hidden).isEmpty();
    }

    @Test
    void something_is_kept_of_the_person_in_each_table_of_people() throws IOException, SQLException {
        Set<String> filled = kept.keySet().stream()
                .map(place -> place.substring(0, place.indexOf('.', place.indexOf('.') + 1)))
                .collect(Collectors.toSet());

        Set<String> untried = new KeptRows(qadam.suite()).tablesOfPeople();
        untried.removeAll(filled);
        untried.removeIf(table -> NOT_FILLED.keySet().stream().anyMatch(table::matches));

        assertThat(untried).isEmpty();
    }

    @Test
    void the_page_of_duties_names_what_the_person_record_shows() {
        String duties = qadam.anybody(Service.ENROLMENT).get("/duties?lang=en").asString();
        Set<String> named = MEMBERS.matcher(duties)
                .results()
                .flatMap(found -> Stream.of(found.group(1).split(" ", -1)))
                .collect(Collectors.toSet());
        Map<String, Set<JsonNode>> leaves = new TreeMap<>();
        shown.forEach(answer -> addLeaves(leaves, "", answer));

        assertThat(leaves.keySet())
                .isSubsetOf(
                        Stream.concat(named.stream(), OF_THE_ANSWER.stream()).collect(Collectors.toSet()));
    }

    private static void addLeaves(Map<String, Set<JsonNode>> leaves, String name, JsonNode value) {
        if (value.isContainerNode()) {
            if (value.isObject()) {
                value.properties().forEach(member -> addLeaves(leaves, member.getKey(), member.getValue()));
            } else {
                value.forEach(element -> addLeaves(leaves, name, element));
            }
        } else {
            leaves.computeIfAbsent(name, any -> new HashSet<>()).add(value);
        }
    }

    /** Instants are the same however they are written. */
    private static String plain(JsonNode value) {
        if (value.isNumber()) {
            return value.decimalValue().stripTrailingZeros().toPlainString();
        }
        String text = value.asText();
        try {
            return text.indexOf('T') == 10
                    ? OffsetDateTime.parse(text).toInstant().toString()
                    : text;
        } catch (DateTimeException e) {
            return text;
        }
    }
}
