package kz.qadam.enrolment.merges;

import static kz.qadam.enrolment.Caller.auditor;
import static kz.qadam.enrolment.Caller.course;
import static kz.qadam.enrolment.Caller.enrol;
import static kz.qadam.enrolment.Caller.enrolled;
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
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import kz.qadam.chassis.events.kafka.CloudEvent;
import kz.qadam.chassis.testing.Contracts;
import kz.qadam.enrolment.Published;
import kz.qadam.local.QadamBackends;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(QadamBackends.class)
class LearnerMergeTest extends OnePersonEnrolledTwice {

    @Test
    void the_enrolments_of_the_absorbed_move_and_keep_what_they_were() {
        String location = merge(byDocument, byIin)
                .statusCode(201)
                .body("absorbed", equalTo(byDocument))
                .body("surviving", equalTo(byIin))
                .body("enrolments", equalTo(1))
                .body("reason", equalTo("one person"))
                .body("version", equalTo(1))
                .extract()
                .header("Location");

        auditor().get(location).then().statusCode(200).body("surviving", equalTo(byIin));
        partner(school)
                .get("/v1/enrolments/" + enrolmentOf(school, "D-1") + "/history")
                .then()
                .body("states.learnerId", contains(byDocument, byIin))
                .body("states.event", contains("enrolled", "merged"))
                .body("states[1].by.role", equalTo("office"))
                .body("states[1].reason", equalTo("one person"));
        partner(other)
                .get("/v1/enrolments?reference=I-1")
                .then()
                .body("items.version", contains(1))
                .body("items.learnerId", contains(byIin));
    }

    @Test
    void the_first_enrolment_of_the_absorbed_learner_sent_again_is_of_the_surviving_one() {
        merge(byDocument, byIin).statusCode(201);

        enrol(school, document("D-1"))
                .statusCode(200)
                .body("learnerId", equalTo(byIin))
                .body("version", equalTo(2));
    }

    @Test
    void the_document_of_the_absorbed_learner_finds_the_surviving_one() {
        merge(byDocument, byIin).statusCode(201);

        assertThat(learner(enrol(other, document("D-2")))).isEqualTo(byIin);
    }

    @Test
    void the_id_of_the_absorbed_learner_finds_the_surviving_one() {
        merge(byDocument, byIin).statusCode(201);

        assertThat(learner(enrol(school, named("D-3", byDocument)))).isEqualTo(byIin);
    }

    @Test
    void a_batch_finds_the_surviving_learner_by_document_and_id_of_the_absorbed_one() {
        merge(byDocument, byIin).statusCode(201);

        post(school, "enrolments/batch", "[" + document("D-4") + "," + named("D-5", byDocument) + "]")
                .body("results.learnerId", contains(byIin, byIin));
    }

    private String named(String reference, String learner) {
        return enrolment(reference, course, "").replace("{\"iin\": \"\"}", "{\"learnerId\": \"" + learner + "\"}");
    }

    @Test
    void when_the_surviving_learner_is_absorbed_in_turn_both_lead_to_the_last() {
        String third = somebodyElse();
        merge(byDocument, byIin).statusCode(201);

        merge(byIin, third).statusCode(201).body("enrolments", equalTo(2));

        office().get("/v1/learner-merges?learnerId=" + byDocument)
                .then()
                .body("items.surviving", contains(third))
                .body("items.named", contains(byIin))
                .body("items.version", contains(2));
        assertThat(learner(enrol(other, document("D-2")))).isEqualTo(third);
        merge(byDocument, byIin).statusCode(200).body("surviving", equalTo(third));
    }

    @Test
    void a_dry_run_is_answered_with_what_would_move_and_keeps_nothing() {
        enrolled(school, document("D-2").replace("pupils", "students"));

        merge("?dryRun=true", byDocument, byIin, "one person")
                .statusCode(200)
                .body("dryRun", equalTo(true))
                .body("status", equalTo("accepted"))
                .body("enrolments.cohort", contains("pupils", "students"))
                .body("enrolments.institution", contains(school, school))
                .body("enrolments.enrolments", contains(1, 1))
                .body("effect.cohorts.cohort", contains("pupils"))
                .body("effect.cohorts.enrolled", contains(-1))
                .body("effect.completionsJudgedAgain", equalTo(0));

        office().get("/v1/learner-merges/" + byDocument).then().statusCode(404);
    }

    @Test
    void a_dry_run_of_a_merge_that_was_made_would_do_nothing() {
        merge(byDocument, byIin).statusCode(201);

        merge("?dryRun=true", byDocument, byIin, "one person")
                .body("status", equalTo("duplicate"))
                .body("effect.cohorts", empty());
    }

    @Test
    void merges_are_listed_in_the_order_of_last_change() {
        merge(byDocument, byIin).statusCode(201);

        auditor().get("/v1/learner-merges?limit=1").then().statusCode(200).body("items", hasSize(1));
        auditor().get("/v1/learner-merges?limit=1000").then().body("items.absorbed", hasItem(byDocument));
    }

    @Test
    void a_merge_is_published_under_the_absorbed_learner_and_without_its_reason() {
        merge(byDocument, byIin).statusCode(201);

        await().untilAsserted(() -> assertThat(Published.about(byDocument))
                .singleElement()
                .satisfies(event -> {
                    assertThat(event.type()).isEqualTo("kz.qadam.learner.merged.v1");
                    assertThat(event.topic()).isEqualTo("qadam.enrolments");
                    assertThat(event.key()).isEqualTo(byDocument);
                    assertThat(event.id())
                            .isEqualTo(
                                    CloudEvent.idOf(event.type(), byDocument, 1).toString());
                    assertThat(event.data().get("into").asText()).isEqualTo(byIin);
                    assertThat(event.json()).doesNotContain("one person");
                    assertThat(Contracts.faults(event.type(), event.json())).isEmpty();
                }));
    }

    @Test
    void each_enrolment_that_moves_is_published_under_the_surviving_learner() {
        String moved = enrolmentOf(school, "D-1");

        merge(byDocument, byIin).statusCode(201);

        await().untilAsserted(() -> assertThat(Published.about(moved)).anySatisfy(event -> {
            assertThat(event.type()).isEqualTo("kz.qadam.enrolment.corrected.v1");
            assertThat(event.key()).isEqualTo(byIin);
            assertThat(event.data().get("learnerId").asText()).isEqualTo(byIin);
            assertThat(event.data().get("cause").asText()).isEqualTo("merged");
            assertThat(Contracts.faults(event.type(), event.json())).isEmpty();
        }));
    }
}
