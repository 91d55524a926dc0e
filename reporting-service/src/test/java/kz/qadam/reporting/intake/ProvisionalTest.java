package kz.qadam.reporting.intake;

import static kz.qadam.reporting.CatalogueFixture.describeCohort;
import static kz.qadam.reporting.CatalogueFixture.evaluateCohort;
import static kz.qadam.reporting.CatalogueFixture.givenCohort;
import static kz.qadam.reporting.DatabaseFixture.one;
import static kz.qadam.reporting.KafkaFixture.awaitInLog;
import static kz.qadam.reporting.KafkaFixture.publishMarker;
import static kz.qadam.reporting.KafkaFixture.publishMarkerAt;
import static kz.qadam.reporting.Requests.now;
import static kz.qadam.reporting.Requests.viewer;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;

import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import kz.qadam.chassis.testing.Management;
import kz.qadam.reporting.CohortVersion;
import kz.qadam.reporting.PartitionFixture;
import kz.qadam.reporting.ReportingTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** When figures are provisional, and what an answer about then says afterwards. */
@ReportingTest
class ProvisionalTest {

    private final String cohort = "provisional-" + UUID.randomUUID().toString().substring(0, 8);
    private final String path = "/v1/progress/" + cohort;

    @Inject
    BehindWatch behindWatch;

    @BeforeEach
    void nothing_is_provisional() {
        givenCohort(cohort, 10L);
        awaitFinal();
    }

    @AfterEach
    void removePartition() {
        PartitionFixture.remove();
    }

    @Test
    void a_publishers_slow_clock_does_not_make_figures_provisional() {
        UUID old = publishMarkerAt(Instant.now().minus(Duration.ofHours(1)), "qadam.completions", "old");

        String then = awaitTakenIn(old);
        viewer(path, "asOf", then).body("provisional", is(false));
        viewer(path).body("provisional", is(false));
    }

    @Test
    void figures_are_provisional_while_another_instance_reads_nothing() {
        givenPartitionOfSilentInstance();

        awaitBecause("intake-behind");
    }

    @Test
    void figures_are_provisional_while_another_instance_cannot_go_on() {
        givenPartitionOfSilentInstance();

        PartitionFixture.halt();

        awaitBecause("intake-halted");
        Management.health().then().statusCode(503);
    }

    @Test
    void when_the_intake_has_caught_up_an_answer_about_then_is_still_provisional() {
        givenPartitionOfSilentInstance();
        awaitBecause("intake-behind");
        String then = awaitTakenIn(publishMarker("qadam.completions", cohort));

        PartitionFixture.remove();

        awaitFinal();
        viewer(path, "asOf", then).body("because.code", contains("intake-behind"));
    }

    @Test
    void when_the_intake_has_caught_up_a_batch_says_so_for_questions_about_later() {
        givenPartitionOfSilentInstance();
        awaitBecause("intake-behind");
        awaitTakenIn(publishMarker("qadam.completions", cohort));

        PartitionFixture.remove();

        awaitFinalBatch();
    }

    private static void givenPartitionOfSilentInstance() {
        PartitionFixture.takenInTo(5);
        PartitionFixture.readByAnother(5, "now() - interval '1 minute'", "null");
    }

    @Test
    void an_outage_is_stamped_on_one_batch() {
        awaitFinalBatch();
        long before = one("select max(number) from intake_batch", Long.class);

        givenOutageNoticedByAll();

        String stamped = "select count(*) from intake_batch where behind and number > " + before;
        assertThat(one(stamped, Long.class)).isEqualTo(1);
    }

    @Test
    void a_figure_asked_for_in_an_outage_says_for_ever_that_the_intake_was_behind() {
        awaitFinalBatch();
        givenOutageNoticedByAll();
        String then = Instant.now().toString();
        viewer(path, "asOf", then).body("because.code", contains("intake-behind"));

        PartitionFixture.remove();

        awaitFinal();
        viewer(path, "asOf", then).body("because.code", contains("intake-behind"));
    }

    /** Several instances notice it at the same time. */
    private void givenOutageNoticedByAll() {
        PartitionFixture.takenInTo(5);
        CompletableFuture.allOf(IntStream.range(0, 4)
                        .mapToObj(i -> CompletableFuture.runAsync(behindWatch::check))
                        .toArray(CompletableFuture[]::new))
                .join();
    }

    @Test
    void an_event_that_waits_for_long_makes_figures_provisional_whenever_it_was_published() {
        givenWaitingEvent();

        awaitBecause("intake-behind");
    }

    @Test
    void figures_are_final_when_the_event_that_waited_is_taken_in() {
        givenWaitingEvent();
        awaitBecause("intake-behind");

        PartitionFixture.takenInTo(6);

        awaitFinal();
    }

    private static void givenWaitingEvent() {
        PartitionFixture.takenInTo(5);
        PartitionFixture.readByAnother(6, "now() + interval '1 hour'", "now() - interval '31 s'");
    }

    @Test
    void a_cohort_whose_requirement_has_changed_is_provisional() {
        describeWithOtherRequirement();

        await().untilAsserted(() ->
                viewer(path).body("because[0].code", is("evaluating")).body("because[0].cohort", is(cohort)));
    }

    @Test
    void a_cohort_that_has_been_evaluated_is_final() {
        describeWithOtherRequirement();
        awaitBecause("evaluating");

        evaluateCohort(cohort, 2, 2);

        awaitFinal();
    }

    @Test
    void an_answer_about_an_instant_during_the_evaluation_stays_provisional() {
        describeWithOtherRequirement();
        awaitBecause("evaluating");
        String then = viewer(path).extract().path("asOf");

        evaluateCohort(cohort, 2, 2);

        awaitFinal();
        viewer(path, "asOf", then).body("because.code", hasItem("evaluating"));
    }

    private void describeWithOtherRequirement() {
        describeCohort(cohort, CohortVersion.of(2, 10L).requiring(1));
    }

    private void awaitBecause(String code) {
        await().untilAsserted(() -> viewer(path).body("because.code", contains(code)));
    }

    /** The newest batch says it too, so that questions about later have it. */
    private void awaitFinalBatch() {
        await().untilAsserted(() -> viewer(path, "asOf", now()).body("provisional", is(false)));
    }

    private void awaitFinal() {
        await().untilAsserted(() -> viewer(path).body("provisional", is(false)));
    }

    /** The instant of the batch in which an event was taken in. */
    private static String awaitTakenIn(UUID event) {
        awaitInLog(event);
        return one("""
                select to_char(instant, 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')
                  from event_log join intake_batch on number = batch where event_id = '%s'
                """.formatted(event), String.class);
    }
}
