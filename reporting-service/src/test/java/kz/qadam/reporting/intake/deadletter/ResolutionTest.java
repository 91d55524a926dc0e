package kz.qadam.reporting.intake.deadletter;

import static kz.qadam.reporting.CatalogueFixture.givenCohort;
import static kz.qadam.reporting.DatabaseFixture.execute;
import static kz.qadam.reporting.DatabaseFixture.one;
import static kz.qadam.reporting.DeadLetterFixture.awaitLetter;
import static kz.qadam.reporting.DeadLetterFixture.discard;
import static kz.qadam.reporting.DeadLetterFixture.resolve;
import static kz.qadam.reporting.DeadLetterFixture.retry;
import static kz.qadam.reporting.Requests.viewer;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;

import java.util.Map;
import java.util.UUID;
import kz.qadam.reporting.CompletionFixture;
import kz.qadam.reporting.DeadLetterFixture;
import kz.qadam.reporting.ReportingTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Auditors and the office discard a dead letter, or have it read again. */
@ReportingTest
class ResolutionTest {

    private final String cohort = "resolved-" + UUID.randomUUID().toString().substring(0, 8);
    private final CompletionFixture unreadable = CompletionFixture.of(cohort, "soon");
    private String id;

    @BeforeEach
    void a_letter() {
        givenCohort(cohort, 10L);
        unreadable.publish();
        id = awaitLetter(unreadable.id().toString());
    }

    @AfterEach
    void close() {
        DeadLetterFixture.discardAll();
    }

    @Test
    void a_discarded_letter_is_closed() {
        discard(id).statusCode(200).body("status", is("discarded")).body("resolutionReason", is("Sent by mistake."));

        // The newest answer is remembered for a moment.
        await().untilAsserted(() -> viewer("/v1/progress").body("because.code", not(hasItem("dead-letters"))));
    }

    @Test
    void a_letter_can_be_discarded_again() {
        discard(id).statusCode(200);

        discard(id).statusCode(200);
    }

    @Test
    void a_discarded_letter_cannot_be_retried() {
        discard(id).statusCode(200);

        retry(id).statusCode(409);
    }

    @Test
    void a_retry_that_still_cannot_be_read_changes_nothing() {
        retry(id).statusCode(422).body("errors[0].code", is("still-unreadable"));

        assertThat(one("select count(*) from dead_letter where id = '" + id + "' and resolved_at is null", Long.class))
                .isEqualTo(1);
        assertThat(one("select count(*) from event_log where subject like '%" + unreadable.id() + "'", Long.class))
                .isZero();
    }

    @Test
    void a_retry_takes_in_what_can_be_read_now() {
        // As if the reader had learnt to read it.
        execute("""
                update dead_letter
                   set value = convert_to(replace(convert_from(value, 'UTF8'), '"soon"', '"2026-05-31"'), 'UTF8')
                 where id = '%s'
                """.formatted(id));

        retry(id).statusCode(200).body("status", is("retried")).body("resolvedBy", is("auditor"));

        await().untilAsserted(() ->
                viewer("/v1/progress/" + cohort).body("completions", is(1)).body("provisional", is(false)));
    }

    @Test
    void a_viewer_decides_nothing() {
        resolve("viewer", id, Map.of()).statusCode(403);
    }

    @Test
    void a_decision_needs_a_reason() {
        resolve("auditor", id, Map.of("action", "discard")).statusCode(400).body("errors[0].pointer", is("/reason"));
    }

    @Test
    void a_reason_has_no_numbers_of_people() {
        resolve("auditor", id, Map.of("action", "discard", "reason", "991231100010 sent it"))
                .statusCode(422)
                .body("errors[0].code", is("looks-like-iin"))
                .body("errors[0].detail", not(containsString("991231100010")));
    }

    @Test
    void a_reason_names_nobody() {
        resolve("auditor", id, Map.of("action", "discard", "reason", "Aigerim Akhmetova sent it"))
                .statusCode(422)
                .body("errors[0].code", is("looks-personal"));
    }

    @Test
    void an_unknown_letter_is_not_found() {
        discard(UUID.randomUUID().toString()).statusCode(404);
    }
}
