package kz.qadam.reporting.figures;

import static kz.qadam.reporting.Asked.bytes;
import static kz.qadam.reporting.Asked.byAnybody;
import static kz.qadam.reporting.Asked.exact;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.is;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import kz.qadam.local.QadamBackends;
import kz.qadam.reporting.Events;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(QadamBackends.class)
@DisplayNameGeneration(ReplaceUnderscores.class)
class ProgressTest {

    @BeforeEach
    void seed() {
        Events.seed();
    }

    @Test
    void a_learner_trained_in_a_cohort_counts_there() {
        Events.cohort("first", 10L);

        Events.trained("first", "KZ-75", "school-42", "2026-05-31");

        await().untilAsserted(() -> exact("/v1/progress/first", "on", "2026-06-30")
                .statusCode(200)
                .body("trained", is(1))
                .body("completions", is(1))
                .body("enrolled", is(1))
                .body("remaining", is(9))
                .body("percent", is(10.0f))
                .body("status", is("ahead")));
        assertThat(bytes("/v1/progress")).startsWith("{\"asOf\":\"20");
    }
}
