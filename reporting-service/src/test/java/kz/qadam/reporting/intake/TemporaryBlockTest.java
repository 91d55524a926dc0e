package kz.qadam.reporting.intake;

import static kz.qadam.reporting.CatalogueFixture.givenCohort;
import static kz.qadam.reporting.KafkaFixture.awaitIntake;
import static kz.qadam.reporting.Requests.auditor;
import static kz.qadam.reporting.Requests.awaitTrained;
import static kz.qadam.reporting.Requests.now;
import static kz.qadam.reporting.Requests.partner;
import static kz.qadam.reporting.Requests.recount;
import static kz.qadam.reporting.Requests.viewerBody;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.is;

import java.util.Map;
import java.util.UUID;
import kz.qadam.reporting.CompletionFixture;
import kz.qadam.reporting.EnrolmentFixture;
import kz.qadam.reporting.KafkaFixture;
import kz.qadam.reporting.ReportingTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The office blocks a learner until what is held is settled. */
@ReportingTest
class TemporaryBlockTest {

    private final String cohort = "blocked-" + UUID.randomUUID().toString().substring(0, 8);
    private final UUID learner = UUID.randomUUID();
    private EnrolmentFixture enrolment;
    private CompletionFixture completion;

    @BeforeEach
    void a_trained_learner() {
        givenCohort(cohort, 10L);
        enrolment = EnrolmentFixture.of(learner, cohort, "KZ-75", "school-42").publish();
        completion = CompletionFixture.under(enrolment, "2026-05-01").publish().publishTrained();
        awaitTrained(cohort, 1);
    }

    private void block(int version) {
        enrolmentServiceSays("blocked", "block/", version, "\"blocked\": true");
    }

    private void lift(int version) {
        enrolmentServiceSays("blocked", "block/", version, "\"blocked\": false");
    }

    private void acceptErasure() {
        enrolmentServiceSays(
                "erased", "erasure/", 1, "\"state\": \"blocked\", \"enrolments\": [\"%s\"]".formatted(enrolment.id()));
    }

    private void enrolmentServiceSays(String type, String subject, int version, String members) {
        KafkaFixture.publish(
                "qadam.enrolments",
                learner.toString(),
                "kz.qadam.learner.%s.v1".formatted(type),
                subject + learner,
                version,
                """
                {"learnerId": "%1$s", %2$s, "learners": ["%1$s"], "version": %3$d, "recordedAt": "2026-07-01T05:00:00Z"}
                """.formatted(learner, members, version));
        awaitIntake("qadam.enrolments", learner.toString());
    }

    @Test
    void an_institution_cannot_read_the_receipt_of_a_blocked_learner() {
        block(1);

        partner("school-42", "/v1/receipts/" + completion.id()).statusCode(404);
        partner("school-42", "/v1/receipts", "reference", completion.reference())
                .body("items", empty());
    }

    @Test
    void auditors_read_receipt_and_evidence_of_a_blocked_learner() {
        block(1);

        auditor("/v1/receipts/" + completion.id()).statusCode(200);
        auditor("/v1/audit/evidence", "cohort", cohort).body("items.reference", contains(completion.reference()));
    }

    @Test
    void figures_stay() {
        String asOf = now();
        String before = viewerBody("/v1/progress/" + cohort, "asOf", asOf);

        block(1);

        assertThat(viewerBody("/v1/progress/" + cohort, "asOf", asOf)).isEqualTo(before);
        awaitTrained(cohort, 1);
        recount(Map.of("cohort", cohort)).body("matches", is(true));
    }

    @Test
    void an_institution_reads_the_receipt_again_after_the_block() {
        block(1);

        lift(2);

        partner("school-42", "/v1/receipts/" + completion.id()).statusCode(200);
    }

    @Test
    void a_lift_that_arrives_after_the_next_block_is_ignored() {
        block(3);

        lift(2);

        partner("school-42", "/v1/receipts/" + completion.id()).statusCode(404);
    }

    @Test
    void a_block_that_arrives_after_its_lift_is_ignored() {
        lift(2);

        block(1);

        partner("school-42", "/v1/receipts/" + completion.id()).statusCode(200);
    }

    @Test
    void lifting_a_block_for_a_time_does_not_lift_that_of_an_erasure() {
        block(1);
        acceptErasure();

        lift(2);

        partner("school-42", "/v1/receipts/" + completion.id()).statusCode(404);
    }

    @Test
    void a_learner_who_was_blocked_for_a_time_is_blocked_by_an_erasure() {
        block(1);
        lift(2);

        acceptErasure();

        partner("school-42", "/v1/receipts/" + completion.id()).statusCode(404);
    }
}
