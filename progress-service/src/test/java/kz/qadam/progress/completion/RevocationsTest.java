package kz.qadam.progress.completion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.UUID;
import kz.qadam.chassis.testing.PublishedEvent;
import kz.qadam.local.QadamBackends;
import kz.qadam.progress.Neighbours;
import kz.qadam.progress.Partner;
import kz.qadam.progress.Published;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(QadamBackends.class)
class RevocationsTest {

    private final Partner school = Partner.school();
    private final UUID learner = UUID.randomUUID();

    @BeforeAll
    static void catalogue() {
        Neighbours.describeCatalogue();
    }

    @Test
    void a_revoked_completion_moves_the_trained_day_to_the_next_one() {
        school.enrols("E", learner, "pupils", "AI-101");
        school.completes("C-1", "E", "2026-03-01").statusCode(201);
        school.completes("C-2", "E", "2026-04-01").statusCode(201);
        await().untilAsserted(() -> assertThat(trainedDays()).endsWith("2026-03-01"));

        school.revokes("C-1").statusCode(200).body("status", equalTo("revoked"));

        await().untilAsserted(() -> assertThat(trainedDays()).endsWith("2026-03-01", "2026-04-01"));
    }

    @Test
    void with_its_only_completion_revoked_a_learner_is_no_longer_trained() {
        school.enrols("E", learner, "pupils", "AI-101");
        school.completes("C", "E", "2026-03-01").statusCode(201);
        await().untilAsserted(() -> assertThat(trainedDays()).hasSize(1));

        school.revokes("C").statusCode(200);

        await().untilAsserted(() -> assertThat(Published.about(learner + "/pupils"))
                .extracting(PublishedEvent::type)
                .containsExactly("kz.qadam.learner.trained.v1", "kz.qadam.learner.no-longer-trained.v1"));
    }

    @Test
    void a_revocation_that_comes_before_its_completion_holds_when_that_comes() {
        school.revokes("C").statusCode(201);

        school.completes("C", "E", "2026-03-01").statusCode(201).body("status", equalTo("revoked"));
    }

    @Test
    void revoking_twice_is_as_once() {
        school.completes("C", "E", "2026-03-01").statusCode(201);
        school.revokes("C").statusCode(200);

        school.revokes("C").statusCode(200).body("version", equalTo(2));
    }

    @Test
    void a_revoked_completion_of_an_unknown_enrolment_stays_revoked_when_the_enrolment_comes() {
        school.completes("C", "E", "2026-03-01").statusCode(201);
        school.revokes("C").statusCode(200);

        school.enrols("E", learner, "pupils", "AI-101");

        await().untilAsserted(() ->
                school.get("/v1/completions?reference=C").body("items[0].learnerId", equalTo(learner.toString())));
        assertThat(school.statusOf("C")).isEqualTo("revoked");
    }

    @Test
    void a_completion_is_revoked_by_its_id() {
        String id = school.completes("C", "E", "2026-03-01").extract().path("id");

        school.revokes(id).statusCode(200).body("reference", equalTo("C"));
    }

    @Test
    void a_completion_of_another_institution_is_not_revoked() {
        String id = school.completes("C", "E", "2026-03-01").extract().path("id");

        Partner.school().revokes(id).statusCode(404);
    }

    private List<String> trainedDays() {
        return Published.about(learner + "/pupils").stream()
                .map(event -> event.data().path("trainedOn").asText())
                .toList();
    }
}
