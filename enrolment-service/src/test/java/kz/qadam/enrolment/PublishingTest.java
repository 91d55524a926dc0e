package kz.qadam.enrolment;

import static java.util.stream.Collectors.toMap;
import static kz.qadam.enrolment.Caller.corrects;
import static kz.qadam.enrolment.Caller.course;
import static kz.qadam.enrolment.Caller.enrol;
import static kz.qadam.enrolment.Caller.enrolled;
import static kz.qadam.enrolment.Caller.enrolment;
import static kz.qadam.enrolment.Caller.institution;
import static kz.qadam.enrolment.Caller.put;
import static kz.qadam.enrolment.Caller.school;
import static kz.qadam.enrolment.Caller.withdraws;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import kz.qadam.chassis.base.database.Database;
import kz.qadam.chassis.events.kafka.CloudEvent;
import kz.qadam.chassis.events.kafka.EventPublisher;
import kz.qadam.chassis.testing.Contracts;
import kz.qadam.chassis.testing.PublishedEvent;
import kz.qadam.local.QadamBackends;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(QadamBackends.class)
class PublishingTest {

    @Inject
    Database database;

    @Inject
    Instance<EventPublisher> publishers;

    private static PublishedEvent newest(String subject) {
        List<PublishedEvent> events = Published.about(subject);
        assertThat(events).isNotEmpty();
        return events.get(events.size() - 1);
    }

    @Test
    void the_catalogue_that_a_new_installation_begins_with_is_published() {
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
    void the_newest_state_of_an_institution_is_published_under_its_own_key() {
        String school = school();

        put("/v1/institutions/" + school, "*", institution("closed", "null")).statusCode(200);

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
    void an_enrolment_is_published_under_its_learner() {
        var enrolled = enrol(school(), enrolment("E-1", course(), People.iin())).extract();

        await().untilAsserted(() -> {
            var event = newest(enrolled.path("id"));
            assertThat(event.type()).isEqualTo("kz.qadam.enrolment.enrolled.v1");
            assertThat(event.key()).isEqualTo(enrolled.path("learnerId"));
        });
    }

    @Test
    void a_withdrawal_is_published_with_its_day_and_without_its_reason() {
        String school = school();
        String id = enrolled(school, enrolment("E-1", course(), People.iin()));

        withdraws(school, "E-1", "2026-04-01");

        await().untilAsserted(() -> {
            var event = newest(id);
            assertThat(event.type()).isEqualTo("kz.qadam.enrolment.withdrawn.v1");
            assertThat(event.data().get("withdrawnOn").asText()).isEqualTo("2026-04-01");
            assertThat(event.json()).doesNotContain("moved away");
        });
    }

    @Test
    void a_correction_of_a_withdrawn_enrolment_is_published_under_its_learner_and_without_its_reason() {
        String school = school();
        var enrolled = enrol(school, enrolment("E-1", course(), People.iin())).extract();
        withdraws(school, "E-1", "2026-04-01");

        corrects(school, "E-1", "\"region\": \"KZ-71\"");

        await().untilAsserted(() -> {
            var event = newest(enrolled.path("id"));
            assertThat(event.type()).isEqualTo("kz.qadam.enrolment.corrected.v1");
            assertThat(event.data().get("region").asText()).isEqualTo("KZ-71");
            assertThat(event.data().get("version").asInt()).isEqualTo(3);
            assertThat(event.key()).isEqualTo(enrolled.path("learnerId"));
            assertThat(event.json()).doesNotContain("moved away", "wrong row");
        });
    }

    @Test
    void an_event_that_is_published_again_is_the_same() {
        String school = school();
        String course = course();
        String id = enrolled(school, enrolment("E-1", course, People.iin()));
        corrects(school, "E-1", "\"region\": \"KZ-71\"");
        await().untilAsserted(() -> assertThat(Published.about(id)).hasSize(2));
        List<String> things =
                List.of("programme/ai-skills", "cohort/pupils", "institution/" + school, "course/" + course);
        Map<String, PublishedEvent> before = things.stream().collect(toMap(thing -> thing, PublishingTest::newest));

        republish("enrolments", List.of(id));
        republish("catalogue", things);

        await().untilAsserted(() -> assertThat(Published.about(id)).hasSize(3));
        assertThat(Published.about(id).get(2)).isEqualTo(Published.about(id).get(1));
        assertThat(things)
                .allSatisfy(thing -> await().untilAsserted(() -> {
                    List<PublishedEvent> events = Published.about(thing);
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
    void an_enrolment_that_is_sent_twice_is_published_once() {
        String school = school();
        String body = enrolment("E-1", course(), People.iin());
        String id = enrolled(school, body);

        enrol(school, body).statusCode(200);

        String next = enrolled(school, enrolment("E-2", course(), People.iin()));
        await().untilAsserted(() -> assertThat(Published.about(next)).isNotEmpty());
        assertThat(Published.about(id)).hasSize(1);
    }

    @Test
    void every_published_event_keeps_its_contract() {
        enrolled(school(), enrolment("E-1", course(), People.iin()));

        await().untilAsserted(() -> assertThat(Published.all())
                .extracting(PublishedEvent::topic)
                .contains("qadam.enrolments", "qadam.catalogue"));
        assertThat(Published.all())
                .allSatisfy(event ->
                        assertThat(Contracts.faults(event.type(), event.json())).isEmpty());
    }
}
