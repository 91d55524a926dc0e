package kz.qadam.progress.learner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.UUID;
import kz.qadam.chassis.testing.Contracts;
import kz.qadam.chassis.testing.PublishedEvent;
import kz.qadam.local.QadamBackends;
import kz.qadam.progress.Neighbours;
import kz.qadam.progress.Office;
import kz.qadam.progress.Partner;
import kz.qadam.progress.Published;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Two learners who were merged turn out to be two people. */
@QuarkusTest
@QuarkusTestResource(QadamBackends.class)
class SplitTest {

    private static final String COHORT = "split";

    private final Partner school = Partner.school();
    private final UUID absorbed = UUID.randomUUID();
    private final UUID surviving = UUID.randomUUID();
    private Neighbours.Enrolled enrolled;

    @BeforeAll
    static void catalogue() {
        Neighbours.describeProgramme(1, "2026-01-01", "2030-12-31");
        Neighbours.describeCohort(COHORT, 1, "2000-01-01", "{\"minCourses\":2}");
        Neighbours.describeCourse("AI-101", 1, 36);
        Neighbours.describeCourse("AI-102", 1, 36);
    }

    /** Each has completed one course, and two are needed: as one person they are trained. */
    @BeforeEach
    void merge_two_learners_who_are_trained_only_together() {
        enrolled = school.enrols("E", absorbed, COHORT, "AI-101");
        school.enrols("F", surviving, COHORT, "AI-102");
        school.completes("C", "E", "2026-03-01");
        school.completes("D", "F", "2026-03-02");
        Neighbours.merge(absorbed, surviving, enrolled);
        await().untilAsserted(() -> assertThat(types(surviving)).containsExactly("kz.qadam.learner.trained.v1"));
    }

    private static List<String> types(UUID learner) {
        return Published.about(learner + "/" + COHORT).stream()
                .map(PublishedEvent::type)
                .toList();
    }

    @Test
    void both_are_judged_again_and_that_is_published() {
        String completion = school.get("/v1/completions?reference=C").extract().path("items[0].id");

        Neighbours.split(absorbed, enrolled);

        await().untilAsserted(() -> {
            assertThat(types(surviving))
                    .containsExactly("kz.qadam.learner.trained.v1", "kz.qadam.learner.no-longer-trained.v1");
            PublishedEvent moved = Published.about(completion).stream()
                    .reduce((first, last) -> last)
                    .orElseThrow();
            assertThat(moved.key()).isEqualTo(absorbed.toString());
            assertThat(moved.data().path("learnerId").asText()).isEqualTo(absorbed.toString());
            assertThat(moved.data().path("cause").asText()).isEqualTo("merged");
            assertThat(moved.data().path("completedOn").asText()).isEqualTo("2026-03-01");
            assertThat(moved.data().path("movedFrom").path("learnerId").asText())
                    .isEqualTo(surviving.toString());
            assertThat(Contracts.faults(moved.type(), moved.json())).isEmpty();
        });
        assertThat(types(absorbed)).isEmpty();
    }

    @Test
    void each_learner_has_a_progress_and_a_record_of_its_own_again() {
        Neighbours.split(absorbed, enrolled);

        for (UUID one : List.of(absorbed, surviving)) {
            await().untilAsserted(() -> school.get("/v1/learners/" + one + "/progress")
                    .statusCode(200)
                    .body("learnerId", equalTo(one.toString()))
                    .body("cohorts.trained", contains(false)));
        }
        await().untilAsserted(() -> Office.get("office", "/v1/learners/" + absorbed + "/records")
                .body("mergedFrom", empty())
                .body("completions.reference", contains("C")));
        // A record also lists completions that were of the learner in an earlier state.
        Office.get("office", "/v1/learners/" + surviving + "/records")
                .body("mergedFrom", empty())
                .body("completions.reference", contains("C", "D"));
    }
}
