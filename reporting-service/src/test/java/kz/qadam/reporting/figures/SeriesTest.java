package kz.qadam.reporting.figures;

import static kz.qadam.reporting.CatalogueFixture.describeCohort;
import static kz.qadam.reporting.CatalogueFixture.evaluateCohort;
import static kz.qadam.reporting.CatalogueFixture.givenCatalogue;
import static kz.qadam.reporting.CatalogueFixture.givenCohort;
import static kz.qadam.reporting.LearnerFixture.givenTrained;
import static kz.qadam.reporting.Requests.auditor;
import static kz.qadam.reporting.Requests.awaitCohort;
import static kz.qadam.reporting.Requests.awaitTrained;
import static kz.qadam.reporting.Requests.csv;
import static kz.qadam.reporting.Requests.now;
import static kz.qadam.reporting.Requests.viewer;
import static kz.qadam.reporting.Requests.viewerBody;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;

import io.restassured.path.json.JsonPath;
import java.util.List;
import java.util.UUID;
import kz.qadam.reporting.CohortVersion;
import kz.qadam.reporting.ReportingTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@ReportingTest
class SeriesTest {

    private static final String SPRING = "?interval=month&from=2026-02-15&to=2026-06-01";

    @BeforeEach
    void seed() {
        givenCatalogue();
    }

    @Test
    void empty_periods_are_kept_and_future_periods_have_only_the_plan() {
        givenCohort("series", 1826L);
        givenTrained("series", "2026-01-31");
        givenTrained("series", "2026-03-01");
        givenTrained("series", "KZ-71", "school-43", "2026-03-31");
        awaitTrained("series", 3);

        viewer("/v1/progress/series/series" + SPRING, "on", "2026-04-10")
                .statusCode(200)
                .body("interval", is("month"))
                .body("points.period", contains("2026-02", "2026-03", "2026-04", "2026-05", "2026-06"))
                .body("points.newlyTrained", contains(0, 2, 0, null, null))
                .body("points.trained", contains(1, 3, 3, null, null))
                .body("points.expected", contains(58, 89, 99, 150, 180));
    }

    @Test
    void a_series_of_a_region_has_no_plan() {
        givenCohort("series-region", 10L);
        givenTrained("series-region", "2026-03-01");
        givenTrained("series-region", "KZ-71", "school-43", "2026-03-02");
        awaitTrained("series-region", 2);

        viewer("/v1/progress/series-region/series" + SPRING, "region", "KZ-71")
                .body("region", is("KZ-71"))
                .body("points.trained", contains(0, 1, 1, 1, 1))
                .body("points.expected", everyItem(nullValue()));
    }

    @Test
    void a_series_of_an_institution_counts_its_completions_alone() {
        givenCohort("series-institution", 10L);
        givenTrained("series-institution", "2026-03-01");
        givenTrained("series-institution", "KZ-71", "school-43", "2026-03-02");
        awaitTrained("series-institution", 2);

        viewer("/v1/progress/series-institution/series" + SPRING, "institution", "school-42")
                .body("points.trained", contains(0, 1, 1, 1, 1));
    }

    @Test
    void weeks_are_those_of_iso() {
        givenCohort("series-weeks", 10L);
        givenTrained("series-weeks", "2027-01-01");

        await().untilAsserted(() -> viewer(
                        "/v1/progress/series-weeks/series?interval=week&from=2026-12-27&to=2027-01-04&on=2027-01-31")
                .body("points.period", contains("2026-W52", "2026-W53", "2027-W01"))
                .body("points.newlyTrained", contains(0, 1, 0)));
    }

    @Test
    void each_day_has_a_point() {
        givenCohort("series-days", 10L);
        givenTrained("series-days", "2027-01-01");

        await().untilAsserted(() -> viewer(
                        "/v1/progress/series-days/series?interval=day&from=2026-12-31&to=2027-01-01&on=2027-01-31")
                .body("points.period", contains("2026-12-31", "2027-01-01"))
                .body("points.trained", contains(0, 1)));
    }

    @Test
    void it_keeps_its_bytes_whatever_comes_later() {
        givenCohort("series-past", 10L);
        givenTrained("series-past", "2026-03-01");
        awaitTrained("series-past", 1);
        String then = now();
        String before = viewerBody("/v1/progress/series-past/series" + SPRING, "asOf", then);

        givenTrained("series-past", "2026-02-01");

        awaitTrained("series-past", 2);
        assertThat(viewerBody("/v1/progress/series-past/series" + SPRING, "asOf", then))
                .isEqualTo(before);
        viewer("/v1/progress/series-past/series" + SPRING).body("points.trained", contains(1, 2, 2, 2, 2));
    }

