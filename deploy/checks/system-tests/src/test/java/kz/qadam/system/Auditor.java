package kz.qadam.system;

import static io.restassured.RestAssured.given;
import static kz.qadam.system.Waits.soon;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * An auditor, who reads exact figures and counts them again.
 *
 * @param arrivals what the figures do not have yet
 */
record Auditor(RequestSpecification reporting, Arrivals arrivals) {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration HALF_A_SECOND = Duration.ofMillis(500);

    /** All figures by cohort, total, region and institution, when everything has arrived that was posted so far. */
    Figures figures() {
        arrivals.await();
        return figures(json("/v1/progress"));
    }

    /** All figures as of an instant. */
    Figures figures(String asOf) {
        return figures(json(at("/v1/progress", asOf)));
    }

    /** All figures of the instant of this answer: while they are read, others may arrive. */
    private Figures figures(JsonNode progress) {
        String asOf = progress.path("asOf").asText(null);
        Map<String, Figure> at = new HashMap<>();
        List<JsonNode> everywhere = new ArrayList<>();
        progress.path("cohorts").forEach(everywhere::add);
        everywhere.add(json(at("/v1/progress/total", asOf)));
        for (JsonNode cohort : everywhere) {
            String code = cohort.path("cohort").asText();
            at.put(code, figure(cohort));
            for (String by : List.of("region", "institution")) {
                json(at("/v1/progress/" + code + "/breakdown?by=" + by, asOf))
                        .path("cells")
                        .forEach(cell -> at.put(code + " " + cell.path("key").asText(), figure(cell)));
            }
        }
        return new Figures(at, progress.path("total").path("people").longValue());
    }

    /** Read by Jackson: of so many answers, the paths of REST Assured would take most of the time of a test. */
    private JsonNode json(String path) {
        try {
            return JSON.readTree(get(path).asByteArray());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The same question about this instant; there is none before the first event. */
    private static String at(String question, String asOf) {
        if (asOf == null) return question;
        return question + (question.contains("?") ? "&" : "?") + "asOf=" + asOf;
    }

    private static Figure figure(JsonNode members) {
        return new Figure(number(members, "enrolled"), number(members, "completions"), number(members, "trained"));
    }

    private static long number(JsonNode members, String name) {
        assertThat(members.path(name).isIntegralNumber()).as(name).isTrue();
        return members.path(name).longValue();
    }

    /** Waits until the figures have grown by these, and are final. */
    void sees(Figures grown, Figures before) {
        // A look is many questions.
        soon().pollInterval(HALF_A_SECOND).untilAsserted(() -> {
            JsonNode progress = json("/v1/progress");
            assertThat(figures(progress).since(before)).isEqualTo(grown);
            assertThat(because(progress)).isEmpty();
        });
    }

    /** Why the figures are provisional; nothing if they are not. */
    List<String> because() {
        return because(json("/v1/progress"));
    }

    private static List<String> because(JsonNode progress) {
        List<String> codes = progress.path("because").findValuesAsText("code");
        assertThat(progress.path("provisional").booleanValue()).isEqualTo(!codes.isEmpty());
        return codes;
    }

    /** A recount of everything finds what the figures say, and nothing is in flight. */
    void findsThatTheRecountMatches() {
        soon().atMost(Duration.ofMinutes(5)).untilAsserted(() -> {
            JsonPath recount = recount();
            assertThat(recount.getList("differences")).isEmpty();
            assertThat(recount.getBoolean("matches")).isTrue();
            assertThat(recount.getInt("inFlight.learners")).isZero();
            assertThat(recount.getList("inFlight.cohorts")).isEmpty();
        });
    }

    /** What a recount of everything finds, also if there is much to count. */
    private JsonPath recount() {
        Response[] answer = {post("/v1/audit/recounts", "{}")};
        if (answer[0].statusCode() == 202) {
            String place = answer[0].header("Location");
            soon().atMost(Duration.ofMinutes(5)).until(() -> {
                answer[0] = given().spec(reporting).get(place);
                return answer[0].statusCode() != 202;
            });
        }
        return answer[0].then().statusCode(200).extract().jsonPath();
    }

    Response get(String path) {
        Response answer = given().spec(reporting).get(path);
        answer.then().statusCode(200);
        return answer;
    }

    Response post(String path, String json) {
        return given().spec(reporting).contentType(ContentType.JSON).body(json).post(path);
    }
}
