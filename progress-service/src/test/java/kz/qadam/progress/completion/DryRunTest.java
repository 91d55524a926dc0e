package kz.qadam.progress.completion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.UUID;
import kz.qadam.local.QadamBackends;
import kz.qadam.progress.Neighbours;
import kz.qadam.progress.Partner;
import kz.qadam.progress.Records;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A dry run says what would follow, and keeps nothing. */
@QuarkusTest
@QuarkusTestResource(QadamBackends.class)
class DryRunTest {

    private final Partner school = Partner.school();
    private final UUID learner = UUID.randomUUID();

    @BeforeAll
    static void catalogue() {
        Neighbours.describeProgramme(1, "2026-01-01", "2030-12-31");
        Neighbours.describeCohort("pupils", 1, "2000-01-01", "{}");
        Neighbours.describeCohort("students", 1, "2000-01-01", "{}");
        Neighbours.describeCourse("AI-101", 1, 36);
    }

    @BeforeEach
    void enrolled() {
        school.enrols("E", learner, "pupils", "AI-101");
        school.completes("C", "E", "2026-03-01").statusCode(201);
        await().untilAsserted(() -> assertThat(school.statusOf("C")).isEqualTo("accepted"));
    }

    @Test
    void a_revocation_says_that_the_learner_would_be_trained_no_more() {
        school.post("/v1/revocations?dryRun=true", "{\"completion\":\"C\",\"reason\":\"wrong person\"}")
                .statusCode(200)
                .body("dryRun", equalTo(true))
                .body("status", equalTo("accepted"))
                .body("completion.status", equalTo("revoked"))
                .body("effect.learners[0].learnerId", equalTo(learner.toString()))
                .body("effect.learners[0].before.trainedOn", equalTo("2026-03-01"))
                .body("effect.learners[0].before.by", equalTo("C"))
                .body("effect.learners[0].after.trained", equalTo(false))
                .body("effect.cohorts[0].cohort", equalTo("pupils"))
                .body("effect.cohorts[0].trained", equalTo(-1))
                .body("effect.cohorts[0].completions", equalTo(-1));

        assertThat(school.statusOf("C")).isEqualTo("accepted");
    }

    @Test
    void a_correction_says_what_moves_from_one_cohort_to_the_other() {
        school.enrols("E-2", learner, "students", "AI-101");
        await().untilAsserted(() -> school.post(
                        "/v1/corrections?dryRun=true", school.correction("C", "\"enrolment\":\"E-2\""))
                .statusCode(200)
                .body("completion.cohort", equalTo("students"))
                .body("effect.cohorts.cohort", contains("pupils", "students"))
                .body("effect.cohorts.trained", contains(-1, 1))
                .body("effect.cohorts.completions", contains(-1, 1)));

        school.get("/v1/completions?reference=C").body("items[0].cohort", equalTo("pupils"));
    }

    @Test
    void a_completion_says_what_it_would_add_and_has_no_id_yet() {
        school.post("/v1/completions?dryRun=true", """
                        {"reference":"C-2","enrolment":"E","completedOn":"2026-02-01"}
                        """)
                .statusCode(200)
                .body("status", equalTo("accepted"))
                .body("completion.id", nullValue())
                .body("effect.learners[0].after.trainedOn", equalTo("2026-02-01"))
                .body("effect.learners[0].after.by", equalTo("C-2"))
                .body("effect.cohorts[0].trained", equalTo(0))
                .body("effect.cohorts[0].completions", equalTo(1));

        school.get("/v1/completions?reference=C-2").body("items", empty());
    }

    @Test
    void what_would_be_rejected_is_rejected() {
        school.post("/v1/corrections?dryRun=true", school.correction("none", "\"score\":1"))
                .statusCode(404);
        school.post("/v1/corrections?dryRun=true", school.correction("C", "\"score\":1,\"version\":77"))
                .statusCode(409);
    }

    @Test
    void a_dry_run_is_either_true_or_false() {
        school.post("/v1/completions?dryRun=perhaps", "{}").statusCode(400);
    }

    @Test
    void a_batch_says_what_all_of_it_would_do_together() {
        school.post(
                        "/v1/corrections/batch?dryRun=true",
                        "[" + school.correction("C", "\"completedOn\":\"2026-02-01\"") + ","
                                + school.correction("none", "\"score\":1") + ","
                                + school.correction("C", "\"enrolment\":\"unknown\"") + "]")
                .statusCode(207)
                .body("dryRun", equalTo(true))
                .body("results.status", contains("accepted", "rejected", "pending"))
                .body("completions.index", contains(0, 2))
                .body("completions.completion.status", contains("accepted", "pending"))
                .body("effect.learners[0].after.trained", equalTo(false))
                .body("effect.cohorts[0].completions", equalTo(-1));
    }

    @Test
    void a_batch_of_all_or_nothing_with_a_bad_row_would_do_nothing() {
        school.csv("/v1/revocations/batch?dryRun=true&atomic=true", "completion,reason\nC,wrong person\nC-9,\n")
                .statusCode(207)
                .body("effect.learners", empty())
                .body("effect.cohorts", empty());
    }

    @Test
    void a_batch_with_a_row_that_the_database_refuses_says_what_all_others_would_do() {
        Records.change("alter table completion add constraint untried check (reference <> 'untried') not valid");

        school.csv("/v1/completions/batch?dryRun=true", """
                        reference,enrolment,completedOn
                        C-2,E,2026-02-02
                        untried,E,2026-01-31
                        C-3,E,2026-02-01
                        """)
                .statusCode(207)
                .body("results.status", contains("accepted", "rejected", "accepted"))
                .body("effect.learners.size()", equalTo(1))
                .body("effect.learners[0].before.trainedOn", equalTo("2026-03-01"))
                .body("effect.learners[0].after.by", equalTo("C-3"))
                .body("effect.cohorts[0].completions", equalTo(2));
    }
}
