package kz.qadam.progress.completion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.UUID;
import kz.qadam.chassis.testing.Contracts;
import kz.qadam.local.QadamBackends;
import kz.qadam.progress.Neighbours;
import kz.qadam.progress.Partner;
import kz.qadam.progress.Published;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What others hear of a correction. */
@QuarkusTest
@QuarkusTestResource(QadamBackends.class)
class PublishedCorrectionsTest {

    private final Partner school = Partner.school();
    private final UUID learner = UUID.randomUUID();
    private final UUID other = UUID.randomUUID();

    @BeforeAll
    static void catalogue() {
        Neighbours.describeCatalogue();
    }

    @Test
    void a_corrected_course_of_an_enrolment_is_published_for_the_learner_whom_it_trained() {
        Neighbours.describeCourse("AI-102", 1, 36);
        var enrolled = school.enrols("E", learner, "pupils", "AI-101");
        school.completes("C", "E", "2026-03-01");
        awaitTrained(1);

        Neighbours.correctCourse(enrolled, 2, "AI-102");

        await().untilAsserted(() ->
                assertThat(Published.members(learner + "/pupils", "course")).containsExactly("AI-101", "AI-102"));
    }

    private void awaitTrained(int times) {
        await().untilAsserted(() ->
                assertThat(Published.members(learner + "/pupils", "trainedOn")).hasSize(times));
    }

    @Test
    void under_its_right_enrolment_a_completion_counts_for_the_other_learner_and_no_more_for_the_first() {
        school.hasAccepted("C", "E-1", learner);
        school.hasAccepted("other", "E-2", other);
        school.revokes("other").statusCode(200);
        awaitTrained(1);

        school.corrects("C", "\"enrolment\":\"E-2\"").statusCode(200).body("learnerId", equalTo(other.toString()));

        await().untilAsserted(() -> {
            assertThat(Published.types(learner + "/pupils"))
                    .containsExactly("kz.qadam.learner.trained.v1", "kz.qadam.learner.no-longer-trained.v1");
            assertThat(Published.types(other + "/pupils")).last().isEqualTo("kz.qadam.learner.trained.v1");
            assertThat(Published.inOrder(school.idOf("C"))).last().satisfies(event -> {
                assertThat(event.key()).isEqualTo(other.toString());
                assertThat(event.data().at("/movedFrom/learnerId").asText()).isEqualTo(learner.toString());
                assertThat(event.data().at("/movedFrom/trainedVersion").asInt()).isEqualTo(2);
            });
        });
    }

    @Test
    void a_completion_whose_right_enrolment_is_not_known_yet_waits_again_and_that_is_published() {
        school.hasAccepted("C", "E-1", learner);
        awaitTrained(1);

        school.corrects("C", "\"enrolment\":\"E-2\"")
                .statusCode(200)
                .body("status", equalTo("pending"))
                .body("learnerId", nullValue());

        await().untilAsserted(() -> {
            assertThat(Published.inOrder(school.idOf("C"))).last().satisfies(event -> {
                assertThat(event.type()).isEqualTo("kz.qadam.completion.corrected.v1");
                assertThat(event.key()).isEqualTo(learner.toString());
                assertThat(event.data().path("status").asText()).isEqualTo("pending");
                assertThat(event.data().path("counts").asBoolean()).isFalse();
            });
            assertThat(Published.types(learner + "/pupils")).endsWith("kz.qadam.learner.no-longer-trained.v1");
        });
    }

    @Test
    void a_completion_that_waits_again_is_published_as_corrected_when_its_enrolment_comes() {
        school.hasAccepted("C", "E-1", learner);
        school.corrects("C", "\"enrolment\":\"E-2\"").statusCode(200);

        school.enrols("E-2", other, "pupils", "AI-101");

        await().untilAsserted(() -> assertThat(Published.inOrder(school.idOf("C")))
                .last()
                .satisfies(event -> {
                    assertThat(event.type()).isEqualTo("kz.qadam.completion.corrected.v1");
                    assertThat(event.key()).isEqualTo(other.toString());
                    assertThat(event.data().path("cause").asText()).isEqualTo("enrolment-known");
                    assertThat(event.data().at("/movedFrom/learnerId").asText()).isEqualTo(learner.toString());
                }));
    }

    @Test
    void the_revocation_of_a_completion_that_waits_again_is_published() {
        school.hasAccepted("C", "E-1", learner);
        school.corrects("C", "\"enrolment\":\"E-2\"").statusCode(200);

        school.revokes("C").statusCode(200);

        await().untilAsserted(
                        () -> assertThat(Published.types(school.idOf("C"))).endsWith("kz.qadam.completion.revoked.v1"));
    }

    @Test
    void the_correction_of_a_completion_that_has_always_waited_is_not_published() {
        school.completes("C", "E", "2026-03-01").statusCode(201);
        school.corrects("C", "\"completedOn\":\"2026-03-02\"").statusCode(200);

        school.enrols("E", learner, "pupils", "AI-101");

        await().untilAsserted(() ->
                assertThat(Published.types(school.idOf("C"))).containsExactly("kz.qadam.completion.recorded.v1"));
    }

    @Test
    void every_published_event_keeps_its_contract() {
        school.hasAccepted("C", "E-1", learner);
        school.enrols("E-2", other, "pupils", "AI-101");
        school.corrects("C", "\"enrolment\":\"E-2\"").statusCode(200);
        school.corrects("C", "\"enrolment\":\"none\"").statusCode(200);
        school.corrects("C", "\"enrolment\":\"E-1\",\"completedOn\":\"2026-01-01\"")
                .statusCode(200);

        school.revokes("C").statusCode(200);

        await().untilAsserted(
                        () -> assertThat(Published.types(school.idOf("C"))).endsWith("kz.qadam.completion.revoked.v1"));
        assertThat(Published.all())
                .allSatisfy(event ->
                        assertThat(Contracts.faults(event.type(), event.json())).isEmpty());
    }
}
