package kz.qadam.reporting.asof;

import static kz.qadam.reporting.CatalogueFixture.evaluateCohort;
import static kz.qadam.reporting.CatalogueFixture.givenCohort;
import static kz.qadam.reporting.DatabaseFixture.databaseNow;
import static kz.qadam.reporting.DatabaseFixture.one;
import static kz.qadam.reporting.DatabaseFixture.transaction;
import static kz.qadam.reporting.LearnerFixture.givenTrained;
import static kz.qadam.reporting.LearnerFixture.publishNoLongerTrained;
import static kz.qadam.reporting.Requests.awaitCohort;
import static kz.qadam.reporting.Requests.awaitTrained;
import static kz.qadam.reporting.Requests.now;
import static kz.qadam.reporting.Requests.viewer;
import static kz.qadam.reporting.Requests.viewerBody;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;

import jakarta.inject.Inject;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.IntStream;
import kz.qadam.reporting.ReportingTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@ReportingTest
class AsOfTest {

    @Inject
    PointInTimeResolver points;

    @Test
    void what_was_known_then_keeps_its_bytes_whatever_comes_later() {
        givenCohort("asof", 10L);
        givenTrained("asof", "2026-05-31");
        awaitTrained("asof", 1);
        String then = now();
        String all = viewerBody("/v1/progress", "asOf", then);
        String regions = viewerBody("/v1/progress/asof/breakdown", "by", "region", "asOf", then);

        givenTrained("asof", "2026-05-31");
        evaluateCohort("asof", 2, 1);

        awaitTrained("asof", 2);
        assertThat(viewerBody("/v1/progress", "asOf", then)).isEqualTo(all);
        assertThat(viewerBody("/v1/progress/asof/breakdown", "by", "region", "asOf", then))
                .isEqualTo(regions);
    }

    @Test
    void a_revocation_takes_back_today_and_not_yesterday() {
        givenCohort("asof-revoked", 10L);
        UUID learner = givenTrained("asof-revoked", "2026-05-31").learner();
        awaitTrained("asof-revoked", 1);
        String then = now();

        publishNoLongerTrained(learner, "asof-revoked");

        awaitTrained("asof-revoked", 0);
        viewer("/v1/progress/asof-revoked", "asOf", then).body("trained", is(1));
        viewer("/v1/progress/asof-revoked/breakdown", "by", "institution", "asOf", then)
                .body("cells[0].trained", is(1));
    }

    @Test
    void before_the_first_batch_nothing_is_known() {
        viewer("/v1/progress", "asOf", "2020-01-01T00:00:00+05:00")
                .statusCode(200)
                .body("asOf", is("2019-12-31T19:00:00Z"))
                .body("on", is("2020-01-01"))
                .body("dataThrough", nullValue())
                .body("figureVersion", is(0))
                .body("programme", nullValue())
                .body("cohorts", empty())
                .body("total.trained", is(0));
    }

    @Test
    void a_date_means_the_end_of_that_local_day() {
        viewer("/v1/progress", "asOf", "2020-01-01")
                .statusCode(200)
                .body("asOf", is("2020-01-01T17:59:59.999999Z"))
                .body("on", is("2020-01-01"));
    }

    @Test
    void the_future_is_refused() {
        String soon = OffsetDateTime.now(ZoneOffset.UTC).plusHours(1).toString();

        viewer("/v1/progress", "asOf", soon)
                .statusCode(422)
                .body("errors[0].parameter", is("asOf"))
                .body("errors[0].code", is("in-the-future"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"yesterday", "2026-05-31T10:00:00"})
    void what_is_no_instant_is_refused(String asOf) {
        viewer("/v1/progress", "asOf", asOf).statusCode(400).body("errors[0].parameter", is("asOf"));
    }

    @Test
    void a_question_waits_for_a_batch_that_is_being_taken_in() throws Exception {
        givenCohort("asof-waits", 10L);
        awaitCohort("asof-waits");
        try (var batch = transaction("select from intake_clock for update")) {
            String now = databaseNow();
            var answer = CompletableFuture.supplyAsync(() -> points.of(now, null));
            assertThat(isAnswered(answer)).isFalse();

            batch.run("""
                    update intake_clock set number = number + 1,
                        instant = greatest('%s'::timestamptz, instant + interval '1 microsecond')
                    """.formatted(now));
            batch.run("""
                    insert into intake_batch (number, instant, events, data_through, behind)
                    select number, instant, 0, null, false from intake_clock
                    """);
            batch.commit();

            assertThat(answer.get(1, TimeUnit.MINUTES).batch())
                    .isEqualTo(one("select max(number) from intake_batch", Long.class));
        }
    }

    @Test
    void questions_at_the_same_time_are_answered_so_for_ever() {
        givenCohort("asof-race", 10L);
        awaitCohort("asof-race");
        List<CompletableFuture<PointInTime>> racing = IntStream.range(0, 8)
                .mapToObj(i -> CompletableFuture.supplyAsync(() -> points.of(databaseNow(), null)))
                .toList();
        givenTrained("asof-race", "2026-05-31");
        awaitTrained("asof-race", 1);

        List<PointInTime> first = racing.stream().map(CompletableFuture::join).toList();

        assertThat(first)
                .allSatisfy(answer -> assertThat(
                                points.of(answer.asOf().toString(), answer.on().toString()))
                        .isEqualTo(answer));
    }

    private static boolean isAnswered(CompletableFuture<?> answer) throws Exception {
        try {
            answer.get(300, TimeUnit.MILLISECONDS);
            return true;
        } catch (TimeoutException e) {
            return false;
        }
    }
}
