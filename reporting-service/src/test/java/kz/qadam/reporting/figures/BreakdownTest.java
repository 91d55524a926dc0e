package kz.qadam.reporting.figures;

import static io.restassured.RestAssured.given;
import static kz.qadam.reporting.Asked.exact;
import static kz.qadam.reporting.Asked.recount;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import kz.qadam.local.Tokens;
import kz.qadam.reporting.Events;
import kz.qadam.reporting.Reported;
import kz.qadam.reporting.ReportingTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@ReportingTest
class BreakdownTest {

    private final UUID learner = UUID.randomUUID();

    @BeforeEach
    void seed() {
        Events.seed();
    }

    @Test
    void one_who_completed_two_courses_counts_in_both_and_once_among_the_completed() {
        Events.course("BD-1", 20, "big-data", 1);
        Events.cohort("courses", 10L);
        completion("courses", "AI-101", "2026-05-01").told().trains();
        completion("courses", "BD-1", "2026-05-31").told();

        await().untilAsserted(() -> exact("/v1/progress/courses/breakdown", "by", "course")
                .statusCode(200)
                .body("by", is("course"))
                .body("additive.trained", is(true))
                .body("additive.completions", is(true))
                .body("additive.completed", is(false))
                .body("additive.enrolled", is(false))
                .body("cells.key", contains("AI-101", "BD-1"))
                .body("cells.completed", contains(1, 1))
                .body("cells.completions", contains(1, 1))
                .body("cells.trained", contains(1, 0))
                .body("cells[1].names.en", is("=C")));
        exact("/v1/progress/courses").body("completed", is(1)).body("completions", is(2));
        exact("/v1/progress/courses/breakdown", "by", "course", "on", "2026-05-30")
                .body("cells.key", contains("AI-101"));
        exact("/v1/progress/courses/breakdown", "by", "area")
                .body("cells", hasSize(4))
                .body("cells.find { it.key == 'big-data' }.completed", is(1))
                .body("cells.find { it.key == 'big-data' }.names.ru", is("Большие данные"))
                .body("cells.find { it.key == 'platform-economy' }.completed", is(0));
    }

    @Test
    void an_area_follows_its_course_and_the_past_stays_where_it_was() {
        Events.cohort("areas", 10L);
        Events.enrolled(learner, "areas", "KZ-75", "school-42");
        completion("areas", "LATE-1", "2026-05-01").told().trains();
        await().untilAsserted(() -> exact("/v1/progress/areas/breakdown", "by", "area")
                .body("cells.find { it.key == 'unknown' }.trained", is(1)));
        String then = exact("/v1/progress").extract().path("asOf");

        Events.course("LATE-1", 20, "digitalisation", 1);

        await().untilAsserted(() -> exact("/v1/progress/areas/breakdown", "by", "area")
                .body("cells.find { it.key == 'digitalisation' }.trained", is(1))
                .body("cells.find { it.key == 'digitalisation' }.completed", is(1))
                .body("cells.find { it.key == 'digitalisation' }.completions", is(1))
                .body("cells.find { it.key == 'unknown' }", nullValue()));
        exact("/v1/progress/areas/breakdown", "by", "area", "asOf", then)
                .body("cells.find { it.key == 'unknown' }.trained", is(1));
        Events.course("LATE-1", 20, "big-data", 2);
        await().untilAsserted(() -> exact("/v1/progress/areas/breakdown", "by", "area")
                .body("cells.find { it.key == 'big-data' }.completed", is(1)));
        recount(Map.of("cohort", "areas")).body("matches", is(true));
    }

    @Test
    void an_area_follows_its_course_before_anybody_has_completed_it() {
        Events.cohort("areas-enrolled", 10L);
        Events.course("MOVED-1", 20, "digitalisation", 1);
        Events.enrolment(
                "enrolled", UUID.randomUUID(), learner, "MOVED-1", "areas-enrolled", "KZ-75", "school-42", null, 1);
        await().untilAsserted(() -> exact("/v1/progress/areas-enrolled/breakdown", "by", "area")
                .body("cells.find { it.key == 'digitalisation' }.enrolled", is(1)));

        Events.course("MOVED-1", 20, "big-data", 2);

        await().untilAsserted(() -> exact("/v1/progress/areas-enrolled/breakdown", "by", "area")
                .body("cells.find { it.key == 'big-data' }.enrolled", is(1))
                .body("cells.find { it.key == 'digitalisation' }.enrolled", is(0)));
        recount(Map.of("cohort", "areas-enrolled")).body("matches", is(true));
    }

