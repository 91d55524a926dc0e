package kz.qadam.reporting.audit.worklist;

import static kz.qadam.reporting.CatalogueFixture.givenCohort;
import static kz.qadam.reporting.LearnerFixture.givenTrained;
import static kz.qadam.reporting.Requests.awaitTrained;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;

import java.util.UUID;
import kz.qadam.reporting.CompletionFixture;
import kz.qadam.reporting.DatabaseFixture;
import kz.qadam.reporting.ErasureFixture;
import kz.qadam.reporting.ReportingTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What an erasure does to worklists. */
@ReportingTest
class WorklistErasureTest {

    private static final String NOTE = "the certificate is of 12 May";

    private final String cohort = "left-out-" + UUID.randomUUID().toString().substring(0, 8);
    private CompletionFixture erased;
    private CompletionFixture other;
    private ErasureFixture erasure;
    private WorklistFixture worklist;

    @BeforeEach
    void a_worklist_of_two() {
        givenCohort(cohort, 10L);
        erased = givenTrained(cohort, "2026-05-01");
        other = givenTrained(cohort, "2026-05-02");
        awaitTrained(cohort, 2);
        worklist = WorklistFixture.drawn(cohort, 2);
        erasure = new ErasureFixture(erased.learner(), erased.enrolment(), erased.id());
    }

    @Test
    void a_record_of_a_blocked_learner_is_left_out_and_counted() {
        worklist.finds(erased.id(), "agrees", null).statusCode(201);
        worklist.finds(other.id(), "differs", NOTE).statusCode(201);

        erasure.block();

        await().untilAsserted(() -> worklist.now()
                .body("counts.leftOut", is(1))
                .body("counts.agrees", is(0))
                .body("agreeing.share", is(0f)));
        worklist.records("state", "left-out")
                .body("items.completionId", contains(erased.id().toString()));
        worklist.finds(erased.id(), "not-found", null, "*").statusCode(422);
    }

    @Test
    void an_erasure_overwrites_the_note_and_the_references() {
        worklist.finds(erased.id(), "differs", NOTE).statusCode(201);
        worklist.finds(other.id(), "differs", NOTE).statusCode(201);

        erasure.erase();

        await().untilAsserted(() -> worklist.records("state", "left-out")
                .body("items.finding.note", contains(nullValue()))
                .body("items.finding.outcome", contains("differs"))
                .body("items.record.reference", contains(nullValue()))
                .body("items.record.erased", contains(true)));
        worklist.records("state", "checked").body("items.finding.note", contains(NOTE));
        await().untilAsserted(() -> assertThat(DatabaseFixture.one(
                        "select count(text) from trail where subject = '%s'".formatted(erased.id()), Long.class))
                .isZero());
    }

    @Test
    void the_result_of_a_closed_worklist_stays_and_only_the_note_is_overwritten() {
        worklist.finds(erased.id(), "differs", NOTE).statusCode(201);
        worklist.finds(other.id(), "agrees", null).statusCode(201);
        worklist.closes().statusCode(200).body("agreeing.share", is(0.5f));

        erasure.erase();

        await().untilAsserted(() -> worklist.records("state", "checked")
                .body("items.finding.note", contains(nullValue(), nullValue()))
                .body("items.finding.find { it.outcome == 'differs' }.version", is(1)));
        worklist.now()
                .body("counts.leftOut", is(0))
                .body("counts.differs", is(1))
                .body("agreeing.share", is(0.5f));
    }

    @Test
    void a_record_that_was_left_out_when_the_worklist_was_closed_stays_left_out() {
        erasure.block();
        await().untilAsserted(() -> worklist.now().body("counts.leftOut", is(1)));

        worklist.closes().statusCode(200).body("counts.leftOut", is(1)).body("counts.open", is(1));

        DatabaseFixture.execute("delete from blocked_learner where learner = '%s'".formatted(erased.learner()));

        worklist.now().body("counts.leftOut", is(1)).body("counts.open", is(1));
    }

    @Test
    void a_note_that_is_kept_while_an_erasure_arrives_does_not_stay() {
        try (var typing = DatabaseFixture.transaction("select pg_advisory_xact_lock_shared(1050)")) {
            typing.run("""
                    insert into worklist_finding (worklist, completion, version, outcome, note, found_at, found_by)
                    values ('%s', '%s', 1, 'differs', '%s', now(), 'auditor')
                    """.formatted(worklist.id(), erased.id(), NOTE));
            erasure.publish("erased", 2);
            await().until(() -> DatabaseFixture.waitingForLocks() > 0);
            typing.commit();
        }

        await().untilAsserted(
                        () -> worklist.records("state", "left-out").body("items.finding.note", contains(nullValue())));
    }
}
