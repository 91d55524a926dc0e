package kz.qadam.enrolment.erasure;

import static kz.qadam.enrolment.Caller.auditor;
import static kz.qadam.enrolment.Caller.course;
import static kz.qadam.enrolment.Caller.enrolled;
import static kz.qadam.enrolment.Caller.enrolment;
import static kz.qadam.enrolment.Caller.office;
import static kz.qadam.enrolment.Caller.partner;
import static kz.qadam.enrolment.Caller.school;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.UUID;
import kz.qadam.chassis.base.database.Database;
import kz.qadam.enrolment.DatabaseFixture;
import kz.qadam.enrolment.People;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** A learner with one enrolment, who is to be erased while a file waits to be judged. */
abstract class LearnerToErase {

    /** A file that is never judged, since no service knows its kind: while it waits, learners are only blocked. */
    static final String WAITING_FILE = """
            insert into import_job (id, kind, separator, status, received, created_at, expires_at)
            values ('%s', 'unknown-kind', ',', 'waiting', 1, now() + interval '%s', now() + interval '7 days')
            """;

    @Inject
    Database database;

    final String iin = People.iin();
    final UUID file = UUID.randomUUID();
    String course;
    String school;
    String id;
    String learner;

    @BeforeEach
    void enrol_somebody_while_a_file_waits() {
        course = course();
        school = school();
        id = enrolled(school, enrolment("E-1", course, iin));
        learner = partner(school).get("/v1/enrolments/" + id).path("learnerId");
        DatabaseFixture.execute(WAITING_FILE.formatted(file, "-1 hour"));
    }

    @AfterEach
    void let_the_file_be_judged() {
        judgeTheFile();
    }

    void judgeTheFile() {
        judge(file);
    }

    static void judge(UUID file) {
        DatabaseFixture.execute(
                "update import_job set status = 'finished', processed = 1, rejected = 1, received = 1 where id = '%s'"
                        .formatted(file));
    }

    ValidatableResponse erase(String query) {
        return office().body("""
                        {"learner": {"iin": "%s"}, "reason": "requested", "explanation": "Letter of A."}""".formatted(iin)).post("/v1/erasures" + query).then();
    }

    String blocked() {
        return erase("").statusCode(202).extract().header("Location");
    }

    String erased() {
        String location = blocked();
        judgeTheFile();
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> auditor().get(location).then().body("state", equalTo("erased")));
        return location;
    }

    long count(String sql) {
        return database.transaction(handle ->
                handle.createQuery(sql.formatted(learner)).mapTo(Long.class).one());
    }
}
