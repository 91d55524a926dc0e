package kz.qadam.reporting.audit.reconciliation;

import static kz.qadam.reporting.CatalogueFixture.givenCohort;
import static kz.qadam.reporting.Requests.awaitTrained;
import static kz.qadam.reporting.Requests.viewer;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.is;

import jakarta.inject.Inject;
import java.util.UUID;
import kz.qadam.reporting.CompletionFixture;
import kz.qadam.reporting.ReportingTest;
import kz.qadam.reporting.TallyFixture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What progress-service has sent and what has not come. */
@ReportingTest
class InFlightMetricsTest {

    private final String run = UUID.randomUUID().toString();
    private final String cohort = "in-flight-" + run;
    private final String school = "school-" + run;
    private final CompletionFixture completion =
            CompletionFixture.of(UUID.randomUUID(), cohort, "KZ-75", school, "2026-05-31");

    @Inject
    InFlightMetrics metrics;

    private long before;

    @BeforeEach
    void a_completion_whose_trained_state_has_not_come() {
        givenCohort(cohort, 10L);
        before = metrics.read().trained();
        completion.publish();
        await().untilAsserted(() -> viewer("/v1/progress/" + cohort).body("completions", is(1)));
    }

    @Test
    void a_learner_whose_trained_state_has_not_come_is_in_flight() {
        assertThat(metrics.read().trained()).isEqualTo(before + 1);
    }

    @Test
    void a_learner_whose_trained_state_has_come_is_not() {
        completion.publishTrained();
        awaitTrained(cohort, 1);

        assertThat(metrics.read().trained()).isEqualTo(before);
    }

    @Test
    void an_institution_whose_completions_have_not_all_come_is_named_with_their_number() {
        TallyFixture.of(school, "2026-06-01", 3).publish();

        await().untilAsserted(() -> assertThat(metrics.read().completions()).containsEntry(school, 2L));
    }

    @Test
    void an_institution_whose_completions_have_all_come_is_not_named() {
        TallyFixture.of(school, "2026-06-01", 3).publish();
        await().untilAsserted(() -> assertThat(metrics.read().completions()).containsKey(school));

        for (int i = 0; i < 2; i++) {
            CompletionFixture.of(UUID.randomUUID(), cohort, "KZ-75", school, "2026-05-31")
                    .publish();
        }

        await().untilAsserted(() -> assertThat(metrics.read().completions()).doesNotContainKey(school));
    }
}
