package kz.qadam.reporting.intake;

import static kz.qadam.reporting.CatalogueFixture.givenCohort;
import static kz.qadam.reporting.KafkaFixture.awaitIntake;
import static kz.qadam.reporting.Requests.auditor;
import static kz.qadam.reporting.Requests.auditorBody;
import static kz.qadam.reporting.Requests.awaitTrained;
import static kz.qadam.reporting.Requests.now;
import static kz.qadam.reporting.Requests.partner;
import static kz.qadam.reporting.Requests.recount;
import static kz.qadam.reporting.Requests.viewerBody;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;

import jakarta.inject.Inject;
import java.util.Map;
import java.util.UUID;
import kz.qadam.reporting.CompletionFixture;
import kz.qadam.reporting.DatabaseFixture;
import kz.qadam.reporting.EnrolmentFixture;
import kz.qadam.reporting.ErasureFixture;
import kz.qadam.reporting.ReportingTest;
import kz.qadam.reporting.intake.rebuild.Rebuilding;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

@ReportingTest
@Order(1) // It replays all that other tests have left.
class ErasureTest {

    private final String cohort = "erased-" + UUID.randomUUID().toString().substring(0, 8);
    private final String path = "/v1/progress/" + cohort;
    private final UUID learner = UUID.randomUUID();

    @Inject
    Rebuilding rebuilding;

    private EnrolmentFixture enrolment;
    private CompletionFixture completion;

    @BeforeEach
    void a_trained_learner() {
        givenCohort(cohort, 10L);
        enrolment = EnrolmentFixture.of(learner, cohort, "KZ-75", "school-42").publish();
        completion = CompletionFixture.under(enrolment, "2026-05-01").publish().publishTrained();
        awaitTrained(cohort, 1);
    }

    private void block() {
        erasure().block();
    }

    private void erase() {
        erasure().erase();
    }

    private void progressServiceSays(int version, String reference) {
        erasure().progressServiceSays(version, reference);
    }

    private ErasureFixture erasure() {
        return new ErasureFixture(learner, enrolment.id(), completion.id());
    }

    private String newReference() {
        return erasure().newReference();
    }

    private long rowsWithFormerReference() {
        return DatabaseFixture.one("""
                select (select count(*) from event_log where data like '%%%1$s%%')
                     + (select count(*) from event_log where subject = '%2$s' and data like '%%"E-1"%%')
                     + (select count(*) from completion_fact where reference = '%1$s')
                     + (select count(*) from enrolment_fact where enrolment = '%2$s' and reference = 'E-1')
                """.formatted(completion.reference(), enrolment.id()), Long.class);
    }

    @Test
    void an_institution_cannot_read_the_receipt_of_a_blocked_learner() {
        block();

        partner("school-42", "/v1/receipts/" + completion.id()).statusCode(404);
        partner("school-42", "/v1/receipts", "reference", completion.reference())
                .body("items", empty());
        auditor("/v1/receipts/" + completion.id()).statusCode(200);
    }

    @Test
    void the_references_of_an_erased_learner_are_overwritten_everywhere() {
        erase();

        assertThat(rowsWithFormerReference()).isZero();
        auditor("/v1/receipts/" + completion.id()).body("reference", is(newReference()));
    }

    @Test
    void a_later_reference_replaces_an_earlier_one() {
        erase();

        progressServiceSays(2, "erased-000002-" + completion.id());

        await().untilAsserted(() ->
                auditor("/v1/receipts/" + completion.id()).body("reference", is("erased-000002-" + completion.id())));
    }

    @Test
    void the_erasure_is_on_record() {
        erase();

        await().untilAsserted(() -> assertThat(erasuresOnRecord()).isEqualTo(2));
    }

    @Test
    void evidence_says_that_the_learner_is_erased() {
        erase();

        auditor("/v1/audit/evidence", "cohort", cohort)
                .body("total", is(1))
                .body("items.erased", contains(true))
                .body("items.reference", contains(nullValue()))
                .body("items.enrolmentReference", contains(nullValue()));
    }

    @Test
    void every_past_answer_keeps_its_bytes() {
        String asOf = now();
        String before = viewerBody(path, "asOf", asOf);
        String cellsBefore = viewerBody(path + "/breakdown", "by", "institution", "asOf", asOf);

        erase();

        assertThat(viewerBody(path, "asOf", asOf)).isEqualTo(before);
        assertThat(viewerBody(path + "/breakdown", "by", "institution", "asOf", asOf))
                .isEqualTo(cellsBefore);
    }

