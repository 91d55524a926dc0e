package kz.qadam.reporting.audit.evidence;

import static kz.qadam.reporting.CatalogueFixture.givenCohort;
import static kz.qadam.reporting.LearnerFixture.givenTrained;
import static kz.qadam.reporting.Requests.auditor;
import static kz.qadam.reporting.Requests.auditorBody;
import static kz.qadam.reporting.Requests.awaitTrained;
import static kz.qadam.reporting.Requests.now;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;

import java.util.UUID;
import kz.qadam.reporting.ReportingTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@ReportingTest
class SamplesTest {

    private final String cohort = "sampled-" + UUID.randomUUID().toString().substring(0, 8);
    private String now;

    @BeforeEach
    void twenty_in_two_regions() {
        givenCohort(cohort, 10L);
        for (int i = 0; i < 20; i++) {
            givenTrained(cohort, i % 2 == 0 ? "KZ-75" : "KZ-71", "school-42", "2026-05-01");
        }
        awaitTrained(cohort, 20);
        now = now();
    }

    @Test
    void the_same_seed_draws_the_same_records_whatever_comes_later() {
        String first = sample("a");

        givenTrained(cohort, "2026-05-01");
        awaitTrained(cohort, 21);

        assertThat(sample("a")).isEqualTo(first);
    }

    @Test
    void another_seed_draws_mostly_other_records() {
        assertThat(sample("b")).isNotEqualTo(sample("a"));
    }

    @Test
    void a_sample_has_records_of_each_region() {
        auditor("/v1/audit/samples?size=6&seed=a", "cohort", cohort, "asOf", now)
                .body("total", is(20))
                .body("strata.region", contains("KZ-71", "KZ-75"))
                .body("strata.sampled", contains(3, 3))
                .body("items", hasSize(6))
                .body(
                        "items[0].events.type",
                        containsInAnyOrder(
                                "kz.qadam.learner.trained.v1",
                                "kz.qadam.completion.recorded.v1",
                                "kz.qadam.enrolment.enrolled.v1"));
    }

    @Test
    void a_sample_has_a_size() {
        auditor("/v1/audit/samples", "cohort", cohort).statusCode(400);
    }

    private String sample(String seed) {
        return auditorBody("/v1/audit/samples?size=6", "cohort", cohort, "seed", seed, "asOf", now);
    }
}
