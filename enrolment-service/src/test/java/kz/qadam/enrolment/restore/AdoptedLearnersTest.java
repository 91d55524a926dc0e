package kz.qadam.enrolment.restore;

import static kz.qadam.enrolment.Caller.auditor;
import static kz.qadam.enrolment.Caller.enrol;
import static kz.qadam.enrolment.Caller.enrolment;
import static kz.qadam.enrolment.Caller.office;
import static kz.qadam.enrolment.Caller.partner;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.List;
import kz.qadam.chassis.events.kafka.DeliveredEvent;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Merges, splits and blocks of the lost hour. */
@QuarkusTest
class AdoptedLearnersTest extends LostHour {

    private String byDocument;
    private String byIin;
    private String first;
    private String second;

    @BeforeEach
    void enrol_one_person_by_a_document_and_by_an_iin() {
        ValidatableResponse document = enrol(school, document()).statusCode(201);
        first = document.extract().path("id");
        byDocument = document.extract().path("learnerId");
        ValidatableResponse number =
                enrol(school, enrolment("I-1", course, iin)).statusCode(201);
        second = number.extract().path("id");
        byIin = number.extract().path("learnerId");
    }

    private String document() {
        return enrolment("D-1", course, "")
                .replace(
                        "{\"iin\": \"\"}",
                        "{\"document\": {\"country\": \"KZ\", \"number\": \"N" + iin.substring(2) + "\"}}");
    }

    private void merge() {
        office().body("{\"absorbed\": \"%s\", \"surviving\": \"%s\", \"reason\": \"one person\"}"
                        .formatted(byDocument, byIin))
                .post("/v1/learner-merges")
                .then()
                .statusCode(201);
    }

    private void split() {
        office().body("{\"absorbed\": \"%s\", \"surviving\": \"%s\", \"reason\": \"two people\"}"
                        .formatted(byDocument, byIin))
                .post("/v1/learner-splits")
                .then()
                .statusCode(201);
    }

    private ValidatableResponse block() {
        return office().body("{\"reason\": \"disputed\"}")
                .put("/v1/learner-blocks/" + byIin)
                .then();
    }

    @Test
    void a_merge_is_known_again() {
        merge();

        loseAndRestore(List.of(byDocument, byIin), first, second, byDocument);

        auditor()
                .get("/v1/learner-merges/" + byDocument)
                .then()
                .statusCode(200)
                .body("surviving", equalTo(byIin))
                .body("reason", equalTo("restored"))
                .body("version", equalTo(1));
        auditor()
                .get("/v1/enrolments/" + first + "/history")
                .then()
                .body("states.event", contains("enrolled", "merged"))
                .body("states.learnerId", contains(byDocument, byIin));
        assertThat(published(byDocument)).isEqualTo(1);
    }

    @Test
    void each_number_of_merged_learners_comes_back_to_the_learner_who_had_it() {
        merge();
        loseAndRestore(List.of(byDocument, byIin), first, second, byDocument);

        enrol(school, document()).statusCode(200).body("learnerId", equalTo(byIin));
        enrol(school, enrolment("I-1", course, iin)).statusCode(200).body("learnerId", equalTo(byIin));

        assertThat(read(
                        String.class,
                        "select learner_id::text from learner_key where learner_id = cast(? as uuid) limit 1",
                        byDocument))
                .isEqualTo(byDocument);
        partner(school).get("/v1/enrolments?numberMissing=true").then().body("items", empty());
    }

    @Test
    void a_split_is_known_again_and_versions_go_on() {
        merge();
        split();
        List<DeliveredEvent> all = events(first, second, byDocument);
        forget(byDocument, byIin);

        restore(all);
        restore(all);

        auditor().get("/v1/learner-merges/" + byDocument).then().statusCode(404);
        auditor()
                .get("/v1/learner-splits?learnerId=" + byDocument)
                .then()
                .body("items.surviving", contains(byIin))
                .body("items.version", contains(2));
        auditor()
                .get("/v1/enrolments/" + first + "/history")
                .then()
                .body("states.event", contains("enrolled", "merged", "split"));
        merge();
        auditor().get("/v1/learner-merges/" + byDocument).then().body("version", equalTo(3));
    }

    @Test
    void a_split_after_the_backup_undoes_a_merge_before_it() {
        merge();
        List<DeliveredEvent> before = events(first, second, byDocument);
        split();
        List<DeliveredEvent> all = events(first, second, byDocument);
        forget(byDocument, byIin);
        restore(before);

        restore(all);

        auditor().get("/v1/learner-merges/" + byDocument).then().statusCode(404);
        auditor().get("/v1/enrolments/" + first).then().body("learnerId", equalTo(byDocument));
    }

    @Test
    void a_block_is_in_force_again() {
        block().statusCode(200);

        loseAndRestore(List.of(byIin), second, "block/" + byIin);

        partner(school).get("/v1/enrolments/" + second).then().statusCode(404);
        office().get("/v1/learner-blocks/" + byIin)
                .then()
                .statusCode(200)
                .body("reason", nullValue())
                .body("blockedBy", equalTo("restored"));
        assertThat(published("block/" + byIin)).isEqualTo(1);
    }

    @Test
    void a_block_that_was_lifted_is_lifted_again() {
        block().statusCode(200);
        List<DeliveredEvent> blocked = events(second, "block/" + byIin);
        office().delete("/v1/learner-blocks/" + byIin).then().statusCode(204);
        List<DeliveredEvent> all = events(second, "block/" + byIin);
        forget(byIin);
        restore(blocked);

        restore(all);
        restore(blocked);

        partner(school).get("/v1/enrolments/" + second).then().statusCode(200);
        block().statusCode(200);
        assertThat(read(Integer.class, "select version from blocked_learner where learner = cast(? as uuid)", byIin))
                .isEqualTo(3);
    }
}
