package kz.qadam.enrolment.restore;

import static kz.qadam.enrolment.Caller.auditor;
import static kz.qadam.enrolment.Caller.enrol;
import static kz.qadam.enrolment.Caller.enrolment;
import static kz.qadam.enrolment.Caller.office;
import static kz.qadam.enrolment.Caller.partner;
import static kz.qadam.enrolment.Caller.post;
import static kz.qadam.enrolment.Caller.school;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import kz.qadam.enrolment.Concurrently;
import kz.qadam.enrolment.People;
import kz.qadam.enrolment.learners.Identity;
import kz.qadam.enrolment.learners.Learners;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Institutions send again the numbers of learners whom the restored database knows without one. */
@QuarkusTest
class NumberSentAgainTest extends LostHour {

    @Inject
    Learners learners;

    private String other;
    private String id;
    private String others;
    private String learner;
    private List<String> said;

    @BeforeEach
    void lose_the_number_of_somebody_whom_two_schools_have_enrolled() {
        other = school();
        ValidatableResponse enrolled =
                enrol(school, enrolment("E-1", course, iin)).statusCode(201);
        id = enrolled.extract().path("id");
        learner = enrolled.extract().path("learnerId");
        others =
                enrol(other, inRegion("F-1", "KZ-71")).statusCode(201).extract().path("id");
        said = loseAndRestore(List.of(learner), id, others);
    }

    private String inRegion(String reference, String region) {
        return enrolment(reference, course, iin)
                .replace("\"enrolledOn\"", "\"region\": \"" + region + "\", \"enrolledOn\"");
    }

    private static void isMissing(String institution, String... ids) {
        partner(institution)
                .get("/v1/enrolments?numberMissing=true")
                .then()
                .statusCode(200)
                .body("items.id", ids.length == 0 ? empty() : contains(ids));
    }

    @Test
    void each_institution_is_named_with_how_many_numbers_it_has_to_send() {
        assertThat(said)
                .contains(
                        school + " has to send the numbers of 1 learners again, under the same references",
                        other + " has to send the numbers of 1 learners again, under the same references");
        isMissing(school, id);
        isMissing(other, others);
        partner(school).get("/v1/enrolments?numberMissing=false").then().body("items", empty());
        partner(school).get("/v1/enrolments?numberMissing=perhaps").then().statusCode(400);
    }

    @Test
    void what_is_sent_again_is_a_duplicate_and_brings_the_number() {
        enrol(school, enrolment("E-1", course, iin)).statusCode(200).body("learnerId", equalTo(learner));

        isMissing(school);
        isMissing(other);
        enrol(school(), enrolment("G-1", course, iin)).statusCode(201).body("learnerId", equalTo(learner));
        enrol(school, enrolment("E-1", course, iin)).statusCode(200);
    }

    @Test
    void the_second_institution_finds_the_number_of_the_first() {
        enrol(school, enrolment("E-1", course, iin)).statusCode(200);

        enrol(other, inRegion("F-1", "KZ-71")).statusCode(200).body("learnerId", equalTo(learner));
    }

    @Test
    void of_two_who_send_the_number_at_once_the_second_finds_it() {
        var person = new Identity.Personal("iin:" + iin);

        var both = Concurrently.meet(
                database,
                handle -> learners.enter(handle, Map.of(UUID.fromString(learner), person), Instant.now()),
                () -> enrol(other, inRegion("F-1", "KZ-71")).extract().statusCode());

        assertThat(both.first()).isEmpty();
        assertThat(both.second()).isEqualTo(200);
        assertThat(read(Long.class, "select count(*) from learner_key where learner_id = cast(? as uuid)", learner))
                .isEqualTo(1);
    }

    @Test
    void a_new_learner_who_comes_at_once_with_the_number_is_merged() {
        var person = new Identity.Personal("iin:" + iin);

        var both = Concurrently.meet(
                database,
                handle -> learners.admit(handle, Set.of(person), Instant.now())
                        .ids()
                        .get(person),
                () -> enrol(school, enrolment("E-1", course, iin)).extract().statusCode());

        assertThat(both.second()).isEqualTo(200);
        enrol(other, inRegion("F-1", "KZ-71")).statusCode(200);
        await().untilAsserted(() -> auditor()
                .get("/v1/learner-merges/" + learner)
                .then()
                .body("surviving", equalTo(both.first().toString())));
    }

