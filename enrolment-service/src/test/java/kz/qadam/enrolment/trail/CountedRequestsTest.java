package kz.qadam.enrolment.trail;

import static kz.qadam.enrolment.Caller.auditor;
import static kz.qadam.enrolment.Caller.course;
import static kz.qadam.enrolment.Caller.enrolled;
import static kz.qadam.enrolment.Caller.enrolment;
import static kz.qadam.enrolment.Caller.office;
import static kz.qadam.enrolment.Caller.partner;
import static kz.qadam.enrolment.Caller.school;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.path.json.JsonPath;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import kz.qadam.enrolment.Caller;
import kz.qadam.enrolment.People;
import kz.qadam.local.QadamBackends;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Callers who ask the same again and again: the trail knows how often, and does not grow with it. */
@QuarkusTest
@TestProfile(CountedRequestsTest.FewPlaces.class)
@QuarkusTestResource(QadamBackends.class)
class CountedRequestsTest {

    /** Minutes of some seconds, and few places for entries that wait. */
    public static class FewPlaces implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of(
                    "qadam.trail.count-over",
                    SECONDS + "s",
                    "qadam.trail.count-polls-over",
                    SECONDS + "s",
                    "qadam.trail.most-waiting",
                    "60",
                    "qadam.trail.most-waiting-of-one",
                    "30");
        }
    }

    private static final String PATH = "/v1/enrolment-trail";

    private static final int SECONDS = 4;

    private static final int IN_FULL = 10;

    private final Instant begun = Instant.now();
    private String school;
    private String course;

    @BeforeEach
    void open() {
        school = school();
        course = course();
    }

    @Test
    void of_equal_denials_the_first_ten_have_an_entry_each_and_the_others_one_together() {
        IntStream.range(0, 100).forEach(i -> isDeniedACourse(school));
        int minutes = minutesSinceTheBeginning();

        await().untilAsserted(() -> assertThat(requests(denials())).isEqualTo(100));
        assertThat(denials()).hasSizeBetween(IN_FULL + 1, minutes * (IN_FULL + 1));
        assertThat(denials())
                .filteredOn(entry -> entry.get("items") == null)
                .hasSizeLessThanOrEqualTo(minutes * IN_FULL);
        assertThat(denials())
                .filteredOn(entry -> entry.get("items") != null)
                .allSatisfy(entry -> assertThat(entry)
                        .containsEntry("action", "PUT /v1/courses/{code}")
                        .containsEntry("outcome", "forbidden")
                        .containsEntry("status", 403)
                        .containsEntry("subject", null));
    }

    @Test
    void the_same_page_that_is_read_again_and_again_has_one_entry_and_its_repetitions_another() {
        enrolled(school, enrolment("R-1", course, People.iin()));

        IntStream.range(0, 50).forEach(i -> reads("/v1/enrolments?limit=9"));
        int minutes = minutesSinceTheBeginning();

        await().untilAsserted(() -> assertThat(requests(reads())).isEqualTo(50));
        assertThat(reads()).hasSizeBetween(2, 2 * minutes);
        assertThat(reads())
                .filteredOn("outcome", "repeated")
                .isNotEmpty()
                .allSatisfy(entry -> assertThat(entry)
                        .containsEntry("asked", "/v1/enrolments?limit=9")
                        .containsEntry("action", "GET /v1/enrolments"));
    }

    @Test
    void records_that_the_same_question_shows_for_the_first_time_have_an_entry() {
        enrolled(school, enrolment("R-1", course, People.iin()));
        reads("/v1/enrolments?limit=9");

        enrolled(school, enrolment("R-2", course, People.iin()));
        reads("/v1/enrolments?limit=9");

        await().untilAsserted(() -> assertThat(reads())
                .filteredOn("outcome", "done")
                .extracting("items")
                .containsExactly(1, 2));
    }

    @Test
    void two_references_whose_values_are_not_kept_are_not_taken_for_the_same_question() {
        enrolled(school, enrolment("R-1", course, People.iin()));
        enrolled(school, enrolment("R-2", course, People.iin()));

        reads("/v1/enrolments?reference=R-1");
        reads("/v1/enrolments?reference=R-2");

        await().untilAsserted(() -> assertThat(reads()).extracting("outcome").containsExactly("done", "done"));
    }

    @Test
    void a_list_that_is_polled_and_has_nothing_new_is_counted_by_caller() {
        enrolled(school, enrolment("R-1", course, People.iin()));
        String end = endOfList();
        IntStream.range(0, 40).forEach(i -> reads("/v1/enrolments?cursor=" + end));

        enrolled(school, enrolment("R-2", course, People.iin()));
        reads("/v1/enrolments?cursor=" + end);

        await().untilAsserted(
                        () -> assertThat(emptyPollsOf("partner." + school)).isEqualTo(1 + 40));
        await().untilAsserted(() -> assertThat(reads())
                .hasSizeLessThan(10)
                .extracting("outcome", "asked", "items")
                .contains(tuple("done", "/v1/enrolments?cursor=" + end, 1)));
    }

    @Test
    void a_write_that_changes_nothing_again_and_again_has_one_entry_and_its_repetitions_another() {
        String institution = Caller.institution("active", "\"KZ-75\"");
        IntStream.range(0, 50)
                .forEach(i -> office().header("If-Match", "*")
                        .body(institution)
                        .put("/v1/institutions/" + school)
                        .then()
                        .statusCode(200));
        int minutes = minutesSinceTheBeginning();

        await().untilAsserted(() -> assertThat(entries("subject", school))
                .extracting("outcome")
                .startsWith("done", "unchanged")
                .contains("repeated")
                .hasSizeLessThanOrEqualTo(1 + 2 * minutes));
    }

    @Test
    void while_the_database_takes_no_entries_denials_are_counted_and_everybody_else_is_served() throws SQLException {
        List<String> schools = IntStream.range(0, 12).mapToObj(i -> school()).toList();
        enrolled(school, enrolment("R-1", course, People.iin()));
        try (Connection other = QadamBackends.database().dataSource().getConnection();
                Statement statement = other.createStatement()) {
            other.setAutoCommit(false);
            statement.execute("lock table trail in share mode");

            schools.forEach(one -> IntStream.range(0, 20).forEach(i -> isDeniedACourse(one)));
            partner(school).get("/v1/enrolments").then().statusCode(200);

            other.rollback();
        }

        await().untilAsserted(() -> assertThat(schools.stream()
                                .mapToInt(one -> requests(entries("institution", one, "kind", "denial")))
                                .sum()
                        + requests(uncounted()))
                .isEqualTo(12 * 20));
    }

    @Test
    void while_the_database_takes_no_entries_only_who_has_filled_its_places_is_refused() throws SQLException {
        String greedy = school();
        try (Connection other = QadamBackends.database().dataSource().getConnection();
                Statement statement = other.createStatement()) {
            other.setAutoCommit(false);
            statement.execute("lock table trail in share mode");

            List<Integer> answers = IntStream.range(1, 60)
                    .mapToObj(i ->
                            partner(greedy).get("/v1/enrolments?limit=" + i).statusCode())
                    .toList();

            assertThat(answers).startsWith(200).endsWith(503).containsOnly(200, 503);
            partner(school).get("/v1/enrolments").then().statusCode(200);
            other.rollback();
        }
        await().untilAsserted(() ->
                partner(greedy).get("/v1/enrolments?limit=100").then().statusCode(200));
    }

    /** In how many minutes the requests of this test may lie. */
    private int minutesSinceTheBeginning() {
        return 2 + (int) (Duration.between(begun, Instant.now()).toSeconds() / SECONDS);
    }

    private static void isDeniedACourse(String school) {
        partner(school).body("{}").put("/v1/courses/none").then().statusCode(403);
    }

    private JsonPath reads(String address) {
        return partner(school).get(address).then().statusCode(200).extract().jsonPath();
    }

    /** Reads the list until it is asked once for what is new and there is nothing. */
    private String endOfList() {
        String cursor = reads("/v1/enrolments").getString("cursor");
        JsonPath page = reads("/v1/enrolments?cursor=" + cursor);
        while (!page.getList("items").isEmpty()) {
            cursor = page.getString("cursor");
            page = reads("/v1/enrolments?cursor=" + cursor);
        }
        return cursor;
    }

    private List<Map<String, Object>> denials() {
        return entries("institution", school, "kind", "denial");
    }

    private List<Map<String, Object>> reads() {
        return entries("institution", school, "kind", "read");
    }

    private List<Map<String, Object>> uncounted() {
        return entries("outcome", "counted", "from", begun.toString());
    }

    /** How many requests the entries are about. */
    private static int requests(List<Map<String, Object>> entries) {
        return entries.stream()
                .mapToInt(entry -> Objects.equals(entry.get("outcome"), "done")
                        ? 1
                        : (Integer) Objects.requireNonNullElse(entry.get("items"), 1))
                .sum();
    }

    private static int emptyPollsOf(String caller) throws JsonProcessingException {
        int requests = 0;
        for (Map<String, Object> entry : entries("outcome", "nothing-new", "action", "GET /v1/enrolments")) {
            JsonNode byCaller = new ObjectMapper().readTree((String) entry.get("text"));
            requests += byCaller.path(caller).asInt();
        }
        return requests;
    }

    /** The entries about this, each filter being a name and a value. */
    private static List<Map<String, Object>> entries(String... filters) {
        var request = auditor().queryParam("limit", 1000);
        for (int i = 0; i < filters.length; i += 2) {
            request = request.queryParam(filters[i], filters[i + 1]);
        }
        return request.get(PATH).then().statusCode(200).extract().jsonPath().getList("items");
    }
}
