package kz.qadam.enrolment.merges;

import static kz.qadam.enrolment.Caller.corrects;
import static kz.qadam.enrolment.Caller.course;
import static kz.qadam.enrolment.Caller.enrol;
import static kz.qadam.enrolment.Caller.enrolment;
import static kz.qadam.enrolment.Caller.office;
import static kz.qadam.enrolment.Caller.partner;
import static kz.qadam.enrolment.Caller.school;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import kz.qadam.chassis.base.database.Database;
import kz.qadam.chassis.http.batch.Batch;
import kz.qadam.enrolment.Concurrently;
import kz.qadam.enrolment.People;
import kz.qadam.enrolment.learners.Aliases;
import kz.qadam.local.QadamBackends;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** An enrolment and a merge of its learner meet, in either order; nothing stays under the absorbed one. */
@QuarkusTest
@QuarkusTestResource(QadamBackends.class)
class MeetingTest {

    @Inject
    Database database;

    @Inject
    Merges merges;

    @Inject
    Batch batch;

    private final String iin = People.iin();
    private String school;
    private String course;
    private String absorbed;
    private String surviving;

    @BeforeEach
    void enrol_two_learners() {
        school = school();
        course = course();
        absorbed = enrolled(enrolment("E-1", course, iin));
        surviving = enrolled(enrolment("E-2", course, People.iin()));
    }

    private String enrolled(String body) {
        return enrol(school, body).statusCode(201).extract().path("learnerId");
    }

    private String body() {
        return """
                {"absorbed": "%s", "surviving": "%s", "reason": "one person"}""".formatted(absorbed, surviving);
    }

    private Merges.Result merge(Handle handle) {
        return merges.merge(
                handle,
                MergePost.read(
                        batch.single(body().getBytes(StandardCharsets.UTF_8)).fields()),
                "office");
    }

    private int enrolmentsOf(String learner) {
        return database.transaction(
                handle -> handle.createQuery("select count(*) from enrolment where learner_id = cast(:id as uuid)")
                        .bind("id", learner)
                        .mapTo(Integer.class)
                        .one());
    }

    private int write(Handle handle) {
        Aliases.lockShared(handle);
        return handle.createUpdate("""
                        with standing as (
                            insert into enrolment_standing (enrolment_id, whose) values (:id, :school))
                        insert into enrolment (id, institution, reference, learner_id, course, cohort, region, enrolled_on,
                                               recorded_at)
                        values (:id, :school, 'E-3', cast(:learner as uuid), :course, 'pupils', 'KZ-75', '2026-02-01', now())
                        """)
                .bind("id", UUID.randomUUID())
                .bind("school", school)
                .bind("learner", absorbed)
                .bind("course", course)
                .execute();
    }

    @Test
    void a_merge_waits_for_an_enrolment_that_is_being_written_and_moves_it() {
        var both = Concurrently.meet(
                database, this::write, () -> office().body(body()).post("/v1/learner-merges"));

        assertThat(both.second().<Integer>path("enrolments")).isEqualTo(2);
        assertThat(enrolmentsOf(absorbed)).isZero();
    }

    @Test
    void an_enrolment_waits_for_a_merge_that_is_being_made_and_comes_under_the_surviving_learner() {
        var both = Concurrently.meet(
                database,
                this::merge,
                () -> partner(school).body(enrolment("E-3", course, iin)).post("/v1/enrolments"));

        assertThat(both.second().<String>path("learnerId")).isEqualTo(surviving);
        assertThat(enrolmentsOf(absorbed)).isZero();
    }

    @Test
    void a_correction_that_waits_for_a_merge_corrects_the_enrolment_that_has_moved() {
        var both = Concurrently.meet(
                database,
                this::merge,
                () -> corrects(school, "E-1", "\"region\": \"KZ-71\"").extract());

        assertThat(both.second().<String>path("learnerId")).isEqualTo(surviving);
        assertThat(both.second().<Integer>path("version")).isEqualTo(3);
    }

    @Test
    void enrolments_do_not_queue_behind_a_merge_that_waits() {
        CompletableFuture<Response> merge;
        try (Handle enrolling = Jdbi.open(QadamBackends.database().dataSource())) {
            enrolling.begin();
            Aliases.lockShared(enrolling);
            merge = CompletableFuture.supplyAsync(() -> office().body(body()).post("/v1/learner-merges"));
            Concurrently.awaitSomebodyWaiting(database);

            enrolled(enrolment("E-4", course, People.iin()));
            enrolled(enrolment("E-5", course, People.iin()));
            office().body(body()).post("/v1/learner-merges?dryRun=true").then().statusCode(200);
            assertThat(merge).isNotDone();
            enrolling.commit();
        }

        assertThat(merge.join().statusCode()).isEqualTo(201);
        assertThat(enrolmentsOf(absorbed)).isZero();
    }
}
