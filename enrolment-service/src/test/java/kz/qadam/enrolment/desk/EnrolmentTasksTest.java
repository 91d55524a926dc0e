package kz.qadam.enrolment.desk;

import static io.restassured.RestAssured.given;
import static kz.qadam.enrolment.Caller.anybody;
import static kz.qadam.enrolment.Caller.auditor;
import static kz.qadam.enrolment.Caller.course;
import static kz.qadam.enrolment.Caller.enrolled;
import static kz.qadam.enrolment.Caller.enrolment;
import static kz.qadam.enrolment.Caller.office;
import static kz.qadam.enrolment.Caller.partner;
import static kz.qadam.enrolment.Caller.school;
import static kz.qadam.enrolment.TasksFixture.taskOf;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThanOrEqualTo;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import java.util.UUID;
import kz.qadam.enrolment.DatabaseFixture;
import kz.qadam.enrolment.People;
import kz.qadam.enrolment.TasksFixture;
import kz.qadam.local.QadamBackends;
import kz.qadam.local.Tokens;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(QadamBackends.class)
class EnrolmentTasksTest {

    private static final String UNREADABLE = taskOf("unreadable-events");
    private static final String PARKED = taskOf("parked-events");
    private static final String UNCONFIRMED = taskOf("archive-unconfirmed");
    private static final String CONTRADICTED = taskOf("archive-contradicted");
    private static final String BLOCKED = taskOf("persons-blocked");

    private final UUID letter = UUID.randomUUID();

    @BeforeEach
    void let_an_event_be_unreadable_and_segments_contradict_each_other() {
        DatabaseFixture.execute("""
                insert into dead_letter (id, topic, partition, record_offset, reason, received_at)
                values ('%1$s', '%1$s', 0, 0, 'It cannot be read', '2026-03-01T00:00:00Z');
                insert into archive_anchor (stream, epoch, number, digest, manifest, signature, public_key, contradicts)
                values ('%1$s', 1, 1, '', '', '', '', true);
                insert into archive_segment (stream, epoch, number, snapshot, before, rows, late, sealed_at, manifest)
                values ('%1$s', 1, 1, '1:1:', '1:1:', 0, 0, now() - interval '3 hours', ''),
                       ('%1$s', 1, 2, '1:1:', '1:1:', 0, 0, now() - interval '1 hour', '')
                """.formatted(letter));
    }

    @AfterEach
    void settle() {
        DatabaseFixture.execute("""
                delete from dead_letter where topic = '%1$s';
                delete from archive_anchor where stream = '%1$s';
                delete from archive_confirmation where stream = '%1$s';
                delete from archive_segment where stream = '%1$s'
                """.formatted(letter));
    }

    @Test
    void an_event_that_cannot_be_read_waits_for_office_and_auditors() {
        new TasksFixture(office())
                .all()
                .body(UNREADABLE + ".count", greaterThanOrEqualTo(1))
                .body(UNREADABLE + ".oldest", equalTo("2026-03-01T00:00:00Z"))
                .body(UNREADABLE + ".until", nullValue())
                .body(UNREADABLE + ".link", equalTo("/desk/panels/enrolment/stuck"));
        new TasksFixture(auditor()).all().body(UNREADABLE + ".count", greaterThanOrEqualTo(1));
    }

    @Test
    void an_event_that_was_resolved_waits_no_more() {
        long before = count(UNREADABLE);

        DatabaseFixture.execute(
                "update dead_letter set resolved_at = now(), outcome = 'discarded', resolution_reason = '-',"
                        + " resolved_by = 'office' where id = '%s'".formatted(letter));

        assertThat(count(UNREADABLE)).isEqualTo(before - 1);
    }

    @Test
    void the_office_that_keeps_an_institution_too_sees_the_tasks_of_the_office() {
        String both = Tokens.unusual().withRoles(school(), "office", "partner-admin");

        new TasksFixture(given().auth().oauth2(both)).all().body(UNREADABLE + ".count", greaterThanOrEqualTo(1));
    }

    @Test
    void the_archive_is_looked_after_by_auditors_alone() {
        new TasksFixture(auditor())
                .all()
                .body(UNCONFIRMED + ".count", greaterThanOrEqualTo(1))
                .body(UNCONFIRMED + ".link", equalTo("/v1/enrolment-trail/segments"))
                .body(CONTRADICTED + ".count", greaterThanOrEqualTo(1))
                .body(CONTRADICTED + ".link", equalTo("/v1/enrolment-trail"));
        new TasksFixture(office()).all().body(UNCONFIRMED, nullValue()).body(CONTRADICTED, nullValue());
    }

    @Test
    void a_segment_is_confirmed_with_those_before_it() {
        long before = count(auditor(), UNCONFIRMED);

        DatabaseFixture.execute("insert into archive_confirmation (stream, epoch, number, confirmed_at)"
                + " values ('%s', 1, 2, now())".formatted(letter));

        assertThat(count(auditor(), UNCONFIRMED)).isEqualTo(before - 1);
    }

    @Test
    void a_person_who_is_blocked_for_a_time_waits_for_the_office() {
        String school = school();
        String id = enrolled(school, enrolment("E-1", course(), People.iin()));
        String learner = partner(school).get("/v1/enrolments/" + id).path("learnerId");
        long before = count(BLOCKED);

        office().body("{\"reason\": \"disputed\"}")
                .put("/v1/learner-blocks/" + learner)
                .then()
                .statusCode(200);
        assertThat(count(BLOCKED)).isEqualTo(before + 1);

        office().delete("/v1/learner-blocks/" + learner);
        assertThat(count(BLOCKED)).isEqualTo(before);
    }

    @Test
    void who_has_nothing_to_do_has_an_empty_list() {
        new TasksFixture(partner(school())).all().body("items", empty());
    }

    @Test
    void a_partner_and_an_auditor_of_a_region_know_nothing_of_what_waits_for_the_office() {
        new TasksFixture(partner(school())).all().body(UNREADABLE, nullValue()).body(PARKED, nullValue());
        new TasksFixture(anybody().auth().oauth2(Tokens.of("auditor", "KZ-75")))
                .all()
                .body("items", empty());
    }

    @Test
    void who_has_no_records_has_no_tasks() {
        anybody().get("/v1/enrolment-tasks").then().statusCode(401);
        anybody()
                .auth()
                .oauth2(Tokens.of("viewer"))
                .get("/v1/enrolment-tasks")
                .then()
                .statusCode(403);
    }

    private static long count(String kind) {
        return count(office(), kind);
    }

    private static long count(RequestSpecification who, String kind) {
        Integer count = new TasksFixture(who).all().extract().path(kind + "?.count");
        return count == null ? 0 : count;
    }
}
