package kz.qadam.reporting.audit.evidence;

import static kz.qadam.reporting.Asked.auditor;
import static kz.qadam.reporting.Asked.auditorBytes;
import static kz.qadam.reporting.Asked.exact;
import static kz.qadam.reporting.Asked.now;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;

import java.util.UUID;
import kz.qadam.reporting.Events;
import kz.qadam.reporting.Reported;
import kz.qadam.reporting.ReportingTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@ReportingTest
class SampleAndHintTest {

    @BeforeEach
    void seed() {
        Events.seed();
    }

    @Test
    void the_same_seed_draws_the_same_and_another_mostly_others() {
        Events.cohort("sampled", 10L);
        for (int i = 0; i < 20; i++) {
            Events.trained("sampled", i % 2 == 0 ? "KZ-75" : "KZ-71", "school-42", "2026-05-01");
        }
        await().untilAsserted(() -> exact("/v1/progress/sampled").body("trained", is(20)));
        String now = now();

        String first = auditorBytes("/v1/audit/samples", "cohort", "sampled", "size", "6", "seed", "a", "asOf", now);
        Events.trained("sampled", "KZ-75", "school-42", "2026-05-01");
        await().untilAsserted(() -> exact("/v1/progress/sampled").body("trained", is(21)));

        assertThat(auditorBytes("/v1/audit/samples", "cohort", "sampled", "size", "6", "seed", "a", "asOf", now))
                .isEqualTo(first);
        assertThat(auditorBytes("/v1/audit/samples", "cohort", "sampled", "size", "6", "seed", "b", "asOf", now))
                .isNotEqualTo(first);
        auditor("/v1/audit/samples", "cohort", "sampled", "size", "6", "seed", "a", "asOf", now)
                .body("total", is(20))
                .body("strata.region", contains("KZ-71", "KZ-75"))
                .body("strata.sampled", contains(3, 3))
                .body("items", hasSize(6))
                .body(
                        "items[0].events.type",
                        containsInAnyOrder("kz.qadam.learner.trained.v1", "kz.qadam.completion.recorded.v1"));
        auditor("/v1/audit/samples", "cohort", "sampled").statusCode(400);
    }

    @Test
    void what_is_implausible_is_hinted_at_with_its_records() {
        Events.cohort("hinted", 10L);
        UUID learner = UUID.randomUUID();
        UUID enrolment = UUID.randomUUID();
        Events.withdrawn(enrolment, learner, "hinted", "2027-02-10");
        Reported late = Reported.of(learner, "hinted", "KZ-75", "hint-1", "2027-02-11")
                .under(enrolment)
                .told();
        UUID busy = UUID.randomUUID();
        for (int i = 0; i < 3; i++) {
            Reported.of(busy, "hinted", "KZ-75", "hint-many-" + i, "2027-02-12").told();
        }
        for (int i = 0; i < 20; i++) {
            Reported.of(UUID.randomUUID(), "hinted", "KZ-75", "hint-end", "2027-02-28")
                    .told();
        }
        await().untilAsserted(
                        () -> exact("/v1/progress/hinted", "on", "2027-03-01").body("completions", is(24)));

        auditor("/v1/audit/hints", "month", "2027-02", "on", "2027-03-01")
                .statusCode(200)
                .body(
                        "hints.find { it.kind == 'after-withdrawal' }.completionIds",
                        contains(late.id().toString()))
                .body("hints.find { it.kind == 'many-institutions' }.learnerId", is(busy.toString()))
                .body("hints.find { it.kind == 'many-institutions' }.completionIds", hasSize(3))
                .body("hints.find { it.kind == 'month-end' }.institution", is("hint-end"))
                .body("hints.find { it.kind == 'month-end' }.count", is(20))
                .body("hints.find { it.kind == 'same-second' }.institution", is("hint-end"))
                .body("hints.find { it.kind == 'same-second' }.completionIds", not(empty()));
        auditor("/v1/audit/hints", "month", "2027-02", "on", "2027-02-10").body("hints", empty());
        exact("/v1/audit/hints").statusCode(403);
    }
}
