package kz.qadam.progress.learner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.UUID;
import kz.qadam.chassis.testing.Contracts;
import kz.qadam.chassis.testing.PublishedEvent;
import kz.qadam.local.QadamBackends;
import kz.qadam.progress.Neighbours;
import kz.qadam.progress.Partner;
import kz.qadam.progress.Published;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Two learners turn out to be one person. */
@QuarkusTest
@QuarkusTestResource(QadamBackends.class)
class MergeTest {

    private static final String COHORT = "merged";

    private final Partner school = Partner.school();
    private final UUID absorbed = UUID.randomUUID();
    private final UUID surviving = UUID.randomUUID();
    private Neighbours.Enrolled enrolled;

    @BeforeAll
    static void catalogue() {
        Neighbours.describeProgramme(1, "2026-01-01", "2030-12-31");
        Neighbours.describeCohort(COHORT, 1, "2000-01-01", "{}");
        Neighbours.describeCourse("AI-101", 1, 36);
    }

    @BeforeEach
    void train_the_one_who_is_absorbed() {
        enrolled = school.enrols("E", absorbed, COHORT, "AI-101");
        school.completes("C", "E", "2026-03-01");
        await().untilAsserted(() -> assertThat(Published.about(absorbed + "/" + COHORT))
                .extracting(PublishedEvent::type)
                .containsExactly("kz.qadam.learner.trained.v1"));
    }

    private static PublishedEvent published(String subject, String type) {
        return Published.about(subject).stream()
                .filter(event -> event.type().equals(type))
                .filter(event -> event.data().path("cause").asText().equals("merged"))
                .findFirst()
                .orElseThrow(() -> new AssertionError("Nothing of it was published yet"));
    }

    @Test
    void both_learners_are_judged_anew_and_that_is_published() {
        String completion = school.get("/v1/completions?reference=C").extract().path("items[0].id");

        Neighbours.merge(absorbed, surviving, enrolled);

        await().untilAsserted(() -> {
            var noLonger = published(absorbed + "/" + COHORT, "kz.qadam.learner.no-longer-trained.v1");
            var trained = published(surviving + "/" + COHORT, "kz.qadam.learner.trained.v1");
            var moved = published(completion, "kz.qadam.completion.corrected.v1");
            assertThat(noLonger.key()).isEqualTo(absorbed.toString());
            assertThat(trained.data().path("completionId").asText()).isEqualTo(completion);
            assertThat(moved.key()).isEqualTo(surviving.toString());
            assertThat(moved.data().path("learnerId").asText()).isEqualTo(surviving.toString());
            assertThat(moved.data().path("movedFrom").path("learnerId").asText())
                    .isEqualTo(absorbed.toString());
            for (var event : List.of(noLonger, trained, moved)) {
                assertThat(Contracts.faults(event.type(), event.json())).isEmpty();
            }
        });
    }

    @Test
    void the_progress_of_the_absorbed_learner_is_that_of_the_surviving_one() {
        Neighbours.merge(absorbed, surviving, enrolled);

        await().untilAsserted(() -> school.get("/v1/learners/" + absorbed + "/progress")
                .statusCode(200)
                .body("learnerId", equalTo(surviving.toString()))
                .body("cohorts.trained", contains(true)));
        Partner.school().get("/v1/learners/" + absorbed + "/progress").statusCode(404);
    }
}
