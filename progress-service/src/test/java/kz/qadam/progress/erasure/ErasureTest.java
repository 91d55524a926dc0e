package kz.qadam.progress.erasure;

import static io.restassured.RestAssured.given;
import static kz.qadam.progress.Records.count;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import kz.qadam.local.QadamBackends;
import kz.qadam.local.Tokens;
import kz.qadam.progress.Published;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(QadamBackends.class)
class ErasureTest extends LearnerWithCompletions {

    @Test
    void a_blocked_learner_is_answered_to_institutions_like_an_unknown_one() {
        says("blocked", 1);

        school.get("/v1/completions/" + first).statusCode(404);
        school.get("/v1/completions/" + first + "/history").statusCode(404);
        school.get("/v1/completions").body("items", empty());
        school.get("/v1/learners/" + learner + "/progress").statusCode(404);
        school.get("/v1/learners").body("items", empty());
        school.corrects(first, "\"score\": 0.5").statusCode(404);
        school.revokes(first).statusCode(404);
        school.completes("C-b", "E-1", "2026-03-01")
                .statusCode(422)
                .body("errors.code", contains("learner-unavailable"));
        given().auth()
                .oauth2(Tokens.of("auditor"))
                .get("/v1/completions?institution=" + school.institution())
                .then()
                .body("items.reference", contains("C-a", "C-b"));
    }

    @Test
    void the_texts_of_an_erased_learner_are_overwritten_in_every_state() {
        says("erased", 2);

        assertThat(count(
                        "select count(*) from completion_state where institution = '%s'".formatted(school.institution())
                                + " and (certificate is not null or reason is not null or reference like 'C-%'"
                                + " or enrolment not like 'erased-%')"))
                .isZero();
        assertThat(count("select count(*) from enrolment_name where institution = '%s' and name not like 'erased-%%'"
                        .formatted(school.institution())))
                .isZero();
        assertThat(count("select count(*) from learner_cohort where learner_id = '%s' and reference like 'C-%%'"
                        .formatted(learner)))
                .isZero();
    }

    @Test
    void new_references_keep_the_order_of_the_former_ones() {
        says("erased", 2);

        assertThat(referenceOf(first)).isLessThan(referenceOf(second));
    }

    @Test
    void the_new_references_are_published() {
        says("erased", 2);

        await().untilAsserted(() -> assertThat(Published.about("erasure/" + learner))
                .singleElement()
                .satisfies(event -> {
                    assertThat(event.type()).isEqualTo("kz.qadam.learner.completions-erased.v1");
                    assertThat(event.key()).isEqualTo(learner.toString());
                    assertThat(references(event.data()))
                            .containsExactlyInAnyOrder(referenceOf(first), referenceOf(second));
                }));
    }

    @Test
    void nothing_can_be_reported_under_an_erased_enrolment() {
        says("erased", 2);

        school.completes("C-c", enrolled.id().toString(), "2026-03-02")
                .statusCode(201)
                .body("status", equalTo("pending"));
        school.completes("C-d", "E-1", "2026-03-02").statusCode(201).body("status", equalTo("pending"));
    }

    @Test
    void nobody_can_occupy_a_new_reference() {
        school.completes("erased-000001-" + second, "E-9", "2026-03-02").statusCode(201);
        school.completes("C-e", "erased-" + enrolled.id(), "2026-03-02").statusCode(201);

        says("erased", 2);

        assertThat(referenceOf(first)).startsWith("erased-000001-").doesNotContain(second);
    }

    @Test
    void the_erasure_is_on_record() {
        says("erased", 2);

        assertThat(count("select count(*) from trail where action = 'erase a learner' and subject = '%s' and items = 2"
                        .formatted(learner)))
                .isEqualTo(1);
    }
}
