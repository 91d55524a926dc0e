package kz.qadam.enrolment.merges;

import static kz.qadam.enrolment.Caller.auditor;
import static kz.qadam.enrolment.Caller.office;
import static kz.qadam.enrolment.Caller.partner;
import static kz.qadam.enrolment.Caller.school;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.UUID;
import kz.qadam.local.QadamBackends;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(QadamBackends.class)
class RefusedMergeTest extends OnePersonEnrolledTwice {

    @Test
    void the_same_merge_sent_twice_changes_nothing() {
        merge(byDocument, byIin).statusCode(201);

        merge(byDocument, byIin).statusCode(200).body("version", equalTo(1));
    }

    @Test
    void the_reason_of_a_merge_stays() {
        merge(byDocument, byIin).statusCode(201);

        merge("", byDocument, byIin, "for another reason").statusCode(409).body("errors.pointer", contains("/reason"));
    }

    @Test
    void a_merge_is_not_made_with_a_reason_that_names_a_person() {
        merge("", byDocument, byIin, "Ахметова Айгерім")
                .statusCode(422)
                .body("errors.code", contains("looks-personal"));
    }

    @Test
    void a_learner_who_was_absorbed_is_not_merged_into_somebody_else() {
        merge(byDocument, byIin).statusCode(201);

        merge(byDocument, somebodyElse()).statusCode(409).body("errors.code", contains("merged-elsewhere"));
    }

    @Test
    void nobody_is_merged_with_the_same_learner() {
        merge(byDocument, byIin).statusCode(201);

        merge(byIin, byDocument).statusCode(422).body("errors.code", contains("same-learner"));
        merge(byIin, byIin).statusCode(422).body("errors.code", contains("same-learner"));
    }

    @Test
    void an_unknown_learner_absorbs_nobody() {
        merge(byDocument, UUID.randomUUID().toString())
                .statusCode(422)
                .body("errors.pointer", contains("/surviving"))
                .body("errors.code", contains("unknown-learner"));
    }

    @Test
    void all_learners_who_are_unknown_are_named() {
        merge(UUID.randomUUID().toString(), UUID.randomUUID().toString())
                .body("errors.pointer", contains("/absorbed", "/surviving"));
    }

    @Test
    void all_that_cannot_be_read_of_a_merge_is_named() {
        office().body("{\"absorbed\": \"" + iin + "\", \"surviving\": \"" + byIin + "\"}")
                .post("/v1/learner-merges")
                .then()
                .statusCode(400)
                .body("errors.pointer", containsInAnyOrder("/absorbed", "/reason"));
    }

    @Test
    void nobody_but_the_office_merges() {
        for (var caller : List.of(partner(school), auditor())) {
            caller.body("{}").post("/v1/learner-merges").then().statusCode(403);
        }
    }

    @Test
    void no_partner_reads_of_merges() {
        partner(school).get("/v1/learner-merges").then().statusCode(403);
    }
}
