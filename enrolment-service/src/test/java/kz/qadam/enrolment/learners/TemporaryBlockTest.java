package kz.qadam.enrolment.learners;

import static kz.qadam.enrolment.Caller.auditor;
import static kz.qadam.enrolment.Caller.corrects;
import static kz.qadam.enrolment.Caller.course;
import static kz.qadam.enrolment.Caller.enrol;
import static kz.qadam.enrolment.Caller.enrolment;
import static kz.qadam.enrolment.Caller.office;
import static kz.qadam.enrolment.Caller.partner;
import static kz.qadam.enrolment.Caller.school;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import kz.qadam.chassis.base.database.Database;
import kz.qadam.chassis.testing.Contracts;
import kz.qadam.chassis.testing.PublishedEvent;
import kz.qadam.enrolment.People;
import kz.qadam.enrolment.Published;
import kz.qadam.local.QadamBackends;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The office blocks a learner until what is held is settled. */
@QuarkusTest
@QuarkusTestResource(QadamBackends.class)
class TemporaryBlockTest {

    @Inject
    Database database;

    private final ExecutorService threads = Executors.newFixedThreadPool(50);
    private final String iin = People.iin();
    private String course;
    private String school;
    private String enrolment;
    private String learner;

    @BeforeEach
    void enrol_somebody() {
        course = course();
        school = school();
        ValidatableResponse enrolled =
                enrol(school, enrolment("E-1", course, iin)).statusCode(201);
        enrolment = enrolled.extract().path("id");
        learner = enrolled.extract().path("learnerId");
    }

    @AfterEach
    void end_the_threads() {
        threads.shutdown();
    }

    @Test
    void a_blocked_learner_cannot_be_enrolled_by_anybody() {
        block("disputed").statusCode(200).body("reason", equalTo("disputed"));

        enrol(school(), enrolment("F-1", course, iin))
                .statusCode(422)
                .body("errors.code", contains("learner-unavailable"));
    }

    @Test
    void institutions_cannot_read_the_enrolments_of_a_blocked_learner() {
        block("unlawful");

        partner(school).get("/v1/enrolments/" + enrolment).then().statusCode(404);
        partner(school).get("/v1/enrolments").then().body("items", empty());
        auditor().get("/v1/enrolments/" + enrolment).then().statusCode(200);
    }

    @Test
    void an_enrolment_of_a_blocked_learner_is_not_found_to_be_corrected() {
        block("disputed");

        corrects(school, "E-1", "\"region\": \"KZ-71\"").statusCode(404);
    }

    @Test
    void a_lifted_block_leaves_everything_as_it_was() {
        block("disputed");

        lift();

        partner(school).get("/v1/enrolments/" + enrolment).then().statusCode(200);
        enrol(school(), enrolment("F-1", course, iin)).statusCode(201).body("learnerId", equalTo(learner));
    }

    @Test
    void who_follows_a_list_sees_the_enrolments_again_after_the_block() {
        block("disputed");
        String cursor = partner(school).get("/v1/enrolments").path("cursor");

        lift();

        partner(school).get("/v1/enrolments?cursor=" + cursor).then().body("items.id", hasItem(enrolment));
    }

    @Test
    void a_block_in_force_stays_as_it_is() {
        block("disputed");

        block("requested").body("reason", equalTo("disputed"));
    }

    @Test
    void a_learner_can_be_blocked_again() {
        block("disputed");
        lift();

        block("requested").body("reason", equalTo("requested"));
    }

    @Test
    void both_states_are_published_without_the_reason() {
        block("disputed");

        lift();

        await().untilAsserted(() -> assertThat(published())
                .hasSize(2)
                .allSatisfy(event -> {
                    assertThat(event.topic()).isEqualTo("qadam.enrolments");
                    assertThat(event.key()).isEqualTo(learner);
                    assertThat(event.json()).contains(learner).doesNotContain("disputed");
                    assertThat(Contracts.faults(event.type(), event.json())).isEmpty();
                })
                .extracting(TemporaryBlockTest::state)
                .containsExactly("1 true", "2 false"));
    }

    @Test
    void a_repetition_is_not_published() {
        block("disputed");
        block("disputed");
        lift();
        lift();

        block("requested");

        await().untilAsserted(() -> assertThat(published())
                .extracting(TemporaryBlockTest::state)
                .containsExactly("1 true", "2 false", "3 true"));
    }

