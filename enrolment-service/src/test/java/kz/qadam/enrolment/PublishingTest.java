package kz.qadam.enrolment;

import static java.util.stream.Collectors.toMap;
import static kz.qadam.enrolment.Caller.course;
import static kz.qadam.enrolment.Caller.enrolment;
import static kz.qadam.enrolment.Caller.institution;
import static kz.qadam.enrolment.Caller.office;
import static kz.qadam.enrolment.Caller.partner;
import static kz.qadam.enrolment.Caller.school;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import kz.qadam.chassis.database.Database;
import kz.qadam.chassis.kafka.CloudEvent;
import kz.qadam.chassis.kafka.Publisher;
import kz.qadam.local.QadamBackends;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(QadamBackends.class)
@DisplayNameGeneration(ReplaceUnderscores.class)
class PublishingTest {

    @Inject
    Database database;

    @Inject
    Instance<Publisher> publishers;

    private static Published.Event newest(String subject) {
        List<Published.Event> events = Published.about(subject);
        assertThat(events).isNotEmpty();
        return events.get(events.size() - 1);
    }

    @Test
    void what_is_seeded_is_told_without_anybody_asking() {
        await().untilAsserted(() -> {
            assertThat(newest("programme/ai-skills")
                            .data()
                            .at("/versions/0/milestones/0/code")
                            .asText())
                    .isEqualTo("digital-nation");
            assertThat(newest("cohort/citizens").data().at("/versions/0/target").isNull())
                    .isTrue();
        });
    }

    @Test
    void the_newest_state_of_an_institution_is_told_under_its_own_key() {
        String school = school();
        office().header("If-Match", "*")
                .body(institution("closed", "null"))
                .put("/v1/institutions/" + school)
                .then()
                .statusCode(200);

        await().untilAsserted(() -> {
            var event = newest("institution/" + school);
            assertThat(event.data().get("version").asInt()).isEqualTo(2);
            assertThat(event.data().get("status").asText()).isEqualTo("closed");
            assertThat(event.data().get("region").isNull()).isTrue();
            assertThat(event.key()).isEqualTo(event.subject());
            assertThat(event.topic()).isEqualTo("qadam.catalogue");
            assertThat(event.source()).isEqualTo("/enrolment-service");
            assertThat(event.id())
                    .isEqualTo(CloudEvent.idOf(event.type(), event.subject(), 2).toString());
        });
    }

    @Test
    void what_happens_to_an_enrolment_is_told_under_its_learner() {
        String school = school();
        String body = enrolment("E-1", course(), People.iin());
        var enrolled = partner(school).body(body).post("/v1/enrolments").then().extract();
        String id = enrolled.path("id");
        String learner = enrolled.path("learnerId");
        await().untilAsserted(() -> assertThat(newest(id).type()).isEqualTo("kz.qadam.enrolment.enrolled.v1"));

        partner(school).body("""
                        {"enrolment": "E-1", "on": "2026-04-01", "reason": "moved away"}""").post("/v1/withdrawals");
        await().untilAsserted(() -> {
            assertThat(newest(id).type()).isEqualTo("kz.qadam.enrolment.withdrawn.v1");
            assertThat(newest(id).data().get("withdrawnOn").asText()).isEqualTo("2026-04-01");
        });

        partner(school).body("""
                        {"enrolment": "E-1", "region": "KZ-71", "reason": "wrong row"}""").post("/v1/enrolment-corrections");
        await().untilAsserted(() -> {
            assertThat(newest(id).type()).isEqualTo("kz.qadam.enrolment.corrected.v1");
            assertThat(newest(id).data().get("region").asText()).isEqualTo("KZ-71");
            assertThat(newest(id).data().get("version").asInt()).isEqualTo(3);
            assertThat(newest(id).key()).isEqualTo(learner);
            assertThat(newest(id).json()).doesNotContain("moved away", "wrong row");
        });
    }

    @Test
    void an_event_that_is_published_again_is_the_same() {
        String school = school();
        String course = course();
        String id = partner(school)
                .body(enrolment("E-1", course, People.iin()))
                .post("/v1/enrolments")
                .then()
                .extract()
                .path("id");
        partner(school).body("""
                        {"enrolment": "E-1", "region": "KZ-71", "reason": "wrong row"}""").post("/v1/enrolment-corrections");
        await().untilAsserted(() -> assertThat(Published.about(id)).hasSize(2));
        List<String> things =
                List.of("programme/ai-skills", "cohort/pupils", "institution/" + school, "course/" + course);
        Map<String, Published.Event> before = things.stream().collect(toMap(thing -> thing, PublishingTest::newest));

        republish("enrolments", List.of(id));
        republish("catalogue", things);

        await().untilAsserted(() -> assertThat(Published.about(id)).hasSize(3));
        assertThat(Published.about(id).get(2)).isEqualTo(Published.about(id).get(1));
        assertThat(things)
                .allSatisfy(thing -> await().untilAsserted(() -> {
                    List<Published.Event> events = Published.about(thing);
                    assertThat(events).hasSizeGreaterThan(1);
                    assertThat(events.subList(events.size() - 2, events.size())).containsOnly(before.get(thing));
                }));
    }

    private void republish(String publisher, List<String> subjects) {
        database.<Void>transaction(handle -> {
            publishers.stream()
                    .filter(one -> one.name().equals(publisher))
                    .forEach(one -> one.republish(handle, subjects));
            return null;
        });
    }

    @Test
    void the_same_sent_again_is_not_told_again() {
        String school = school();
        String body = enrolment("E-1", course(), People.iin());
        String id = partner(school)
                .body(body)
                .post("/v1/enrolments")
                .then()
                .extract()
                .path("id");
        partner(school).body(body).post("/v1/enrolments").then().statusCode(200);
        String next = partner(school)
                .body(enrolment("E-2", course(), People.iin()))
                .post("/v1/enrolments")
                .then()
                .extract()
                .path("id");

        await().untilAsserted(() -> assertThat(Published.about(next)).isNotEmpty());
        assertThat(Published.about(id)).hasSize(1);
    }

    @Test
    void whatever_is_told_keeps_its_contract() {
        partner(school())
                .body(enrolment("E-1", course(), People.iin()))
                .post("/v1/enrolments")
                .then()
                .statusCode(201);

        await().untilAsserted(() -> assertThat(Published.all())
                .extracting(Published.Event::topic)
                .contains("qadam.enrolments", "qadam.catalogue"));
        assertThat(Published.all())
                .allSatisfy(event ->
                        assertThat(Contracts.faults(event.type(), event.json())).isEmpty());
    }
}
