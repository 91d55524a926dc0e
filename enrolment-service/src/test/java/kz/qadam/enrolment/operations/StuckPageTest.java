package kz.qadam.enrolment.operations;

import static kz.qadam.enrolment.Caller.auditor;
import static kz.qadam.enrolment.Caller.course;
import static kz.qadam.enrolment.Caller.enrolled;
import static kz.qadam.enrolment.Caller.enrolment;
import static kz.qadam.enrolment.Caller.office;
import static kz.qadam.enrolment.Caller.partner;
import static kz.qadam.enrolment.Caller.school;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.endsWith;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.sql.SQLException;
import java.util.Map;
import java.util.UUID;
import kz.qadam.enrolment.DatabaseFixture;
import kz.qadam.enrolment.People;
import kz.qadam.enrolment.Published;
import kz.qadam.local.QadamBackends;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The office decides on a page about events that this service could not take in or send. */
@QuarkusTest
@QuarkusTestResource(QadamBackends.class)
class StuckPageTest {

    private static final String PAGE = "/desk/panels/enrolment/stuck";
    private static final Map<String, String> REASONED = Map.of("action", "discard", "reason", "Sent by mistake");

    private final UUID letter = UUID.randomUUID();
    private String enrolment;
    private String unsent;

    @BeforeEach
    void an_event_was_not_taken_in_and_another_not_sent() throws SQLException {
        enrolment = enrolled(school(), enrolment("E-1", course(), People.iin()));
        await().untilAsserted(() -> assertThat(Published.about(enrolment)).hasSize(1));
        ParkedTest.park("enrolments", enrolment);
        unsent = Published.about(enrolment).get(0).id();
        DatabaseFixture.execute("""
                insert into dead_letter (id, topic, partition, record_offset, event_type, reason, received_at)
                values ('%1$s', '%1$s', 0, 0, 'of.another.version', 'It cannot be read', '2026-03-01T00:00:00Z')
                """.formatted(letter));
    }

    @AfterEach
    void settle() {
        DatabaseFixture.execute("delete from dead_letter where topic = '" + letter + "'");
        DatabaseFixture.execute("delete from outbox_event where id = '" + unsent + "'");
    }

    @Test
    void the_office_sees_what_is_stuck_since_when_and_why() {
        assertThat(page(office(), PAGE))
                .contains("data-unreadable=\"" + letter + "\"", "of.another.version", "since 1 March 2026")
                .contains("An event of a kind that this version does not know", "It cannot be read")
                .contains("<h3 id=\"event-" + unsent + "\">A learner was enrolled</h3>", "It is too large for Kafka.")
                .contains("data-unsent=\"" + unsent + "\"", "RecordTooLargeException");
    }

    @Test
    void what_is_stuck_at_other_services_is_on_the_same_page() {
        assertThat(page(office(), "/desk/stuck"))
                .contains("data-unreadable=\"" + letter + "\"")
                .contains("data-from=\"/desk/panels/progress/stuck?lang=en\"")
                .contains("data-from=\"/desk/panels/reporting/stuck?lang=en\"");
    }

    @Test
    void an_event_that_still_cannot_be_taken_in_stays_and_the_reason_is_said() {
        String refused = send("/unreadable/" + letter, Map.of("action", "retry", "reason", "Updated"))
                .statusCode(200)
                .extract()
                .asString();

        assertThat(refused).contains("role=\"alert\"", "is read again at each start", letter.toString());
    }

    @Test
    void a_reason_that_is_refused_stays_in_its_form() {
        String refused = send("/unreadable/" + letter, Map.of("action", "retry", "reason", "Updated"))
                .statusCode(200)
                .extract()
                .asString();

        assertThat(refused).contains("id=\"reason-" + letter + "\" name=\"reason\" value=\"Updated\"");
    }

    @Test
    void of_very_many_events_the_page_says_that_it_shows_a_part() {
        assertThat(page(office(), PAGE)).doesNotContain("At most");

        DatabaseFixture.execute("""
                insert into dead_letter (id, topic, partition, record_offset, event_type, reason, received_at)
                select gen_random_uuid(), '%s', 0, place, 'of.another.version', 'It cannot be read', now()
                  from generate_series(1, 100) as place
                """.formatted(letter));

        assertThat(page(office(), PAGE)).contains("At most 100 are shown here.");
    }

    @Test
    void an_event_is_discarded_only_when_the_question_is_answered() {
        String question = send("/unreadable/" + letter, REASONED)
                .statusCode(200)
                .extract()
                .asString();
        assertThat(question).contains("Discard this event?", "Sent by mistake");
        assertThat(page(office(), PAGE)).contains("data-unreadable=\"" + letter + "\"");

        confirm("/unreadable/" + letter);

        assertThat(page(office(), PAGE)).doesNotContain(letter.toString());
    }

    @Test
    void an_event_that_was_not_sent_is_sent_again() {
        send("/unsent/" + unsent, Map.of("action", "send-again")).statusCode(303);

        await().untilAsserted(() -> assertThat(Published.about(enrolment)).hasSize(2));
        assertThat(page(office(), PAGE)).doesNotContain(unsent);
    }

    @Test
    void an_event_that_was_not_sent_is_discarded_once_however_often_the_answer_is_sent() {
        assertThat(send("/unsent/" + unsent, REASONED).statusCode(200).extract().asString())
                .contains("Discard this event?");
        confirm("/unsent/" + unsent);

        confirm("/unsent/" + unsent);

        assertThat(page(office(), PAGE)).doesNotContain(unsent);
        assertThat(Published.about(enrolment)).hasSize(1);
    }

    @Test
    void nothing_is_discarded_without_a_reason() {
        String refused = send("/unsent/" + unsent, Map.of("action", "discard"))
                .statusCode(200)
                .extract()
                .asString();

        assertThat(refused).contains("role=\"alert\"", "data-unsent=\"" + unsent + "\"");
    }

    @Test
    void an_auditor_reads_and_does_not_decide_what_is_sent() {
        assertThat(page(auditor(), PAGE)).contains(unsent).doesNotContain("/unsent/" + unsent);

        form(auditor(), "/unsent/" + unsent, REASONED).statusCode(403);
        partner(school()).get(PAGE).then().statusCode(403);
        office().get("/desk/panels/progress/stuck").then().statusCode(404);
    }

    private static String page(RequestSpecification caller, String path) {
        return caller.queryParam("lang", "en")
                .get(path)
                .then()
                .statusCode(200)
                .extract()
                .asString();
    }

    private static ValidatableResponse send(String path, Map<String, String> sent) {
        return form(office(), path, sent);
    }

    private static void confirm(String path) {
        form(office(), path, Map.of("action", "discard", "reason", "Sent by mistake", "confirmed", "true"))
                .statusCode(303)
                .header("Location", endsWith(PAGE + "?lang=en"));
    }

    private static ValidatableResponse form(RequestSpecification caller, String path, Map<String, String> sent) {
        return caller.contentType("application/x-www-form-urlencoded")
                .formParams(sent)
                .redirects()
                .follow(false)
                .post(PAGE + path + "?lang=en")
                .then();
    }
}
