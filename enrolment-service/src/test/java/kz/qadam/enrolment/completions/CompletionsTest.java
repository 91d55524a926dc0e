package kz.qadam.enrolment.completions;

import static kz.qadam.enrolment.Caller.course;
import static kz.qadam.enrolment.Caller.enrolled;
import static kz.qadam.enrolment.Caller.enrolment;
import static kz.qadam.enrolment.Caller.partner;
import static kz.qadam.enrolment.Caller.school;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import kz.qadam.chassis.base.database.Database;
import kz.qadam.chassis.events.kafka.CloudEvent;
import kz.qadam.chassis.events.kafka.DeliveredEvent;
import kz.qadam.enrolment.Concurrently;
import kz.qadam.enrolment.People;
import kz.qadam.enrolment.Published;
import kz.qadam.local.QadamBackends;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(QadamBackends.class)
class CompletionsTest {

    private static final String RECORDED = "kz.qadam.completion.recorded.v1";
    private static final String CORRECTED = "kz.qadam.completion.corrected.v1";
    private static final String REVOKED = "kz.qadam.completion.revoked.v1";
    private static final String REFUSED = "kz.qadam.completion.refused.v1";

    @Inject
    Database database;

    @Inject
    CompletionIntake completions;

    private final UUID completion = UUID.randomUUID();
    private String school;
    private String enrolment;

    @BeforeEach
    void enrol_somebody() {
        school = school();
        enrolment = enrolled(school, enrolment("E-1", course(), People.iin()));
    }

    private String anotherEnrolment() {
        return enrolled(school, enrolment("E-2", course(), People.iin()));
    }

    private void becomes(String status) {
        becomes(enrolment, status);
    }

    private void becomes(String id, String status) {
        await().untilAsserted(() -> partner(school)
                .get("/v1/enrolments/" + id)
                .then()
                .body("status", equalTo(status))
                .body("version", equalTo(1)));
    }

    @Test
    void an_accepted_completion_completes_an_enrolment() {
        ProgressService.says(RECORDED, ProgressService.completion(completion, enrolment, "accepted", 1));

        becomes("completed");
    }

    @Test
    void who_walks_a_list_again_finds_an_enrolment_that_was_completed_meanwhile() {
        String cursor = partner(school)
                .get("/v1/enrolments?limit=1000")
                .then()
                .extract()
                .path("cursor");

        ProgressService.says(RECORDED, ProgressService.completion(completion, enrolment, "accepted", 1));

        becomes("completed");
        partner(school).get("/v1/enrolments?cursor=" + cursor).then().body("items.id", hasItem(enrolment));
    }

    @Test
    void a_revoked_completion_completes_an_enrolment_no_more_and_nothing_of_it_is_published() {
        ProgressService.says(RECORDED, ProgressService.completion(completion, enrolment, "accepted", 1));
        becomes("completed");

        ProgressService.says(REVOKED, ProgressService.completion(completion, enrolment, "revoked", 2));

        becomes("enrolled");
        assertThat(Published.about(enrolment)).hasSizeLessThanOrEqualTo(1);
    }

    @Test
    void a_refused_completion_completes_nothing() {
        ProgressService.says(REFUSED, ProgressService.completion(completion, enrolment, "refused", 1));

        awaitLaterCompletion();
        becomes("enrolled");
    }

    @Test
    void of_two_versions_the_higher_holds_whichever_comes_first() {
        ProgressService.says(REVOKED, ProgressService.completion(completion, enrolment, "revoked", 2));
        ProgressService.says(RECORDED, ProgressService.completion(completion, enrolment, "accepted", 1));

        awaitLaterCompletion();
        becomes("enrolled");
    }

    /** When a later completion has taken effect, all that were published before it have. */
    private void awaitLaterCompletion() {
        String second = anotherEnrolment();
        ProgressService.says(RECORDED, ProgressService.completion(UUID.randomUUID(), second, "accepted", 1));
        becomes(second, "completed");
    }

    @Test
    void a_completion_that_moves_to_another_enrolment_leaves_the_first() {
        String second = anotherEnrolment();
        ProgressService.says(RECORDED, ProgressService.completion(completion, enrolment, "accepted", 1));
        becomes("completed");

        ProgressService.says(CORRECTED, ProgressService.completion(completion, second, "accepted", 2));

        becomes(second, "completed");
        becomes("enrolled");
    }

    @Test
    void of_two_versions_that_arrive_at_once_the_higher_holds() {
        String second = anotherEnrolment();

        Concurrently.meet(
                database,
                handle -> completions.take(handle, delivered(completion, enrolment, "accepted", 1)),
                () -> database.transaction(
                        handle -> completions.take(handle, delivered(completion, second, "accepted", 2))));

        becomes(second, "completed");
        becomes("enrolled");
    }

    @Test
    void of_two_completions_that_change_at_once_the_one_that_still_counts_completes_the_enrolment() {
        UUID another = UUID.randomUUID();
        ProgressService.says(RECORDED, ProgressService.completion(completion, enrolment, "accepted", 1));
        becomes("completed");

        Concurrently.meet(
                database,
                handle -> completions.take(handle, delivered(completion, enrolment, "revoked", 2)),
                () -> database.transaction(
                        handle -> completions.take(handle, delivered(another, enrolment, "accepted", 1))));

        becomes("completed");
    }

    private static List<DeliveredEvent> delivered(UUID completion, String to, String status, int version) {
        String type = status.equals("revoked") ? REVOKED : RECORDED;
        var event = new CloudEvent(
                CloudEvent.idOf(type, completion.toString(), version),
                type,
                "/progress-service",
                completion.toString(),
                Instant.EPOCH,
                null,
                ProgressService.completion(completion, to, status, version));
        return List.of(new DeliveredEvent(event, new ConsumerRecord<>("qadam.completions", 0, version, null, null)));
    }

    @Test
    void what_cannot_be_read_is_kept_as_a_dead_letter_and_holds_nothing_up() {
        String broken = "{\"completionId\": \"" + completion + "\"}";
        ProgressService.says(RECORDED, broken);
        ProgressService.says("kz.qadam.completion.praised.v1", broken);
        ProgressService.says(RECORDED, ProgressService.completion(UUID.randomUUID(), enrolment, "accepted", 1));

        becomes("completed");
        await().untilAsserted(() -> assertThat(deadLetters(broken)).isEqualTo(1));
    }

    private int deadLetters(String value) {
        return database.transaction(handle -> handle.createQuery(
                        "select count(*) from dead_letter where value = convert_to(:value, 'UTF8')")
                .bind("value", value)
                .mapTo(Integer.class)
                .one());
    }
}
