package kz.qadam.reporting.figures;

import static io.restassured.RestAssured.given;
import static kz.qadam.reporting.Asked.auditor;
import static kz.qadam.reporting.Asked.bytes;
import static kz.qadam.reporting.Asked.exact;
import static kz.qadam.reporting.Asked.now;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;

import io.restassured.path.json.JsonPath;
import java.util.Arrays;
import java.util.List;
import kz.qadam.local.Tokens;
import kz.qadam.reporting.Events;
import kz.qadam.reporting.ReportingTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@ReportingTest
class SeriesTest {

    private static final String[] SPRING = {"interval", "month", "from", "2026-02-15", "to", "2026-06-01"};

    @BeforeEach
    void seed() {
        Events.seed();
    }

    @Test
    void empty_periods_are_kept_and_what_is_to_come_is_expected_alone() {
        Events.cohort("series", 1826L);
        Events.trained("series", "KZ-75", "school-42", "2026-01-31");
        Events.trained("series", "KZ-75", "school-42", "2026-03-01");
        Events.trained("series", "KZ-71", "school-43", "2026-03-31");
        await().untilAsserted(() -> exact("/v1/progress/series").body("trained", is(3)));

        exact("/v1/progress/series/series", with(SPRING, "on", "2026-04-10"))
                .statusCode(200)
                .body("interval", is("month"))
                .body("points.period", contains("2026-02", "2026-03", "2026-04", "2026-05", "2026-06"))
                .body("points.newlyTrained", contains(0, 2, 0, null, null))
                .body("points.trained", contains(1, 3, 3, null, null))
                .body("points.expected", contains(58, 89, 99, 150, 180));
    }

    @Test
    void a_series_by_region_or_institution_has_no_plan() {
        Events.cohort("series-place", 10L);
        Events.trained("series-place", "KZ-75", "school-42", "2026-03-01");
        Events.trained("series-place", "KZ-71", "school-43", "2026-03-02");
        await().untilAsserted(() -> exact("/v1/progress/series-place").body("trained", is(2)));

        exact("/v1/progress/series-place/series", with(SPRING, "region", "KZ-71"))
                .body("region", is("KZ-71"))
                .body("points.trained", contains(0, 1, 1, 1, 1))
                .body("points.expected", everyItem(nullValue()));
        exact("/v1/progress/series-place/series", with(SPRING, "institution", "school-42"))
                .body("points.trained", contains(0, 1, 1, 1, 1));
        exact("/v1/progress/series-place/series", with(SPRING, "region", "KZ-99"))
                .statusCode(404);
        exact("/v1/progress/series-place/series", with(SPRING, "institution", "nobody"))
                .statusCode(404);
        exact("/v1/progress/series-place/series", with(SPRING, "institution", "school-42", "region", "KZ-71"))
                .statusCode(400);
    }

    @Test
    void weeks_are_those_of_iso_and_days_are_days() {
        Events.cohort("series-weeks", 10L);
        Events.trained("series-weeks", "KZ-75", "school-42", "2027-01-01");
        await().untilAsserted(() ->
                exact("/v1/progress/series-weeks", "on", "2027-01-31").body("trained", is(1)));

        exact(
                        "/v1/progress/series-weeks/series",
                        "interval",
                        "week",
                        "from",
                        "2026-12-27",
                        "to",
                        "2027-01-04",
                        "on",
                        "2027-01-31")
                .body("points.period", contains("2026-W52", "2026-W53", "2027-W01"))
                .body("points.newlyTrained", contains(0, 1, 0));
        exact(
                        "/v1/progress/series-weeks/series",
                        "interval",
                        "day",
                        "from",
                        "2026-12-31",
                        "to",
                        "2027-01-01",
                        "on",
                        "2027-01-31")
                .body("points.period", contains("2026-12-31", "2027-01-01"))
                .body("points.trained", contains(0, 1));
    }

    @Test
    void it_keeps_its_bytes_whatever_comes_later() {
        Events.cohort("series-past", 10L);
        Events.trained("series-past", "KZ-75", "school-42", "2026-03-01");
        await().untilAsserted(() -> exact("/v1/progress/series-past").body("trained", is(1)));
        String then = exact("/v1/progress").extract().path("asOf");
        String before = bytes("/v1/progress/series-past/series", with(SPRING, "asOf", then));

        Events.trained("series-past", "KZ-75", "school-42", "2026-02-01");

        await().untilAsserted(() -> exact("/v1/progress/series-past").body("trained", is(2)));
        assertThat(bytes("/v1/progress/series-past/series", with(SPRING, "asOf", then)))
                .isEqualTo(before);
        exact("/v1/progress/series-past/series", SPRING).body("points.trained", contains(1, 2, 2, 2, 2));
    }

