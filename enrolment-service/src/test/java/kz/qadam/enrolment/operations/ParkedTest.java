package kz.qadam.enrolment.operations;

import static kz.qadam.enrolment.Caller.auditor;
import static kz.qadam.enrolment.Caller.course;
import static kz.qadam.enrolment.Caller.enrolled;
import static kz.qadam.enrolment.Caller.enrolment;
import static kz.qadam.enrolment.Caller.office;
import static kz.qadam.enrolment.Caller.partner;
import static kz.qadam.enrolment.Caller.school;
import static kz.qadam.enrolment.TasksFixture.taskOf;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThanOrEqualTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import kz.qadam.chassis.testing.PublishedEvent;
import kz.qadam.enrolment.People;
import kz.qadam.enrolment.Published;
import kz.qadam.enrolment.TasksFixture;
import kz.qadam.local.QadamBackends;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(QadamBackends.class)
class ParkedTest {

    private static final String PARKED = "/v1/parked-states";
    private static final String SEND_AGAIN = PARKED + "/send-again";
    private static final String DISCARD = PARKED + "/discard";

    private RequestSpecification partner;
    private String id;
    private String institution;

    /** As if Kafka had taken neither the event about an enrolment nor the one about its institution. */
    @BeforeEach
    void park_an_enrolment_and_its_institution() throws SQLException {
        String school = school();
        partner = partner(school);
        id = enrolled(school, enrolment("E-1", course(), People.iin()));
        institution = "institution/" + school;
        awaitPublished(1);
        park("enrolments", id);
        park("catalogue", institution);
    }

    @AfterEach
    void discard() {
        for (String event : List.of(eventAbout(id), eventAbout(institution))) {
            office().body(reasoned(event)).post(DISCARD);
        }
    }

    private void awaitPublished(int times) {
        await().untilAsserted(() -> {
            assertThat(Published.about(id)).hasSize(times);
            assertThat(Published.about(institution)).hasSize(times);
        });
    }

    private static String eventAbout(String subject) {
        return Published.about(subject).get(0).id();
    }

    private static String reasoned(String event) {
        return "{\"id\": \"" + event + "\", \"reason\": \"Kafka takes no such record\"}";
    }

    @Test
    void what_is_parked_of_enrolments_and_of_the_catalogue_is_listed_with_its_reason() {
        auditor()
                .get(PARKED)
                .then()
                .statusCode(200)
                .body(found(id) + ".id", equalTo(eventAbout(id)))
                .body(found(id) + ".reason", equalTo("RecordTooLargeException"))
                .body(found(id) + ".type", equalTo("kz.qadam.enrolment.enrolled.v1"))
                .body(found(institution) + ".type", equalTo("kz.qadam.catalogue.institution-described.v1"));
    }

    @Test
    void what_is_parked_waits_for_the_office() {
        new TasksFixture(office())
                .all()
                .body(taskOf("parked-events") + ".count", greaterThanOrEqualTo(2))
                .body(taskOf("parked-events") + ".link", equalTo("/desk/panels/enrolment/stuck"));
    }

    @Test
    void no_partner_lists_sends_or_discards_what_is_parked() {
        partner.get(PARKED).then().statusCode(403);
        partner.body("{}").post(SEND_AGAIN).then().statusCode(403);
        partner.body(reasoned(eventAbout(id))).post(DISCARD).then().statusCode(403);
    }

    @Test
    void all_that_is_parked_is_sent_by_one_call() {
        office().body("{}").post(SEND_AGAIN).then().statusCode(200).body("events", equalTo(2));

        awaitPublished(2);
    }

    @Test
    void an_event_that_is_not_parked_is_not_sent_again() {
        office().body("{\"id\": \"" + UUID.randomUUID() + "\"}")
                .post(SEND_AGAIN)
                .then()
                .statusCode(200)
                .body("events", equalTo(0));
    }

    @Test
    void an_event_is_not_discarded_without_a_reason() {
        office().body("{\"id\": \"" + eventAbout(id) + "\"}")
                .post(DISCARD)
                .then()
                .statusCode(400);
    }

    @Test
    void events_that_can_never_be_sent_are_discarded_one_by_one() {
        for (String subject : List.of(id, institution)) {
            office().body(reasoned(eventAbout(subject)))
                    .post(DISCARD)
                    .then()
                    .statusCode(200)
                    .body("events", equalTo(1));
        }

        auditor()
                .get(PARKED)
                .then()
                .body("events.subject", not(hasItem(id)))
                .body("events.subject", not(hasItem(institution)));
        assertThat(Published.about(id)).hasSize(1);
        assertThat(Published.about(institution)).hasSize(1);
    }

    @Test
    void an_event_that_was_discarded_is_not_discarded_again() {
        office().body(reasoned(eventAbout(id))).post(DISCARD).then().statusCode(200);

        office().body(reasoned(eventAbout(id)))
                .post(DISCARD)
                .then()
                .statusCode(200)
                .body("events", equalTo(0));
    }

    private static String found(String subject) {
        return "events.find { it.subject == '" + subject + "' }";
    }

    /** As if Kafka had not taken the event about this subject. */
    static void park(String publisher, String subject) throws SQLException {
        PublishedEvent event = Published.about(subject).get(0);
        try (var connection = QadamBackends.database().connect();
                var statement = connection.createStatement()) {
            statement.execute("""
                    insert into outbox_event (publisher, id, key, type, subject, time, data, parked)
                    values ('%s', '%s', '%s', '%s', '%s', now(), $data$%s$data$, 'RecordTooLargeException')
                    """.formatted(publisher, event.id(), event.key(), event.type(), subject, event.json()));
        }
    }
}