    @Test
    void it_goes_from_the_start_of_the_programme_to_the_day_of_the_question() {
        viewer("/v1/progress/total/series?interval=month&on=2026-03-31")
                .statusCode(200)
                .body("points.period", contains("2026-01", "2026-02", "2026-03"));
    }

    @ParameterizedTest
    @CsvSource({
        "interval=month&to=2031-01-01, to",
        "interval=month&from=2026-05-01&to=2026-04-01, to",
        "interval=day&from=1900-01-01, from",
        "interval=year, interval",
        "on=2026-05-31, interval",
        "interval=month&institution=school-42&region=KZ-71, institution"
    })
    void a_period_or_a_place_that_cannot_be_shown_is_refused(String query, String parameter) {
        viewer("/v1/progress/total/series?" + query).statusCode(400).body("errors[0].parameter", is(parameter));
    }

    @ParameterizedTest
    @CsvSource({"region=KZ-99", "institution=nobody"})
    void an_unknown_place_is_not_found(String query) {
        viewer("/v1/progress/total/series?interval=month&" + query).statusCode(404);
    }

    @Test
    void the_total_of_a_day_is_the_same_in_a_series_when_targets_have_come_and_gone() {
        String asOf = givenChangedTargets();

        JsonPath series = series(asOf);

        List<String> ends = List.of("2026-02-28", "2026-03-31", "2026-04-30", "2026-05-31", "2026-06-30");
        for (int i = 0; i < ends.size(); i++) {
            JsonPath total = JsonPath.from(viewerBody("/v1/progress/total", "on", ends.get(i), "asOf", asOf));
            for (String member : List.of("trained", "expected")) {
                assertThat(series.getInt("points[%d].%s".formatted(i, member)))
                        .as(member + " on " + ends.get(i))
                        .isEqualTo(total.getInt(member));
            }
        }
    }

    @Test
    void the_areas_of_a_day_add_up_to_the_series_when_targets_have_come_and_gone() {
        String asOf = givenChangedTargets();

        viewer("/v1/progress/total/breakdown", "by", "area", "on", "2026-05-31", "asOf", asOf)
                .body("cells.sum { it.trained }", is(series(asOf).getInt("points[3].trained")));
    }

    @Test
    void the_records_of_a_day_and_of_a_month_are_as_many_as_the_series_has_when_targets_have_come_and_gone() {
        String asOf = givenChangedTargets();

        auditor("/v1/audit/evidence?cohort=total&limit=1", "on", "2026-05-31", "asOf", asOf)
                .body("total", is(series(asOf).getInt("points[3].trained")));
        auditor("/v1/audit/evidence?cohort=total&limit=1&month=2026-03", "on", "2026-03-31", "asOf", asOf)
                .body("total", is(series(asOf).getInt("points[1].newlyTrained")));
    }

    /** From June on one cohort has no target any more, and another one has its first; returns the instant. */
    private static String givenChangedTargets() {
        String run = UUID.randomUUID().toString();
        givenTargets("series-withdrawn-" + run, 10L, null);
        givenTargets("series-given-" + run, null, 10L);
        givenTrained("series-withdrawn-" + run, "2026-03-01");
        givenTrained("series-given-" + run, "2026-03-01");
        givenTrained("series-given-" + run, "2026-03-01");
        awaitTrained("series-withdrawn-" + run, 1);
        awaitTrained("series-given-" + run, 2);
        return now();
    }

    private static void givenTargets(String cohort, Long before, Long fromJune) {
        describeCohort(
                cohort,
                CohortVersion.of(1, before),
                CohortVersion.of(2, fromJune).from("2026-06-01"));
        evaluateCohort(cohort, 1, 2);
    }

    private static JsonPath series(String asOf) {
        return JsonPath.from(viewerBody("/v1/progress/total/series" + SPRING, "on", "2026-06-30", "asOf", asOf));
    }

    @Test
    void it_is_a_table_too() {
        givenCohort("series-table", null);
        awaitCohort("series-table");

        String csv = csv("/v1/progress/series-table/series?interval=month&from=2026-05-01&to=2026-05-01&on=2026-05-31");

        assertThat(csv)
                .startsWith(
                        "\uFEFFasOf,on,provisional,cohort,region,institution,period,newlyTrained,trained,expected\r\n")
                .endsWith(",2026-05-31,false,series-table,,,2026-05,0,0,\r\n");
    }
}
