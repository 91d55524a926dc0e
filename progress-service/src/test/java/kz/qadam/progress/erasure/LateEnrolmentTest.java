package kz.qadam.progress.erasure;

import static io.restassured.RestAssured.given;
import static kz.qadam.progress.Records.change;
import static kz.qadam.progress.Records.count;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import kz.qadam.local.QadamBackends;
import kz.qadam.local.Tokens;
import kz.qadam.progress.Neighbours;
import kz.qadam.progress.Published;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(QadamBackends.class)
class LateEnrolmentTest extends LearnerWithCompletions {

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

    @Test
    void an_enrolment_that_comes_again_under_its_new_reference_contradicts_nothing() {
        Neighbours.enrol(
                new Neighbours.Enrolled(
                        enrolled.id(),
                        "erased-" + UUID.randomUUID(),
                        school.institution(),
                        learner,
                        enrolled.cohort(),
                        enrolled.course()),
                1,
                "KZ-75",
                LocalDate.parse("2026-01-10"));

        school.hasEnrolled("E-2", learner);
        assertThat(count("select count(*) from dead_letter where subject = '%s'".formatted(enrolled.id())))
                .isZero();
        assertThat(count("select count(*) from enrolment where id = '%s' and reference = 'E-1'"
                        .formatted(enrolled.id())))
                .isEqualTo(1);
    }

    @Test
    void an_enrolment_that_says_something_else_under_its_new_reference_is_a_contradiction() {
        Neighbours.enrol(
                new Neighbours.Enrolled(
                        enrolled.id(),
                        "erased-" + UUID.randomUUID(),
                        school.institution(),
                        learner,
                        enrolled.cohort(),
                        enrolled.course()),
                1,
                "KZ-71",
                LocalDate.parse("2026-01-10"));

        await().untilAsserted(() -> assertThat(
                        count("select count(*) from dead_letter where subject = '%s'".formatted(enrolled.id())))
                .isEqualTo(1));
        change("delete from dead_letter where subject = '%s'".formatted(enrolled.id()));
    }
}
