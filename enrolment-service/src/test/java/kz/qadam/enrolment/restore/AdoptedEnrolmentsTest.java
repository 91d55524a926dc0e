package kz.qadam.enrolment.restore;

import static kz.qadam.enrolment.Caller.auditor;
import static kz.qadam.enrolment.Caller.corrects;
import static kz.qadam.enrolment.Caller.enrol;
import static kz.qadam.enrolment.Caller.enrolment;
import static kz.qadam.enrolment.Caller.partner;
import static kz.qadam.enrolment.Caller.withdraws;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.List;
import kz.qadam.chassis.events.kafka.DeliveredEvent;
import kz.qadam.enrolment.People;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Enrolments that only Kafka knows. */
@QuarkusTest
class AdoptedEnrolmentsTest extends LostHour {

    private String id;
    private String learner;

    @BeforeEach
    void enrol_somebody_in_the_lost_hour() {
        ValidatableResponse enrolled = enrol(
                        school,
                        enrolment("E-1", course, iin)
                                .replace(
                                        "\"enrolledOn\"",
                                        "\"region\": \"KZ-71\", \"language\": \"kk\", \"enrolledOn\""))
                .statusCode(201);
        id = enrolled.extract().path("id");
        learner = enrolled.extract().path("learnerId");
    }

    @Test
    void an_enrolment_is_known_again_as_it_was_published() {
        String before = auditor().get("/v1/enrolments/" + id).asString();

        loseAndRestore(List.of(learner), id);

        assertThat(auditor().get("/v1/enrolments/" + id).asString()).isEqualTo(before);
        partner(school).get("/v1/enrolments?reference=E-1").then().body("items.id", contains(id));
    }

    @Test
    void its_learner_has_no_number() {
        loseAndRestore(List.of(learner), id);

        assertThat(read(Long.class, "select count(*) from learner_key where learner_id = cast(? as uuid)", learner))
                .isZero();
        assertThat(read(Boolean.class, "select sealed is null from learner where id = cast(? as uuid)", learner))
                .isTrue();
    }

    @Test
    void newer_states_follow_and_the_former_ones_are_kept() {
        corrects(school, "E-1", "\"enrolledOn\": \"2026-02-03\"").statusCode(200);
        withdraws(school, "E-1", "2026-03-01").statusCode(201);
        List<DeliveredEvent> all = events(id);
        forget(learner);
        restore(all.subList(0, 1));

        restore(all);

        auditor()
                .get("/v1/enrolments/" + id)
                .then()
                .body("status", equalTo("withdrawn"))
                .body("version", equalTo(3));
        auditor()
                .get("/v1/enrolments/" + id + "/history")
                .then()
                .body("states.event", contains("enrolled", "corrected", "withdrawn"))
                .body("states.enrolledOn", contains("2026-02-01", "2026-02-03", "2026-02-03"));
    }

    @Test
    void several_versions_of_an_unknown_enrolment_are_taken_over_at_once() {
        corrects(school, "E-1", "\"enrolledOn\": \"2026-02-03\"").statusCode(200);

        loseAndRestore(List.of(learner), id);

        auditor().get("/v1/enrolments/" + id + "/history").then().body("states.version", contains(1, 2));
    }

    @Test
    void what_is_known_stays_as_it_is() {
        List<DeliveredEvent> all = events(id);
        String before = row();

        restore(all);
        assertThat(row()).isEqualTo(before);

        forget(learner);
        restore(all);
        String adopted = row();
        restore(all);

        assertThat(row()).isEqualTo(adopted);
    }

    private String row() {
        return read(
                String.class,
                "select e::text || s::text from enrolment e join enrolment_standing s on enrolment_id = id"
                        + " where id = cast(? as uuid)",
                id);
    }

    @Test
    void nothing_is_published_about_it() {
        corrects(school, "E-1", "\"enrolledOn\": \"2026-02-03\"").statusCode(200);

        loseAndRestore(List.of(learner), id);

        assertThat(published(id)).isEqualTo(2);
    }

    @Test
    void an_enrolment_whose_reference_was_given_to_another_since_is_left_out() {
        List<DeliveredEvent> all = events(id);
        forget(learner);
        enrol(school, enrolment("E-1", course, People.iin())).statusCode(201);

        int leftOut = database.transaction(handle -> states.adopt(handle, all));

        assertThat(leftOut).isEqualTo(1);
        auditor().get("/v1/enrolments/" + id).then().statusCode(404);
    }

    @Test
    void a_withdrawal_that_is_sent_again_is_a_duplicate_although_its_reason_is_lost() {
        withdraws(school, "E-1", "2026-03-01").statusCode(201);
        loseAndRestore(List.of(learner), id);

        withdraws(school, "E-1", "2026-03-01").statusCode(200);
        withdraws(school, "E-1", "2026-03-02").statusCode(409);
    }
}
