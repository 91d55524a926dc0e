package kz.qadam.enrolment.restore;

import static kz.qadam.enrolment.Caller.administrator;
import static kz.qadam.enrolment.Caller.anybody;
import static kz.qadam.enrolment.Caller.auditor;
import static kz.qadam.enrolment.Caller.createCohort;
import static kz.qadam.enrolment.Caller.enrol;
import static kz.qadam.enrolment.Caller.enrolment;
import static kz.qadam.enrolment.Caller.fresh;
import static kz.qadam.enrolment.Caller.institution;
import static kz.qadam.enrolment.Caller.office;
import static kz.qadam.enrolment.Caller.put;
import static kz.qadam.enrolment.Caller.withdraw;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import kz.qadam.chassis.events.kafka.DeliveredEvent;
import kz.qadam.enrolment.DatabaseFixture;
import org.junit.jupiter.api.Test;

/** What the office has put into the catalogue in the lost hour. */
@QuarkusTest
class AdoptedCatalogueTest extends LostHour {

    private static final String COHORT = """
            {"names": {"kk": "Мұғалімдер", "ru": "Учителя", "en": "Teachers"}, "target": 1000,
             "requirement": {"courses": ["%s"], "minCourses": 1}, "validFrom": "2026-03-01", "reason": "Order 22",
             "plan": {"milestones": [{"on": "2028-09-08", "percent": 54.5}, {"on": "2029-09-08", "trained": 900}],
                      "season": [1, 1, 1, 1, 1, 0, 0, 0, 1, 1, 1, 1]}}
            """;

    private static void undo(String... statements) {
        List.of(statements).forEach(DatabaseFixture::execute);
    }

    private static void forgetCohort(String code) {
        undo(
                "delete from cohort_version where cohort = '%s'".formatted(code),
                "delete from cohort where code = '%s'".formatted(code));
    }

    private static String shown(String path) {
        return anybody().get(path).asString();
    }

    private static String shownToAuditor(String path) {
        return auditor().get(path).asString();
    }

    @Test
    void a_course_is_known_again() {
        String before = shown("/v1/courses/" + course);
        List<DeliveredEvent> published = events("course/" + course);
        undo("delete from course where code = '%s'".formatted(course));

        restore(published);

        assertThat(shown("/v1/courses/" + course)).isEqualTo(before);
        enrol(school, enrolment("E-1", course, iin)).statusCode(201);
    }

    @Test
    void a_cohort_is_known_again_with_its_requirement_and_its_plan() {
        String code = fresh("cohort");
        createCohort(code, COHORT.formatted(course)).statusCode(201);
        String before = shown("/v1/cohorts/" + code + "?on=2026-03-01");
        List<DeliveredEvent> published = events("cohort/" + code);
        forgetCohort(code);

        restore(published);
        restore(published);

        assertThat(shown("/v1/cohorts/" + code + "?on=2026-03-01").replace("\"restored\"", "\"Order 22\""))
                .isEqualTo(before);
        assertThat(read(Long.class, "select count(*) from cohort_version where cohort = ?", code))
                .isEqualTo(2);
        assertThat(published("cohort/" + code)).isEqualTo(published.size());
    }

    @Test
    void a_cohort_that_was_withdrawn_is_withdrawn_again() {
        String code = fresh("cohort");
        createCohort(code, COHORT.formatted(course)).statusCode(201);
        List<DeliveredEvent> created = events("cohort/" + code);
        withdraw(code, "*").statusCode(204);
        List<DeliveredEvent> all = events("cohort/" + code);
        forgetCohort(code);
        restore(created);
        anybody().get("/v1/cohorts/" + code).then().statusCode(200);

        restore(all);

        anybody().get("/v1/cohorts/" + code).then().statusCode(404);
        createCohort(code, COHORT.formatted(course)).statusCode(201);
    }

    @Test
    void an_institution_is_known_again_in_its_newest_state() {
        put("/v1/institutions/" + school, "*", institution("active", "\"KZ-71\""))
                .statusCode(200);
        String before = shownToAuditor("/v1/institutions/" + school);
        List<DeliveredEvent> published = events("institution/" + school);
        undo("delete from institution where code = '%s'".formatted(school));

        restore(published);

        assertThat(shownToAuditor("/v1/institutions/" + school)).isEqualTo(before);
        restore(published.subList(0, 1));
        assertThat(shownToAuditor("/v1/institutions/" + school)).isEqualTo(before);
    }

    @Test
    void what_an_institution_has_declared_is_in_force_again() {
        administrator(school)
                .body("{\"basis\": \"law\", \"since\": \"2026-01-01\", \"document\": \"Form 3\"}")
                .put("/v1/institutions/" + school + "/bases/pupils")
                .then()
                .statusCode(201);
        List<DeliveredEvent> published = events("institution/" + school);
        undo(
                "delete from declared_basis where institution = '%s'".formatted(school),
                "update institution set version = 1 where code = '%s'".formatted(school));

        restore(published);
        restore(published);

        assertThat(read(
                        String.class,
                        "select string_agg(cohort || ' ' || basis || ' ' || since || ' ' || document, ',') from declared_basis"
                                + " where institution = ?",
                        school))
                .isEqualTo("pupils LAW 2026-01-01 restored");
    }

    @Test
    void the_programme_gets_its_lost_version() {
        String current = office().get("/v1/programme").asString();
        put("/v1/programme", "*", current.replace("2030-12-31", "2031-12-31")).statusCode(200);
        try {
            List<DeliveredEvent> published = events("programme/ai-skills");
            int version = read(Integer.class, "select max(version) from programme_version");
            undo(
                    "delete from programme_milestone where programme_version in (select id from programme_version where version = %d)"
                            .formatted(version),
                    "delete from programme_version where version = %d".formatted(version),
                    "update programme set version = version - 1");

            restore(published);

            anybody().get("/v1/programme").then().body("horizon", equalTo("2031-12-31"));
        } finally {
            put("/v1/programme", "*", current).statusCode(200);
        }
    }
}
