package kz.qadam.enrolment.restore;

import static kz.qadam.enrolment.Caller.auditor;
import static kz.qadam.enrolment.Caller.enrol;
import static kz.qadam.enrolment.Caller.enrolment;
import static kz.qadam.enrolment.Caller.office;
import static kz.qadam.enrolment.Caller.partner;
import static kz.qadam.enrolment.Caller.withdraws;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import kz.qadam.chassis.events.kafka.DeliveredEvent;
import kz.qadam.enrolment.DatabaseFixture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** People who were erased in the lost hour, and whose numbers the older database has. */
@QuarkusTest
class ErasedAgainTest extends LostHour {

    private String id;
    private String learner;
    private List<DeliveredEvent> published;

    /** The rows of the erasure go; what it has removed is put back. */
    @BeforeEach
    void erase_somebody_after_the_backup() {
        ValidatableResponse enrolled =
                enrol(school, enrolment("E-1", course, iin)).statusCode(201);
        id = enrolled.extract().path("id");
        learner = enrolled.extract().path("learnerId");
        withdraws(school, "E-1", "2026-03-01").statusCode(201);
        for (String table : List.of("learner", "learner_key", "enrolment", "former_enrolment")) {
            DatabaseFixture.execute(
                    "drop table if exists backup_%1$s; create table backup_%1$s as table %1$s".formatted(table));
        }
        office().body("{\"learner\": {\"iin\": \"%s\"}, \"reason\": \"no-basis\", \"explanation\": \"Letter of A.\"}"
                        .formatted(iin))
                .post("/v1/erasures")
                .then()
                .statusCode(202);
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(published("erasure/" + learner)).isEqualTo(2));
        published = events("erasure/" + learner);
        setBack();
    }

    private void setBack() {
        for (String sql : List.of(
                "delete from erasure_task where erasure in (select id from erasure where learner = '%1$s')",
                "delete from blocked_learner where learner = '%1$s'",
                "delete from erasure where learner = '%1$s'",
                "update learner l set cipher_key = b.cipher_key, nonce = b.nonce, sealed = b.sealed from backup_learner b"
                        + " where b.id = l.id and l.id = '%1$s'",
                "insert into learner_key select * from backup_learner_key where learner_id = '%1$s'",
                "update enrolment e set reference = b.reference, reason = b.reason, withdrawal_reason = b.withdrawal_reason"
                        + " from backup_enrolment b where b.id = e.id and e.learner_id = '%1$s'",
                "drop table backup_learner, backup_learner_key, backup_enrolment, backup_former_enrolment")) {
            DatabaseFixture.execute(sql.formatted(learner));
        }
    }

    private long numbers() {
        return read(
                Long.class,
                "select (select count(*) from learner_key where learner_id = cast(? as uuid))"
                        + " + (select count(*) from learner where id = cast(? as uuid) and sealed is not null)"
                        + " + (select count(*) from enrolment where learner_id = cast(? as uuid)"
                        + " and (reason is not null or withdrawal_reason is not null or reference not like 'erased-%'))",
                learner,
                learner,
                learner);
    }

    @Test
    void nothing_of_the_number_and_of_the_texts_is_left() {
        assertThat(numbers()).isEqualTo(3);

        List<String> said = restore(published);

        assertThat(said).anyMatch(one -> one.startsWith("1 learners were erased again"));
        assertThat(numbers()).isZero();
        auditor().get("/v1/enrolments/" + id).then().body("reference", startsWith("erased-"));
        partner(school).get("/v1/enrolments/" + id).then().statusCode(404);
    }

    @Test
    void the_erasure_has_its_published_version_and_is_not_published_again() {
        restore(published);
        String first = read(String.class, "select e::text from erasure e where learner = cast(? as uuid)", learner);
        restore(published);

        assertThat(read(String.class, "select e::text from erasure e where learner = cast(? as uuid)", learner))
                .isEqualTo(first);
        assertThat(read(
                        String.class,
                        "select state || ' ' || version || ' ' || requested_by from erasure where learner = cast(? as uuid)",
                        learner))
                .isEqualTo("erased 2 restored");
        assertThat(published("erasure/" + learner)).isEqualTo(2);
        assertThat(published(id)).isEqualTo(2);
    }

    @Test
    void institutions_are_asked_again_to_forget_it() {
        restore(published);

        partner(school).get("/v1/erasure-tasks").then().body("items[0].enrolmentReferences", contains("E-1"));
    }

    @Test
    void a_person_who_is_enrolled_later_is_a_new_learner() {
        restore(published);

        enrol(school, enrolment("E-1", course, iin)).statusCode(201).body("learnerId", not(equalTo(learner)));
    }

    @Test
    void somebody_of_whom_the_database_knows_nothing_is_erased_too() {
        List<DeliveredEvent> all = events(id, "erasure/" + learner);
        forget(learner);

        restore(all);

        assertThat(numbers()).isZero();
        partner(school).get("/v1/enrolments?numberMissing=true").then().body("items", empty());
    }

    @Test
    void files_that_are_not_judged_yet_are_waited_for() {
        UUID file = UUID.randomUUID();
        DatabaseFixture.execute("""
                insert into import_job (id, kind, separator, status, received, created_at, expires_at)
                values ('%s', 'unknown-kind', ',', 'waiting', 1, now() - interval '1 hour', now() + interval '7 days')
                """.formatted(file));
        try {
            List<String> said = restore(published);

            assertThat(said).anyMatch(one -> one.startsWith("1 learners are blocked"));
            enrol(school, enrolment("E-2", course, iin))
                    .statusCode(422)
                    .body("errors.code", contains("learner-unavailable"));
        } finally {
            DatabaseFixture.execute(
                    "update import_job set status = 'finished', processed = 1, rejected = 1 where id = '%s'"
                            .formatted(file));
        }
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(published("erasure/" + learner)).isEqualTo(3));
        assertThat(numbers()).isZero();
    }
}