    @Test
    void it_goes_from_the_start_of_the_programme_to_the_day_of_the_question_and_not_past_the_horizon() {
        exact("/v1/progress/total/series", "interval", "month", "on", "2026-03-31")
                .statusCode(200)
                .body("points.period", contains("2026-01", "2026-02", "2026-03"));
        exact("/v1/progress/total/series", "interval", "month", "to", "2031-01-01")
                .statusCode(400)
                .body("errors[0].parameter", is("to"));
        exact("/v1/progress/total/series", "interval", "month", "from", "2026-05-01", "to", "2026-04-01")
                .statusCode(400);
        exact("/v1/progress/total/series", "interval", "day", "from", "1900-01-01")
                .statusCode(400);
        exact("/v1/progress/total/series", "interval", "year").statusCode(400);
        exact("/v1/progress/total/series").statusCode(400);
    }

    @Test
    void the_total_of_a_day_is_the_same_in_a_series_when_targets_have_come_and_gone() {
        targetChanges("series-withdrawn", "10", "null");
        targetChanges("series-given", "null", "10");
        for (String cohort : List.of("series-withdrawn", "series-given")) {
            Events.trained(cohort, "KZ-75", "school-42", "2026-03-01");
            await().untilAsserted(() ->
                    exact("/v1/progress/" + cohort).body("trained", is(1)).body("provisional", is(false)));
        }
        Events.trained("series-given", "KZ-75", "school-42", "2026-03-01");
        await().untilAsserted(() -> exact("/v1/progress/series-given").body("trained", is(2)));
        String asOf = now();

        JsonPath series =
                JsonPath.from(bytes("/v1/progress/total/series", with(SPRING, "on", "2026-06-30", "asOf", asOf)));

        List<String> ends = List.of("2026-02-28", "2026-03-31", "2026-04-30", "2026-05-31", "2026-06-30");
        for (int i = 0; i < ends.size(); i++) {
            JsonPath total = JsonPath.from(bytes("/v1/progress/total", "on", ends.get(i), "asOf", asOf));
            assertThat(series.getInt("points[%d].trained".formatted(i)))
                    .as(ends.get(i))
                    .isEqualTo(total.getInt("trained"));
            assertThat(series.getInt("points[%d].expected".formatted(i)))
                    .as(ends.get(i))
                    .isEqualTo(total.getInt("expected"));
        }
        exact("/v1/progress/total/breakdown", "by", "area", "on", "2026-05-31", "asOf", asOf)
                .body("cells.sum { it.trained }", is(series.getInt("points[3].trained")));
        auditor("/v1/audit/evidence", "cohort", "total", "on", "2026-05-31", "asOf", asOf, "limit", "1")
                .body("total", is(series.getInt("points[3].trained")));
        auditor(
                        "/v1/audit/evidence",
                        "cohort",
                        "total",
                        "month",
                        "2026-03",
                        "on",
                        "2026-03-31",
                        "asOf",
                        asOf,
                        "limit",
                        "1")
                .body("total", is(series.getInt("points[1].newlyTrained")));
    }

    /** From June on the cohort has another target. */
    private static void targetChanges(String cohort, String before, String from) {
        Events.cohort(cohort, 2, """
                {"version": 1, "validFrom": "2000-01-01", "target": %s, "requirement": {},
                 "recordedAt": "2026-01-01T00:00:00Z"},
                {"version": 2, "validFrom": "2026-06-01", "target": %s, "requirement": {},
                 "recordedAt": "2026-01-01T00:00:00Z"}
                """.formatted(before, from));
        Events.evaluated(cohort, 1, 1, 2);
    }

    @Test
    void it_is_a_table_too() {
        Events.cohort("series-table", null);
        await().untilAsserted(() -> exact("/v1/progress/series-table").statusCode(200));

        String csv = given().auth()
                .oauth2(Tokens.of("viewer"))
                .accept("text/csv")
                .get("/v1/progress/series-table/series?interval=month&from=2026-05-01&to=2026-05-01&on=2026-05-31")
                .then()
                .contentType("text/csv; charset=UTF-8")
                .extract()
                .asString();

        assertThat(csv)
                .startsWith(
                        "\uFEFFasOf,on,provisional,cohort,region,institution,period,newlyTrained,trained,expected\r\n")
                .endsWith(",2026-05-31,false,series-table,,,2026-05,0,0,\r\n");
    }

    private static String[] with(String[] query, String... more) {
        String[] all = Arrays.copyOf(query, query.length + more.length);
        System.arraycopy(more, 0, all, query.length, more.length);
        return all;
    }
}