    @Test
    void the_recount_still_equals_the_figures() {
        erase();

        recount(Map.of("cohort", cohort))
                .statusCode(200)
                .body("matches", is(true))
                .body("inFlight.learners", is(0));
    }

    @Test
    void an_event_that_arrives_after_the_erasure_is_overwritten_too() {
        erase();

        completion.revoked().publish();

        await().untilAsserted(() -> auditor("/v1/receipts/" + completion.id()).body("status", is("revoked")));
        assertThat(rowsWithFormerReference()).isZero();
    }

    @Test
    void a_training_that_arrives_after_the_erasure_is_overwritten_too() {
        erase();

        completion.trainedVersion(2).publishTrained("correction");

        awaitIntake("qadam.completions", learner.toString());
        assertThat(rowsWithFormerReference()).isZero();
    }

    @Test
    void an_event_that_is_delivered_again_contradicts_nothing_and_brings_nothing_back() {
        erase();

        completion.publish();
        enrolment.publish();

        awaitIntake("qadam.completions", learner.toString());
        awaitIntake("qadam.enrolments", learner.toString());
        assertThat(rowsWithFormerReference()).isZero();
        assertThat(auditorBody("/v1/audit/dead-letters?limit=1000"))
                .doesNotContain(completion.id().toString());
    }

    @Test
    void an_event_that_comes_again_under_its_new_reference_contradicts_nothing() {
        completion.withReference(newReference()).publish();
        completion.withReference(newReference()).publishTrained();

        awaitIntake("qadam.completions", learner.toString());
        auditor("/v1/receipts/" + completion.id()).body("reference", is(completion.reference()));
        assertThat(auditorBody("/v1/audit/dead-letters?limit=1000"))
                .doesNotContain(completion.id().toString(), learner.toString());
    }

    @Test
    void an_event_that_comes_again_under_its_former_reference_contradicts_nothing() {
        CompletionFixture renamed = CompletionFixture.under(enrolment, "2026-05-02");
        renamed.withReference("erased-000002-" + renamed.id()).publish();

        renamed.publish();

        awaitIntake("qadam.completions", learner.toString());
        assertThat(auditorBody("/v1/audit/dead-letters?limit=1000"))
                .doesNotContain(renamed.id().toString());
    }

    @Test
    void a_rebuild_takes_in_an_erasure_that_an_earlier_version_did_not_know() {
        asAnEarlierVersionThatIgnores();
        long onRecord = erasuresOnRecord();

        rebuilding.run();

        assertThat(DatabaseFixture.one(
                        "select count(*) from blocked_learner where erased and learner = '%s'".formatted(learner),
                        Long.class))
                .isEqualTo(1);
        assertThat(rowsWithFormerReference()).isZero();
        auditor("/v1/receipts/" + completion.id()).body("reference", is(newReference()));
        partner("school-42", "/v1/receipts/" + completion.id()).statusCode(404);
        assertThat(erasuresOnRecord()).isEqualTo(onRecord + 2);
    }

    @Test
    void a_rebuild_does_not_repeat_an_erasure_that_is_done() {
        erase();
        await().untilAsserted(() -> assertThat(erasuresOnRecord()).isEqualTo(2));

        rebuilding.run();

        assertThat(erasuresOnRecord()).isEqualTo(2);
    }

    /** The events of the erasure are in the log, and have had no effect. */
    private void asAnEarlierVersionThatIgnores() {
        erase();
        DatabaseFixture.execute(
                """
                    delete from blocked_learner where learner = '%1$s';
                    delete from erased_enrolment where enrolment = '%2$s';
                    delete from erased_completion where completion = '%3$s';
                    update event_log set erased = false, data = with_reference(data, '%4$s')
                     where subject in ('%3$s', '%1$s/%5$s');
                    update event_log set erased = false, data = with_reference(data, 'E-1') where subject = '%2$s';
                    update completion_fact set reference = '%4$s' where completion = '%3$s';
                    update enrolment_fact set reference = 'E-1' where enrolment = '%2$s';
                    """.formatted(learner, enrolment.id(), completion.id(), completion.reference(), cohort));
        assertThat(rowsWithFormerReference()).isPositive();
    }

    private long erasuresOnRecord() {
        return DatabaseFixture.one(
                "select count(*) from trail where action = 'erase a learner' and subject = '%s'".formatted(learner),
                Long.class);
    }
}
