package kz.qadam.enrolment.merges;

import static kz.qadam.enrolment.Caller.auditor;
import static kz.qadam.enrolment.Caller.enrol;
import static kz.qadam.enrolment.Caller.enrolment;
import static kz.qadam.enrolment.Caller.office;
import static kz.qadam.enrolment.Caller.partner;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import kz.qadam.chassis.base.database.Database;
import kz.qadam.chassis.testing.Contracts;
import kz.qadam.enrolment.Published;
import kz.qadam.local.QadamBackends;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Two learners were merged and are two people. */
@QuarkusTest
@QuarkusTestResource(QadamBackends.class)
class LearnerSplitTest extends OnePersonEnrolledTwice {

    @Inject
    Database database;

    @BeforeEach
    void merge_them() {
        merge(byDocument, byIin).statusCode(201);
    }

    @Test
    void the_absorbed_learner_gets_back_its_enrolments_and_they_keep_what_they_were() {
        String location = split(byDocument, byIin)
                .statusCode(201)
                .body("absorbed", equalTo(byDocument))
                .body("surviving", equalTo(byIin))
                .body("enrolments", equalTo(1))
                .body("reason", equalTo("two people"))
                .body("version", equalTo(2))
                .body("mergeReason", equalTo("one person"))
                .extract()
                .header("Location");

        auditor().get(location).then().statusCode(200).body("decidedBy", equalTo("office"));
        auditor().get("/v1/learner-merges/" + byDocument).then().statusCode(404);
        partner(school)
                .get("/v1/enrolments/" + enrolmentOf(school, "D-1") + "/history")
                .then()
                .body("states.learnerId", contains(byDocument, byIin, byDocument))
                .body("states.event", contains("enrolled", "merged", "split"))
                .body("states.enrolledOn", contains("2026-02-01", "2026-02-01", "2026-02-01"))
                .body("states[2].reason", equalTo("two people"));
        partner(other).get("/v1/enrolments?reference=I-1").then().body("items.version", contains(1));
    }

    @Test
    void each_number_and_each_id_finds_its_own_learner_again() {
        split(byDocument, byIin).statusCode(201);

        assertThat(learner(enrol(school, document("D-2")))).isEqualTo(byDocument);
        assertThat(learner(enrol(other, enrolment("I-2", course, iin)))).isEqualTo(byIin);
        assertThat(learner(enrol(
                        school,
                        enrolment("D-3", course, "")
                                .replace("{\"iin\": \"\"}", "{\"learnerId\": \"" + byDocument + "\"}"))))
                .isEqualTo(byDocument);
    }

    @Test
    void what_was_sent_first_sent_again_is_the_same_enrolment() {
        split(byDocument, byIin).statusCode(201);

        enrol(school, document("D-1")).statusCode(200).body("learnerId", equalTo(byDocument));
    }

    @Test
    void enrolments_since_the_merge_stay_with_the_surviving_learner() {
        enrol(school, document("D-2")).statusCode(201);

        split(byDocument, byIin).statusCode(201).body("enrolments", equalTo(1));

        assertThat(learnerOf(school, "D-2")).isEqualTo(byIin);
    }

    @Test
    void the_office_gives_enrolments_since_the_merge_to_the_absorbed_learner() {
        enrol(school, document("D-2")).statusCode(201);

        split(byDocument, byIin, enrolmentOf(school, "D-2")).statusCode(201).body("enrolments", equalTo(2));

        assertThat(learnerOf(school, "D-2")).isEqualTo(byDocument);
    }

    @Test
    void a_dry_run_says_of_each_enrolment_whose_it_will_be_and_why_and_keeps_nothing() {
        enrol(school, document("D-2")).statusCode(201);
        enrol(school, document("D-3").replace("pupils", "students")).statusCode(201);

        splitting("?dryRun=true", byDocument, byIin, "two people", enrolmentOf(school, "D-3"))
                .statusCode(200)
                .body("dryRun", equalTo(true))
                .body("status", equalTo("accepted"))
                .body("enrolments.reference", contains("D-1", "I-1", "D-2", "D-3"))
                .body("enrolments.because", contains("own", "of-surviving", "since-merge", "named"))
                .body("enrolments.learnerId", contains(byDocument, byIin, byIin, byDocument))
                .body("effect.cohorts.cohort", contains("pupils"))
                .body("effect.cohorts.enrolled", contains(1));

        auditor().get("/v1/learner-merges/" + byDocument).then().statusCode(200);
        assertThat(learnerOf(school, "D-1")).isEqualTo(byIin);
    }

    @Test
    void a_dry_run_of_a_split_that_was_made_would_do_nothing() {
        split(byDocument, byIin).statusCode(201);

        splitting("?dryRun=true", byDocument, byIin, "two people")
                .body("status", equalTo("duplicate"))
                .body("enrolments", empty());
    }

    @Test
    void who_was_absorbed_by_the_absorbed_learner_follows_it() {
        String third = somebodyElse();
        merge(byIin, third).statusCode(201);

        splitting("?dryRun=true", byIin, third, "two people").body("follow", contains(byDocument));
        split(byIin, third).statusCode(201).body("enrolments", equalTo(2));

        auditor().get("/v1/learner-merges/" + byDocument).then().body("surviving", equalTo(byIin));
        assertThat(learner(enrol(school, document("D-2")))).isEqualTo(byIin);
        assertThat(learnerOf(school, "T-1")).isEqualTo(third);

        split(byDocument, byIin).statusCode(201).body("enrolments", equalTo(1));
        assertThat(learnerOf(school, "D-1")).isEqualTo(byDocument);
        assertThat(learnerOf(other, "I-1")).isEqualTo(byIin);
    }

