package kz.qadam.enrolment.merges;

import static kz.qadam.enrolment.Caller.auditor;
import static kz.qadam.enrolment.Caller.course;
import static kz.qadam.enrolment.Caller.enrolment;
import static kz.qadam.enrolment.Caller.office;
import static kz.qadam.enrolment.Caller.partner;
import static kz.qadam.enrolment.Caller.school;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.List;
import java.util.UUID;
import kz.qadam.chassis.kafka.CloudEvent;
import kz.qadam.enrolment.Contracts;
import kz.qadam.enrolment.People;
import kz.qadam.enrolment.Published;
import kz.qadam.local.QadamBackends;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(QadamBackends.class)
@DisplayNameGeneration(ReplaceUnderscores.class)
class LearnerMergeTest {

    private final String iin = People.iin();
    private final String number = "N" + iin.substring(2);
    private String course;
    private String school;
    private String other;
    private String byDocument;
    private String byIin;

    @BeforeEach
    void enrol_one_person_by_a_document_and_by_an_iin() {
        course = course();
        school = school();
        other = school();
        byDocument = learner(
                partner(school).body(document("D-1")).post("/v1/enrolments").then());
        byIin = learner(partner(other)
                .body(enrolment("I-1", course, iin))
                .post("/v1/enrolments")
                .then());
    }

    private String document(String reference) {
        return enrolment(reference, course, "")
                .replace("{\"iin\": \"\"}", "{\"document\": {\"country\": \"KZ\", \"number\": \"" + number + "\"}}");
    }

    private static String learner(ValidatableResponse enrolled) {
        return enrolled.statusCode(201).extract().path("learnerId");
    }

    private static ValidatableResponse merge(String absorbed, String surviving) {
        return merge("", absorbed, surviving, "one person");
    }

    private static ValidatableResponse merge(String query, String absorbed, String surviving, String reason) {
        return office().body("""
                        {"absorbed": "%s", "surviving": "%s", "reason": "%s"}""".formatted(absorbed, surviving, reason))
                .post("/v1/learner-merges" + query)
                .then();
    }

    private String enrolmentOf(String institution, String reference) {
        return partner(institution)
                .get("/v1/enrolments?reference=" + reference)
                .then()
                .extract()
                .path("items[0].id");
    }

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
    void whoever_brings_the_number_or_the_learner_who_was_absorbed_finds_the_surviving_one() {
        merge(byDocument, byIin).statusCode(201);

        partner(school)
                .body(document("D-1"))
                .post("/v1/enrolments")
                .then()
                .statusCode(200)
                .body("learnerId", equalTo(byIin))
                .body("version", equalTo(2));
        assertThat(learner(partner(other)
                        .body(document("D-2"))
                        .post("/v1/enrolments")
                        .then()))
                .isEqualTo(byIin);
        String named =
                enrolment("D-3", course, "").replace("{\"iin\": \"\"}", "{\"learnerId\": \"" + byDocument + "\"}");
        assertThat(learner(partner(school).body(named).post("/v1/enrolments").then()))
                .isEqualTo(byIin);
        partner(school)
                .body("[" + document("D-4") + "," + named.replace("D-3", "D-5") + "]")
                .post("/v1/enrolments/batch")
                .then()
                .body("results.learnerId", contains(byIin, byIin));
    }

    @Test
    void the_same_again_changes_nothing_and_another_decision_is_refused() {
        merge(byDocument, byIin).statusCode(201);
        String third = learner(partner(school)
                .body(enrolment("T-1", course, People.iin()))
                .post("/v1/enrolments")
                .then());

        merge(byDocument, byIin).statusCode(200).body("version", equalTo(1));
        merge("", byDocument, byIin, "for another reason").statusCode(409).body("errors.pointer", contains("/reason"));
        merge(byDocument, third).statusCode(409).body("errors.code", contains("merged-elsewhere"));
        merge(byIin, byDocument).statusCode(422).body("errors.code", contains("same-learner"));
        merge(byIin, byIin).statusCode(422).body("errors.code", contains("same-learner"));
    }

    @Test
    void an_unknown_learner_is_merged_with_nobody() {
        merge(byDocument, UUID.randomUUID().toString())
                .statusCode(422)
                .body("errors.pointer", contains("/surviving"))
                .body("errors.code", contains("unknown-learner"));
        merge(UUID.randomUUID().toString(), UUID.randomUUID().toString())
                .body("errors.pointer", contains("/absorbed", "/surviving"));
        office().body("{\"absorbed\": \"" + iin + "\", \"surviving\": \"" + byIin + "\"}")
                .post("/v1/learner-merges")
                .then()
                .statusCode(400)
                .body("errors.pointer", containsInAnyOrder("/absorbed", "/reason"));
    }

    @Test
    void nobody_but_the_office_merges_and_no_partner_reads_of_it() {
        for (var caller : List.of(partner(school), auditor())) {
            caller.body("{}").post("/v1/learner-merges").then().statusCode(403);
        }
        partner(school).get("/v1/learner-merges").then().statusCode(403);
    }

    @Test
    void when_the_surviving_one_is_absorbed_in_turn_the_alias_leads_on() {
        String third = learner(partner(school)
                .body(enrolment("T-1", course, People.iin()))
                .post("/v1/enrolments")
                .then());
        merge(byDocument, byIin).statusCode(201);

        merge(byIin, third).statusCode(201).body("enrolments", equalTo(2));

        office().get("/v1/learner-merges?learnerId=" + byDocument)
                .then()
                .body("items.surviving", contains(third))
                .body("items.named", contains(byIin))
                .body("items.version", contains(2));
        assertThat(learner(partner(other)
                        .body(document("D-2"))
                        .post("/v1/enrolments")
                        .then()))
                .isEqualTo(third);
        merge(byDocument, byIin).statusCode(200).body("surviving", equalTo(third));
    }

    @Test
    void a_preview_says_what_would_move_and_keeps_nothing() {
        partner(school)
                .body(document("D-2").replace("pupils", "students"))
                .post("/v1/enrolments")
                .then()
                .statusCode(201);

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
    void it_is_told_under_the_absorbed_and_each_enrolment_under_the_surviving_one() {
        String moved = enrolmentOf(school, "D-1");

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
        await().untilAsserted(() -> assertThat(Published.about(moved)).anySatisfy(event -> {
            assertThat(event.type()).isEqualTo("kz.qadam.enrolment.corrected.v1");
            assertThat(event.key()).isEqualTo(byIin);
            assertThat(event.data().get("learnerId").asText()).isEqualTo(byIin);
            assertThat(event.data().get("cause").asText()).isEqualTo("merged");
            assertThat(Contracts.faults(event.type(), event.json())).isEmpty();
        }));
    }
}