    @Test
    void a_kind_follows_its_institution_and_the_past_stays_where_it_was() {
        Events.cohort("kinds", 10L);
        Events.enrolled(learner, "kinds", "KZ-75", "late-school");
        Reported.of(learner, "kinds", "KZ-75", "late-school", "2026-05-01")
                .told()
                .trains();
        await().untilAsserted(() -> exact("/v1/progress/kinds/breakdown", "by", "kind")
                .body("cells.find { it.key == 'unknown' }.trained", is(1)));
        String then = exact("/v1/progress").extract().path("asOf");

        Events.institution("late-school", 1, "active");

        await().untilAsserted(() -> exact("/v1/progress/kinds/breakdown", "by", "kind")
                .body("by", is("kind"))
                .body("cells.key", contains("agency", "company", "school", "training-centre", "university"))
                .body("cells.find { it.key == 'school' }.trained", is(1))
                .body("cells.find { it.key == 'school' }.completed", is(1))
                .body("cells.find { it.key == 'school' }.completions", is(1))
                .body("cells.find { it.key == 'school' }.enrolled", is(1))
                .body("cells.find { it.key == 'school' }.names.ru", is("Школа")));
        exact("/v1/progress/kinds/breakdown", "by", "kind", "asOf", then)
                .body("cells.find { it.key == 'unknown' }.trained", is(1));
        recount(Map.of("cohort", "kinds")).body("matches", is(true));
    }

    @Test
    void an_institution_of_another_kind_takes_its_people_along_once() {
        Events.cohort("kinds-moved", 10L);
        Events.institution("moved-school", "school", "School", "KZ-75", "active", 1);
        Events.institution("other-school", "school", "School", "KZ-75", "active", 1);
        Events.enrolled(learner, "kinds-moved", "KZ-75", "moved-school");
        Events.enrolled(learner, "kinds-moved", "KZ-75", "other-school");
        await().untilAsserted(() -> exact("/v1/progress/kinds-moved/breakdown", "by", "kind")
                .body("cells.find { it.key == 'school' }.enrolled", is(1)));

        Events.institution("moved-school", "university", "University", "KZ-75", "active", 2);

        await().untilAsserted(() -> exact("/v1/progress/kinds-moved/breakdown", "by", "kind")
                .body("cells.find { it.key == 'university' }.enrolled", is(1))
                .body("cells.find { it.key == 'school' }.enrolled", is(1)));
        recount(Map.of("cohort", "kinds-moved")).body("matches", is(true));
    }

    @Test
    void what_claims_to_add_up_does() {
        Events.cohort("additive", 10L);
        for (int i = 0; i < 6; i++) {
            UUID one = UUID.randomUUID();
            String region = i % 2 == 0 ? "KZ-75" : "KZ-71";
            Events.enrolled(one, "additive", region, "school-" + i % 3);
            Reported.of(one, "additive", region, "school-" + i % 3, "2026-05-01")
                    .told()
                    .trains();
            Reported.of(one, "additive", "KZ-10", "school-9", "2026-06-01").told();
        }
        await().untilAsserted(() ->
                exact("/v1/progress/additive").body("trained", is(6)).body("completions", is(12)));

        for (String by : List.of("region", "institution", "course", "area", "kind")) {
            Map<String, Integer> sums = exact("/v1/progress/additive/breakdown", "by", by)
                    .extract()
                    .path("cells.inject([trained: 0, completions: 0]) { sum, cell -> [trained: sum.trained"
                            + " + cell.trained, completions: sum.completions + cell.completions] }");
            assertThat(sums).as(by).isEqualTo(Map.of("trained", 6, "completions", 12));
        }
    }

    @Test
    void a_breakdown_is_a_table_too() {
        Events.cohort("table", 10L);
        completion("table", "AI-101", "2026-05-31").told().trains();
        await().untilAsserted(() -> exact("/v1/progress/table").body("trained", is(1)));

        String csv = given().auth()
                .oauth2(Tokens.of("viewer"))
                .accept("text/csv")
                .get("/v1/progress/table/breakdown?by=course&on=2026-06-01")
                .then()
                .statusCode(200)
                .contentType("text/csv; charset=UTF-8")
                .extract()
                .asString();

        assertThat(csv)
                .startsWith("\uFEFFasOf,on,provisional,cohort,by,key,name_kk,name_ru,name_en,enrolled,completed,"
                        + "completions,trained\r\n")
                .endsWith(",2026-06-01,false,table,course,AI-101,К,К,'=C,0,1,1,1\r\n");
        String same = given().auth()
                .oauth2(Tokens.of("viewer"))
                .get("/v1/progress/table/breakdown?by=course&on=2026-06-01&format=csv")
                .asString();
        assertThat(same).isEqualTo(csv);
        exact("/v1/progress/table/breakdown", "by", "course", "format", "xml")
                .statusCode(400)
                .body("errors[0].parameter", is("format"));
    }

    private Reported completion(String cohort, String course, String day) {
        return Reported.of(learner, cohort, "KZ-75", "school-42", day).course(course);
    }
}
