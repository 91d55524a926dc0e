package kz.qadam.progress.trail;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import kz.qadam.chassis.base.database.Database;
import kz.qadam.chassis.testing.PublishedEvent;
import kz.qadam.local.QadamBackends;
import kz.qadam.local.Tokens;
import kz.qadam.progress.Neighbours;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.Test;

/** The heads of trails, which the services keep for each other. */
@QuarkusTest
@QuarkusTestResource(QadamBackends.class)
class TrailHeadTest {

    private static final String TYPE = "kz.qadam.trail.head.v1";

    @Inject
    Database database;

    private final String instance = "test-" + UUID.randomUUID();

    private void send(String service, String hash) {
        Neighbours.send(
                "qadam.trail", "trail/" + service + "/" + instance, TYPE, 7, """
                {"service":"%s","instance":"%s","number":7,"hash":"%s","chainedAt":"2026-11-27T10:00:00Z"}
                """.formatted(service, instance, hash));
    }

    private List<String> kept() {
        return given().auth()
                .oauth2(Tokens.of("auditor"))
                .get("/v1/completion-trail/heads?limit=1000")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath()
                .param("instance", instance)
                .getList("items.findAll { it.instance == instance }.hash", String.class);
    }

    @Test
    void a_head_of_another_service_is_kept_and_so_is_one_that_contradicts_it() {
        send("enrolment-service", "a".repeat(64));
        send("enrolment-service", "b".repeat(64));
        send("enrolment-service", "a".repeat(64));

        await().untilAsserted(() -> assertThat(kept()).containsExactly("a".repeat(64), "b".repeat(64)));
    }

    @Test
    void a_head_in_the_name_of_another_service_is_not_kept() {
        send("reporting-service", "a".repeat(64));
        send("enrolment-service", "b".repeat(64));

        await().untilAsserted(() -> assertThat(kept()).containsExactly("b".repeat(64)));
    }

    @Test
    void the_head_of_each_chain_is_sent_to_the_others() {
        var trail = new ChainedTrail(database);
        trail.add();

        await().untilAsserted(() -> assertThat(sent(trail)).containsExactly(tuple(TYPE, "/progress-service", 1L)));
    }

    @Test
    void a_head_is_sent_even_if_the_clock_of_its_instance_is_slow() {
        var trail = new ChainedTrail(database);
        trail.add();
        await().untilAsserted(() -> assertThat(sent(trail)).hasSize(1));

        trail.addBlockOfSlowClock();

        await().untilAsserted(() ->
                assertThat(sent(trail)).extracting(head -> head.toList().get(2)).containsExactly(1L, 2L));
    }

    private static List<Tuple> sent(ChainedTrail trail) {
        return PublishedEvent.of("qadam.trail").stream()
                .filter(event -> event.key().equals("trail/progress-service/" + trail.instance()))
                .map(event -> tuple(
                        event.type(), event.source(), event.data().get("number").asLong()))
                .toList();
    }
}
