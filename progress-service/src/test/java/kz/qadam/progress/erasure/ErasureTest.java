package kz.qadam.progress.erasure;

import static io.restassured.RestAssured.given;
import static kz.qadam.progress.Neighbours.describeCatalogue;
import static kz.qadam.progress.Neighbours.send;
import static kz.qadam.progress.Records.count;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import kz.qadam.local.QadamBackends;
import kz.qadam.local.Tokens;
import kz.qadam.progress.Neighbours;
import kz.qadam.progress.Neighbours.Enrolled;
import kz.qadam.progress.Partner;
import kz.qadam.progress.Published;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(QadamBackends.class)
class ErasureTest {

    private final UUID learner = UUID.randomUUID();
    private Partner school;
    private Enrolled enrolled;
    private String first;
    private String second;

    @BeforeEach
    void a_learner_has_two_completions_of_one_day() {
        describeCatalogue();
        school = Partner.school();
        enrolled = school.enrols("E-1", learner, "pupils", "AI-101");
        school.completes("C-b", "E-1", "2026-03-01").statusCode(201);
        school.completes("C-a", "E-1", "2026-03-01").statusCode(201);
        await().untilAsserted(() -> assertThat(List.of(school.statusOf("C-a"), school.statusOf("C-b")))
                .containsOnly("accepted"));
        first = school.idOf("C-a");
        second = school.idOf("C-b");
        school.corrects(second, "\"certificate\": \"of Aizhan\"").statusCode(200);
    }

    private void says(String state, int version) {
        send("qadam.enrolments", "erasure/" + learner, "kz.qadam.learner.erased.v1", version, """
                {"learnerId":"%1$s","state":"%2$s","learners":["%1$s"],"enrolments":["%3$s"],"version":%4$d,
                 "recordedAt":"2026-07-01T00:00:00Z"}
                """.formatted(
                        learner, state, enrolled.id(), version));
        await().untilAsserted(() -> assertThat(
                        count("select count(*) from blocked_learner where learner = '%s' and erased = %b"
                                .formatted(learner, state.equals("erased"))))
                .isEqualTo(1));
    }

    private String referenceOf(String completion) {
        return given().auth()
                .oauth2(Tokens.of("auditor"))
                .get("/v1/completions/" + completion)
                .path("reference");
    }

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

    private static List<String> references(JsonNode data) {
        List<String> references = new ArrayList<>();
        data.get("completions")
                .forEach(one -> references.add(one.get("reference").asText()));
        return references;
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

    @Test
    void a_first_enrolment_that_arrives_after_the_erasure_is_judged_and_overwritten() {
        school.completes("C-0", "E-late", "2026-03-01").statusCode(201).body("status", equalTo("pending"));
        String late = school.idOf("C-0");
        says("erased", 2);

        school.enrols("E-late", learner, "pupils", "AI-101");

        await().untilAsserted(() -> given().auth()
                .oauth2(Tokens.of("auditor"))
                .get("/v1/completions/" + late)
                .then()
                .body("status", equalTo("accepted")));
        assertThat(List.of(referenceOf(late), referenceOf(first), referenceOf(second)))
                .allSatisfy(reference -> assertThat(reference).startsWith("erased-"))
                .isSorted();
        assertThat(count("select count(*) from enrolment_name where institution = '%s' and name not like 'erased-%%'"
                        .formatted(school.institution())))
                .isZero();
        await().untilAsserted(() -> assertThat(Published.about("erasure/" + learner))
                .hasSize(2)
                .last()
                .satisfies(event -> assertThat(references(event.data()))
                        .containsExactlyInAnyOrder(referenceOf(late), referenceOf(first), referenceOf(second))));
    }

    @Test
    void a_newer_version_of_an_enrolment_is_taken_in_after_the_erasure() {
        says("erased", 2);

        Neighbours.enrol(enrolled, 2, "KZ-71", LocalDate.parse("2026-01-10"));

        await().untilAsserted(() -> assertThat(count(
                        "select count(*) from enrolment where id = '%s' and region = 'KZ-71' and reference like 'erased-%%'"
                                .formatted(enrolled.id())))
                .isEqualTo(1));
        assertThat(count("select count(*) from enrolment_name where institution = '%s' and name not like 'erased-%%'"
                        .formatted(school.institution())))
                .isZero();
    }

    @Test
    void an_enrolment_that_is_delivered_again_does_not_bring_its_reference_back() {
        says("erased", 2);

        Neighbours.enrol(enrolled, 1, "KZ-75", LocalDate.parse("2026-01-10"));
        school.hasEnrolled("E-2", UUID.randomUUID());

        assertThat(count("select count(*) from enrolment_name where institution = '%s' and name = 'E-1'"
                        .formatted(school.institution())))
                .isZero();
    }
}