    @Test
    void who_was_absorbed_first_is_split_from_the_last_one_of_a_chain() {
        String third = somebodyElse();
        merge(byIin, third).statusCode(201);

        split(byDocument, third).statusCode(201).body("enrolments", equalTo(1));

        assertThat(learnerOf(school, "D-1")).isEqualTo(byDocument);
        assertThat(learnerOf(other, "I-1")).isEqualTo(third);
        auditor().get("/v1/learner-merges/" + byIin).then().body("surviving", equalTo(third));
    }

    @Test
    void learners_who_were_split_can_be_merged_and_split_again() {
        split(byDocument, byIin).statusCode(201);

        merge(byDocument, byIin).statusCode(201).body("version", equalTo(3));
        assertThat(learnerOf(school, "D-1")).isEqualTo(byIin);
        splitting("", byDocument, byIin, "two people after all").statusCode(201).body("version", equalTo(4));

        assertThat(learnerOf(school, "D-1")).isEqualTo(byDocument);
        auditor().get("/v1/learner-splits?learnerId=" + byIin).then().body("items.version", contains(2, 4));
    }

    @Test
    void splits_are_listed_in_the_order_in_which_they_were_recorded() {
        split(byDocument, byIin).statusCode(201);

        auditor().get("/v1/learner-splits?limit=1000").then().body("items.absorbed", hasItem(byDocument));
    }

    @Test
    void the_split_is_published_as_the_next_version_of_the_alias_without_its_reason() {
        split(byDocument, byIin).statusCode(201);

        await().untilAsserted(() -> assertThat(Published.about(byDocument))
                .filteredOn(event -> event.data().get("version").asInt() == 2)
                .singleElement()
                .satisfies(event -> {
                    assertThat(event.type()).isEqualTo("kz.qadam.learner.merged.v1");
                    assertThat(event.key()).isEqualTo(byDocument);
                    assertThat(event.data().get("into").asText()).isEqualTo(byDocument);
                    assertThat(event.json()).doesNotContain("two people");
                    assertThat(Contracts.faults(event.type(), event.json())).isEmpty();
                }));
    }

    @Test
    void each_enrolment_that_moves_is_published_under_the_absorbed_learner() {
        String moved = enrolmentOf(school, "D-1");

        split(byDocument, byIin).statusCode(201);

        await().untilAsserted(() -> assertThat(Published.about(moved)).anySatisfy(event -> {
            assertThat(event.type()).isEqualTo("kz.qadam.enrolment.corrected.v1");
            assertThat(event.key()).isEqualTo(byDocument);
            assertThat(event.data().get("cause").asText()).isEqualTo("merged");
            assertThat(Contracts.faults(event.type(), event.json())).isEmpty();
        }));
    }

    @Test
    void the_institution_sees_the_enrolment_again_in_its_list() {
        String cursor = partner(school).get("/v1/enrolments").then().extract().path("cursor");

        split(byDocument, byIin).statusCode(201);

        partner(school).get("/v1/enrolments?cursor=" + cursor).then().body("items.learnerId", hasItem(byDocument));
    }

    @Test
    void a_lifted_block_of_both_is_published_for_each() {
        String block = "/v1/learner-blocks/" + byIin;
        office().body("{\"reason\": \"disputed\"}").put(block).then().statusCode(200);
        office().delete(block).then().statusCode(204);

        split(byDocument, byIin).statusCode(201);

        for (String one : List.of(byDocument, byIin)) {
            await().untilAsserted(() -> assertThat(Published.about("block/" + one))
                    .anySatisfy(event -> {
                        assertThat(event.data().get("version").asInt()).isEqualTo(3);
                        assertThat(event.data().get("blocked").asBoolean()).isFalse();
                        assertThat(event.data().get("learners")).hasSize(1);
                        assertThat(event.data().get("learners").get(0).asText()).isEqualTo(one);
                    }));
        }
    }

    @Test
    void the_split_is_in_the_trail_once() {
        split(byDocument, byIin).statusCode(201);

        List<String> entries = database.transaction(handle -> handle.createQuery("""
                        select outcome from trail
                         where kind = 'write' and action = 'POST /v1/learner-splits' and subject = :learner
                        """)
                .bind("learner", byDocument)
                .mapTo(String.class)
                .list());
        assertThat(entries).containsExactly("done");
    }

    @Test
    void the_person_record_shows_the_split() {
        split(byDocument, byIin).statusCode(201);

        for (String one : List.of(byDocument, byIin)) {
            office().body("""
                    {"person": {"learnerId": "%s"}, "requestedBy": "self"}\
                    """.formatted(one))
                    .post("/v1/person-records")
                    .then()
                    .statusCode(200)
                    .body("learnerId", equalTo(one))
                    .body("merges", empty())
                    .body("numbers.learnerId", contains(one))
                    .body("splits.absorbed", contains(byDocument));
        }
    }
}