    @Test
    void a_repetition_changes_nothing_on_record() {
        block("disputed");

        block("disputed");

        await().untilAsserted(() -> assertThat(outcomes()).containsExactlyInAnyOrder("done", "unchanged"));
    }

    @Test
    void of_many_requests_at_once_one_blocks_and_all_are_answered() {
        var requests = Stream.generate(() -> CompletableFuture.supplyAsync(
                        () -> block("disputed").extract().statusCode(), threads))
                .limit(50)
                .toList();

        assertThat(requests).extracting(CompletableFuture::join).containsOnly(200);

        lift();
        await().untilAsserted(() ->
                assertThat(published()).extracting(TemporaryBlockTest::state).containsExactly("1 true", "2 false"));
    }

    @Test
    void all_ids_of_a_person_are_blocked_by_a_version_that_is_higher_than_each_had() {
        String absorbed = learnerWithDocument();
        blockAndLift(absorbed);
        merge(absorbed, learner);

        block("disputed");

        await().untilAsserted(() -> assertThat(published()).singleElement().satisfies(event -> {
            assertThat(state(event)).isEqualTo("3 true");
            assertThat(event.data().get("learners"))
                    .extracting(JsonNode::asText)
                    .containsExactlyInAnyOrder(absorbed, learner);
        }));
        partner(school)
                .get("/v1/enrolments")
                .then()
                .body("items.learnerId", not(hasItem(absorbed)))
                .body("items.learnerId", not(hasItem(learner)));
    }

    @Test
    void a_blocked_learner_cannot_be_merged() {
        String other = learnerWithDocument();
        block("disputed");

        merging(other, learner).statusCode(422).body("errors.code", contains("unknown-learner"));
    }

    @Test
    void the_person_record_shows_the_block() {
        block("disputed");

        office().body("""
                        {"person": {"iin": "%s"}, "requestedBy": "self"}""".formatted(iin))
                .post("/v1/person-records")
                .then()
                .body("block.reason", equalTo("disputed"))
                .body("enrolments.enrolment.id", contains(enrolment));
    }

    @Test
    void a_learner_who_is_not_known_cannot_be_blocked() {
        learner = UUID.randomUUID().toString();

        block("disputed").statusCode(404);
    }

    @Test
    void nobody_but_the_office_blocks() {
        partner(school).body("{\"reason\": \"disputed\"}").put(path()).then().statusCode(403);
    }

    private String learnerWithDocument() {
        return enrol(school, enrolment("D-1", course, "").replace("{\"iin\": \"\"}", """
                                {"document": {"country": "KZ", "number": "N%s"}}""".formatted(iin.substring(2))))
                .statusCode(201)
                .extract()
                .path("learnerId");
    }

    private void blockAndLift(String other) {
        String path = "/v1/learner-blocks/" + other;
        office().body("{\"reason\": \"disputed\"}").put(path).then().statusCode(200);
        office().delete(path).then().statusCode(204);
    }

    private static void merge(String absorbed, String surviving) {
        merging(absorbed, surviving).statusCode(201);
    }

    private static ValidatableResponse merging(String absorbed, String surviving) {
        return office().body("{\"absorbed\": \"%s\", \"surviving\": \"%s\", \"reason\": \"one person\"}"
                        .formatted(absorbed, surviving))
                .post("/v1/learner-merges")
                .then();
    }

    private List<PublishedEvent> published() {
        return Published.about("block/" + learner);
    }

    private static String state(PublishedEvent event) {
        return event.data().get("version").asInt() + " "
                + event.data().get("blocked").asBoolean();
    }

    private List<String> outcomes() {
        return database.transaction(
                handle -> handle.createQuery("select outcome from trail where kind = 'write' and subject = :learner")
                        .bind("learner", learner)
                        .mapTo(String.class)
                        .list());
    }

    private ValidatableResponse block(String reason) {
        return office().body("{\"reason\": \"%s\"}".formatted(reason))
                .put(path())
                .then();
    }

    private void lift() {
        office().delete(path()).then().statusCode(204);
    }

    private String path() {
        return "/v1/learner-blocks/" + learner;
    }
}
