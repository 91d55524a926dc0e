package kz.qadam.system;

import static io.restassured.RestAssured.given;
import static kz.qadam.system.Qadam.soon;
import static org.assertj.core.api.Assertions.assertThat;

import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** An auditor, who reads exact figures and counts them again. */
record Auditor(RequestSpecification reporting) {

    /** All figures by cohort, total, region and institution, as they are now. */
    Figures figures() {
        JsonPath progress = get("/v1/progress").jsonPath();
        Map<String, Figure> at = new HashMap<>();
        List<Map<String, Object>> everywhere = new ArrayList<>(progress.getList("cohorts"));
        everywhere.add(get("/v1/progress/total").jsonPath().getMap(""));
        for (Map<String, Object> cohort : everywhere) {
            String code = cohort.get("cohort").toString();
            at.put(code, figure(cohort));
            for (String by : List.of("region", "institution")) {
                cells(code, by).forEach(cell -> at.put(code + " " + cell.get("key"), figure(cell)));
            }
        }
        return new Figures(at, progress.getLong("total.people"));
    }

    private List<Map<String, Object>> cells(String cohort, String by) {
        return get("/v1/progress/" + cohort + "/breakdown?by=" + by).jsonPath().getList("cells");
    }

    private static Figure figure(Map<String, Object> members) {
        return new Figure(number(members, "enrolled"), number(members, "completions"), number(members, "trained"));
    }

    private static long number(Map<String, Object> members, String name) {
        return ((Number) members.get(name)).longValue();
    }

    /** Waits until the figures have grown by these, and are final. */
    void sees(Figures grown, Figures before) {
        soon().untilAsserted(() -> {
            assertThat(figures().since(before)).isEqualTo(grown);
            assertThat(because()).isEmpty();
        });
    }

    /** Why the figures are provisional; nothing if they are not. */
    List<String> because() {
        JsonPath progress = get("/v1/progress").jsonPath();
        List<String> codes = progress.getList("because.code");
        assertThat(progress.getBoolean("provisional")).isEqualTo(!codes.isEmpty());
        return codes;
    }

    /** A recount of everything finds what the figures say, and nothing is in flight. */
    void findsThatTheRecountMatches() {
        soon().untilAsserted(() -> {
            JsonPath recount = post("/v1/audit/recounts", "{}")
                    .then()
                    .statusCode(200)
                    .extract()
                    .jsonPath();
            assertThat(recount.getList("differences")).isEmpty();
            assertThat(recount.getBoolean("matches")).isTrue();
            assertThat(recount.getInt("inFlight.learners")).isZero();
            assertThat(recount.getList("inFlight.cohorts")).isEmpty();
        });
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