    @Test
    void a_table_that_is_sent_again_is_full_of_duplicates() {
        String table = "reference,course,cohort,iin,enrolledOn\nE-1,%s,pupils,%s,2026-02-01\n".formatted(course, iin);

        partner(school)
                .contentType("text/csv")
                .body(table)
                .post("/v1/enrolments/batch")
                .then()
                .statusCode(207)
                .body("results.status", contains("duplicate"));
        isMissing(school);
    }

    @Test
    void a_region_that_was_sent_is_known_again() {
        enrol(other, inRegion("F-1", "KZ-75")).statusCode(409);
        enrol(other, inRegion("F-1", "KZ-71")).statusCode(200);

        enrol(other, enrolment("F-1", course, iin)).statusCode(409);
        enrol(other, inRegion("F-1", "KZ-71")).statusCode(200);
        assertThat(read(String.class, "select sent_region from enrolment where id = cast(? as uuid)", others))
                .isEqualTo("KZ-71");
    }

    @Test
    void another_enrolment_under_the_reference_is_a_conflict_and_brings_no_number() {
        enrol(school, enrolment("E-1", course, People.iin()).replace("2026-02-01", "2026-02-02"))
                .statusCode(409);

        isMissing(school, id);
    }

    @Test
    void a_dry_run_brings_no_number() {
        post(school, "enrolments?dryRun=true", enrolment("E-1", course, iin))
                .statusCode(200)
                .body("status", equalTo("duplicate"));

        isMissing(school, id);
    }

    @Test
    void a_number_that_another_learner_has_by_then_leads_to_a_merge() {
        String newcomer = enrol(school, enrolment("E-2", course, iin))
                .statusCode(201)
                .extract()
                .path("learnerId");
        assertThat(newcomer).isNotEqualTo(learner);

        enrol(school, enrolment("E-1", course, iin)).statusCode(200);
        enrol(other, inRegion("F-1", "KZ-71")).statusCode(200);

        await().untilAsserted(() -> auditor()
                .get("/v1/learner-merges/" + learner)
                .then()
                .statusCode(200)
                .body("surviving", equalTo(newcomer))
                .body("decidedBy", equalTo("restored"))
                .body("reason", equalTo("The same number was sent again after the database was restored"))
                .body("enrolments", equalTo(2)));
        enrol(school, enrolment("E-1", course, iin)).statusCode(200).body("learnerId", equalTo(newcomer));
        enrol(other, inRegion("F-1", "KZ-71")).statusCode(200).body("learnerId", equalTo(newcomer));
        isMissing(school);
        isMissing(other);
    }

    @Test
    void a_number_that_one_of_two_institutions_sends_does_not_merge_the_enrolments_of_the_other() {
        enrol(school, enrolment("E-2", course, iin)).statusCode(201);

        enrol(school, enrolment("E-1", course, iin)).statusCode(200);
        enrol(school, enrolment("E-1", course, iin)).statusCode(200);

        assertThat(read(Boolean.class, "select confirmed from merge_due where absorbed = cast(? as uuid)", learner))
                .isFalse();
        isMissing(other, others);
    }

    @Test
    void the_number_of_a_blocked_learner_is_taken_and_the_item_refused() {
        office().body("{\"reason\": \"disputed\"}")
                .put("/v1/learner-blocks/" + learner)
                .then()
                .statusCode(200);

        enrol(school, enrolment("E-1", course, iin))
                .statusCode(422)
                .body("errors.code", contains("learner-unavailable"));
        enrol(school(), enrolment("G-1", course, iin))
                .statusCode(422)
                .body("errors.code", contains("learner-unavailable"));
    }

    @Test
    void a_stranger_is_a_new_learner_as_ever() {
        enrol(school, enrolment("E-3", course, People.iin())).statusCode(201).body("learnerId", not(equalTo(learner)));
    }

    @Test
    void who_names_the_learner_by_id_sends_nothing_new() {
        enrol(school, enrolment("E-4", course, iin).replace("\"iin\": \"" + iin, "\"learnerId\": \"" + learner))
                .statusCode(201)
                .body("learnerId", equalTo(learner));

        isMissing(school, id);
    }
}
