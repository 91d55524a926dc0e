package kz.qadam.enrolment.operations;

import static kz.qadam.enrolment.Caller.auditor;
import static kz.qadam.enrolment.Caller.course;
import static kz.qadam.enrolment.Caller.enrolment;
import static kz.qadam.enrolment.Caller.office;
import static kz.qadam.enrolment.Caller.partner;
import static kz.qadam.enrolment.Caller.school;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import kz.qadam.enrolment.People;
import kz.qadam.enrolment.Published;
import kz.qadam.local.QadamBackends;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(QadamBackends.class)
@DisplayNameGeneration(ReplaceUnderscores.class)
class ParkedTest {

    private static final String PARKED = "/v1/parked-states";

    @Test
    void what_is_parked_of_enrolments_and_of_the_catalogue_is_listed_and_sent_by_one_call() throws SQLException {
        String school = school();
        String id = partner(school)
                .body(enrolment("E-1", course(), People.iin()))
                .post("/v1/enrolments")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        String institution = "institution/" + school;
        await().untilAsserted(() -> {
            assertThat(Published.about(id)).hasSize(1);
            assertThat(Published.about(institution)).hasSize(1);
        });
        park("enrolments", id);
        park("catalogue", institution);

        auditor()
                .get(PARKED)
                .then()
                .statusCode(200)
                .body(found(id) + ".reason", equalTo("RecordTooLargeException"))
                .body(found(id) + ".type", equalTo("kz.qadam.enrolment.enrolled.v1"))
                .body(found(institution) + ".type", equalTo("kz.qadam.catalogue.institution-described.v1"));
        String event = auditor().get(PARKED).path(found(id) + ".id");
        assertThat(event).isEqualTo(Published.about(id).get(0).id());
        partner(school).get(PARKED).then().statusCode(403);
        partner(school).body("{}").post(PARKED + "/send-again").then().statusCode(403);

        office().body("{\"id\": \"" + UUID.randomUUID() + "\"}")
                .post(PARKED + "/send-again")
                .then()
                .statusCode(200)
                .body("events", equalTo(0));
        office().body("{}").post(PARKED + "/send-again").then().statusCode(200).body("events", equalTo(2));

        await().untilAsserted(() -> {
            assertThat(Published.about(id)).hasSize(2);
            assertThat(Published.about(institution)).hasSize(2);
        });
    }

    @Test
    void states_that_can_never_be_sent_are_given_up_one_by_one() throws SQLException {
        String school = school();
        String course = course();
        String id = partner(school)
                .body(enrolment("E-1", course, People.iin()))
                .post("/v1/enrolments")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        String institution = "institution/" + school;
        await().untilAsserted(() -> {
            assertThat(Published.about(id)).hasSize(1);
            assertThat(Published.about(institution)).hasSize(1);
        });
        park("enrolments", id);
        park("catalogue", institution);
        List<String> events = List.of(
                auditor().get(PARKED).path(found(id) + ".id"),
                auditor().get(PARKED).path(found(institution) + ".id"));
        String discard = PARKED + "/discard";

        for (String event : events) {
            String wanted = "{\"id\": \"" + event + "\", \"reason\": \"Kafka takes no such record\"}";
            partner(school).body(wanted).post(discard).then().statusCode(403);
            office().body("{\"id\": \"" + event + "\"}").post(discard).then().statusCode(400);
            office().body(wanted).post(discard).then().statusCode(200).body("events", equalTo(1));
            office().body(wanted).post(discard).then().statusCode(200).body("events", equalTo(0));
        }

        auditor()
                .get(PARKED)
                .then()
                .body("events.subject", not(hasItem(id)))
                .body("events.subject", not(hasItem(institution)));
        assertThat(Published.about(id)).hasSize(1);
        assertThat(Published.about(institution)).hasSize(1);
    }

    private static String found(String subject) {
        return "events.find { it.subject == '" + subject + "' }";
    }

    /** As if Kafka had not taken the event about this subject. */
    private static void park(String publisher, String subject) throws SQLException {
        Published.Event event = Published.about(subject).get(0);
        try (var connection = QadamBackends.database().connect();
                var statement = connection.createStatement()) {
            statement.execute("""
                    insert into outbox_event (publisher, id, key, type, subject, time, data, parked)
                    values ('%s', '%s', '%s', '%s', '%s', now(), $data$%s$data$, 'RecordTooLargeException')
                    """.formatted(publisher, event.id(), event.key(), event.type(), subject, event.json()));
        }
    }
}
