package kz.qadam.enrolment.erasure;

import static kz.qadam.enrolment.Caller.auditor;
import static kz.qadam.enrolment.Caller.corrects;
import static kz.qadam.enrolment.Caller.course;
import static kz.qadam.enrolment.Caller.enrol;
import static kz.qadam.enrolment.Caller.enrolled;
import static kz.qadam.enrolment.Caller.enrolment;
import static kz.qadam.enrolment.Caller.office;
import static kz.qadam.enrolment.Caller.partner;
import static kz.qadam.enrolment.Caller.post;
import static kz.qadam.enrolment.Caller.school;
import static kz.qadam.enrolment.Caller.withdraws;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import kz.qadam.chassis.testing.Contracts;
import kz.qadam.enrolment.DatabaseFixture;
import kz.qadam.enrolment.People;
import kz.qadam.enrolment.Published;
import kz.qadam.local.QadamBackends;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(QadamBackends.class)
class ErasureTest extends LearnerToErase {

    @Test
    void nothing_of_the_number_and_of_the_texts_is_left_in_the_database() {
        withdraws(school, "E-1", "2026-03-01").statusCode(201);
        corrects(school, "E-1", "\"region\": \"KZ-71\"").statusCode(200);

        String location = erased();

        assertThat(count("select count(*) from learner where id = '%s' and sealed is null and nonce is null"))
                .isEqualTo(1);
        assertThat(count("select count(*) from learner_key where learner_id = '%s'"))
                .isZero();
        assertThat(count("select count(*) from enrolment where learner_id = '%s' and (reason is not null"
                        + " or withdrawal_reason is not null or reference not like 'erased-%%')"))
                .isZero();
        assertThat(count("select count(*) from former_enrolment where learner_id = '%s' and reason is not null"))
                .isZero();
        auditor().get(location).then().body("explanation", nullValue());
        auditor().get("/v1/enrolments/" + id).then().body("reference", startsWith("erased-"));
        partner(school).get("/v1/enrolments/" + id).then().statusCode(404);
    }

    @Test
    void all_aliases_are_erased_with_the_learner() {
        String alias = enrol(
                        school,
                        enrolment("A-1", course, "")
                                .replace(
                                        "{\"iin\": \"\"}",
                                        "{\"document\": {\"country\": \"KZ\", \"number\": \"N" + iin.substring(2)
                                                + "\"}}"))
                .statusCode(201)
                .extract()
                .path("learnerId");
        office().body("{\"absorbed\": \"%s\", \"surviving\": \"%s\", \"reason\": \"one person\"}"
                        .formatted(alias, learner))
                .post("/v1/learner-merges")
                .then()
                .statusCode(201);

        erased();

        assertThat(count("select count(*) from learner where id = '" + alias + "' and sealed is null"))
                .isEqualTo(1);
        assertThat(count("select count(*) from learner_key where learner_id = '" + alias + "'"))
                .isZero();
        auditor().get("/v1/learner-merges/" + alias).then().body("reason", equalTo("erased"));
    }

    @Test
    void a_person_who_is_enrolled_after_an_erasure_is_a_new_learner() {
        erased();

        enrol(school, enrolment("E-1", course, iin)).statusCode(201).body("learnerId", not(equalTo(learner)));
    }

    @Test
    void the_institution_is_asked_to_forget_its_references_and_confirms_it() {
        erased();
        String task = partner(school)
                .get("/v1/erasure-tasks")
                .then()
                .body("items.enrolmentReferences[0]", contains("E-1"))
                .extract()
                .path("items[0].id");

        post(school, "erasure-tasks/" + task + "/confirmation", "{\"outcome\": \"forgotten\"}")
                .statusCode(200)
                .body("enrolmentReferences", nullValue())
                .body("outcome", equalTo("forgotten"))
                .body("confirmedBy", startsWith("partner"));

        partner(school()).get("/v1/erasure-tasks").then().body("items", empty());
        post(school(), "erasure-tasks/" + task + "/confirmation", "{\"outcome\": \"forgotten\"}")
                .statusCode(404);
        auditor().get("/v1/erasure-tasks?institution=" + school).then().body("items.id", hasItem(task));
    }

    @Test
    void both_states_are_published_without_texts() {
        erased();

        await().untilAsserted(() -> assertThat(Published.about("erasure/" + learner))
                .hasSize(2)
                .allSatisfy(event -> {
                    assertThat(event.key()).isEqualTo(learner);
                    assertThat(event.data().get("enrolments").toString()).contains(id);
                    assertThat(event.json()).doesNotContain("Letter");
                    assertThat(Contracts.faults(event.type(), event.json())).isEmpty();
                })
                .extracting(event -> event.data().get("state").asText())
                .containsExactly("blocked", "erased"));
    }

    @Test
    void nobody_can_occupy_the_new_reference_of_an_enrolment() {
        enrol(school, enrolment("erased-" + id, course, People.iin())).statusCode(201);

        erased();

        auditor().get("/v1/enrolments/" + id).then().body("reference", not(equalTo("erased-" + id)));
    }

    @Test
    void an_erasure_that_fails_does_not_hold_up_another_one() {
        String other = partner(school)
                .get("/v1/enrolments/" + enrolled(school, enrolment("E-2", course, People.iin())))
                .path("learnerId");
        DatabaseFixture.execute("""
                insert into erasure (id, learner, reason, requested_by, state, blocked_at, version)
                values ('%1$s', '%1$s', 'requested', 'test', 'blocked', now() - interval '1 hour', 1)
                """.formatted(other));

        erased();

        DatabaseFixture.execute("delete from erasure where id = '%s'".formatted(other));
    }

    @Test
    void references_that_are_deleted_without_a_confirmation_are_on_record() {
        erased();
        long before = count("select count(*) from trail where action = 'clear references of erasure tasks'");

        DatabaseFixture.execute(
                "update erasure_task set cleared_after = now() where institution = '%s'".formatted(school));

        await().untilAsserted(() -> assertThat(
                        count("select count(*) from trail where action = 'clear references of erasure tasks'"))
                .isGreaterThan(before));
        partner(school).get("/v1/erasure-tasks").then().body("items[0].enrolmentReferences", nullValue());
    }
}
