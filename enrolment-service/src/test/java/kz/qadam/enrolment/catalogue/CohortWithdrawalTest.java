package kz.qadam.enrolment.catalogue;

import static kz.qadam.enrolment.Caller.anybody;
import static kz.qadam.enrolment.Caller.cohort;
import static kz.qadam.enrolment.Caller.corrects;
import static kz.qadam.enrolment.Caller.course;
import static kz.qadam.enrolment.Caller.createCohort;
import static kz.qadam.enrolment.Caller.enrol;
import static kz.qadam.enrolment.Caller.enrolled;
import static kz.qadam.enrolment.Caller.enrolment;
import static kz.qadam.enrolment.Caller.fresh;
import static kz.qadam.enrolment.Caller.partner;
import static kz.qadam.enrolment.Caller.put;
import static kz.qadam.enrolment.Caller.school;
import static kz.qadam.enrolment.Caller.withdraw;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import kz.qadam.chassis.testing.PublishedEvent;
import kz.qadam.enrolment.People;
import kz.qadam.enrolment.Published;
import kz.qadam.local.QadamBackends;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The office withdraws a cohort in which nobody was ever enrolled. */
@QuarkusTest
@QuarkusTestResource(QadamBackends.class)
class CohortWithdrawalTest {

    private String code;

    @BeforeEach
    void create_a_cohort() {
        code = cohort();
    }

    @Test
    void a_withdrawn_cohort_is_found_nowhere() {
        withdraw(code, "\"1\"").statusCode(204);

        anybody().get("/v1/cohorts/" + code).then().statusCode(404);
        anybody().get("/v1/cohorts/" + code + "/versions").then().statusCode(404);
        assertThat(anybody().get("/v1/cohorts").jsonPath().getList("items.code"))
                .doesNotContain(code);
    }

    @Test
    void a_withdrawn_cohort_is_neither_changed_nor_withdrawn_again() {
        withdraw(code, "*").statusCode(204);

        put("/v1/cohorts/" + code, "*", cohort("2000-01-01", "1")).statusCode(404);
        withdraw(code, "*").statusCode(404);
    }

    @Test
    void nobody_is_enrolled_in_a_withdrawn_cohort() {
        withdraw(code, "*").statusCode(204);

        enrol(school(), enrolment("E-1", course(), code, People.iin()))
                .statusCode(422)
                .body("errors.code", contains("unknown-cohort"));
    }

    @Test
    void a_withdrawal_needs_a_tag() {
        withdraw(code, null).statusCode(428);
    }

    @Test
    void a_withdrawal_needs_the_tag_of_the_current_state() {
        withdraw(code, "\"7\"").statusCode(412);
    }

    @Test
    void a_cohort_that_was_never_created_is_not_withdrawn() {
        withdraw(fresh("cohort"), "*").statusCode(404);
    }

    @Test
    void a_cohort_is_created_again_without_what_it_was() {
        String code = fresh("cohort");
        createCohort(code, cohort("2027-01-01", "1000")).statusCode(201);
        withdraw(code, "\"2\"").statusCode(204);

        createCohort(code, cohort("2028-01-01", "500")).statusCode(201).header("ETag", "\"5\"");

        anybody().get("/v1/cohorts/" + code + "?on=2027-06-01").then().body("target", nullValue());
        anybody().get("/v1/cohorts/" + code + "?on=2028-06-01").then().body("target", equalTo(500));
        anybody().get("/v1/cohorts/" + code + "/versions").then().body("items.version", contains(4, 5));
    }

    @Test
    void a_cohort_with_an_enrolment_stays() {
        enrolled(school(), enrolment("E-1", course(), code, People.iin()));

        withdraw(code, "*").statusCode(409).body("type", endsWith("/problems/in-use"));
    }

    @Test
    void a_cohort_stays_even_if_its_only_enrolment_was_corrected() {
        String school = school();
        enrolled(school, enrolment("E-1", course(), code, People.iin()));
        corrects(school, "E-1", "\"cohort\": \"pupils\"").statusCode(200);

        withdraw(code, "*").statusCode(409);
    }

    @Test
    void a_dry_run_of_an_enrolment_keeps_no_cohort() {
        partner(school())
                .body(enrolment("E-1", course(), code, People.iin()))
                .post("/v1/enrolments?dryRun=true")
                .then()
                .statusCode(200);

        withdraw(code, "*").statusCode(204);
    }

    @Test
    void others_hear_that_a_cohort_was_withdrawn() {
        withdraw(code, "*").statusCode(204);

        await().untilAsserted(() -> {
            JsonNode event = newest(code);
            assertThat(event.get("withdrawn").asBoolean()).isTrue();
            assertThat(event.at("/versions")).hasSize(1);
            assertThat(event.at("/versions/0/target").isNull()).isTrue();
        });
    }

    @Test
    void others_hear_that_a_withdrawn_cohort_exists_again() {
        withdraw(code, "*").statusCode(204);

        createCohort(code, cohort("2026-09-01", "500")).statusCode(201);

        await().untilAsserted(() -> {
            JsonNode event = newest(code);
            assertThat(event.has("withdrawn")).isFalse();
            assertThat(event.findValuesAsText("validFrom")).containsExactly("2000-01-01", "2026-09-01");
            assertThat(event.get("version").asInt()).isEqualTo(4);
        });
    }

    private static JsonNode newest(String cohort) {
        List<PublishedEvent> events = Published.about("cohort/" + cohort);
        assertThat(events).isNotEmpty();
        return events.get(events.size() - 1).data();
    }
}
