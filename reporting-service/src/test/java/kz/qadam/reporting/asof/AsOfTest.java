package kz.qadam.reporting.asof;

import static kz.qadam.reporting.Asked.bytes;
import static kz.qadam.reporting.Asked.exact;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;

import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.IntStream;
import kz.qadam.local.QadamBackends;
import kz.qadam.reporting.Events;
import kz.qadam.reporting.ReportingTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@ReportingTest
class AsOfTest {

    @Inject
    PointsInTime moments;

    @BeforeEach
    void seed() {
        Events.seed();
    }

    @Test
    void what_was_known_then_keeps_its_bytes_whatever_comes_later() {
        Events.cohort("asof", 10L);
        Events.trained("asof", "KZ-75", "school-42", "2026-05-31");
        await().untilAsserted(() -> exact("/v1/progress/asof").body("trained", is(1)));
        String then = exact("/v1/progress").extract().path("asOf");
        String all = bytes("/v1/progress", "asOf", then);
        String regions = bytes("/v1/progress/asof/breakdown", "by", "region", "asOf", then);

        Events.trained("asof", "KZ-75", "school-42", "2026-05-31");
        Events.evaluated("asof", 2, 1, 1);

        await().untilAsserted(() -> exact("/v1/progress/asof").body("trained", is(2)));
        assertThat(bytes("/v1/progress", "asOf", then)).isEqualTo(all);
        assertThat(bytes("/v1/progress/asof/breakdown", "by", "region", "asOf", then))
                .isEqualTo(regions);
    }

    @Test
    void a_revocation_takes_back_today_and_not_yesterday() {
        Events.cohort("asof-revoked", 10L);
        var learner = Events.trained("asof-revoked", "KZ-75", "school-42", "2026-05-31");
        await().untilAsserted(() -> exact("/v1/progress/asof-revoked").body("trained", is(1)));
        String then = exact("/v1/progress").extract().path("asOf");

        Events.noLongerTrained(learner, "asof-revoked", 2);

        await().untilAsserted(() -> exact("/v1/progress/asof-revoked").body("trained", is(0)));
        exact("/v1/progress/asof-revoked", "asOf", then).body("trained", is(1));
        exact("/v1/progress/asof-revoked/breakdown", "by", "institution", "asOf", then)
                .body("cells[0].trained", is(1));
    }

    @Test
    void before_the_first_batch_nothing_is_known() {
        exact("/v1/progress", "asOf", "2020-01-01T00:00:00+05:00")
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
    void a_date_stands_for_the_end_of_that_local_day() {
        exact("/v1/progress", "asOf", "2020-01-01")
                .statusCode(200)
                .body("asOf", is("2020-01-01T17:59:59.999999Z"))
                .body("on", is("2020-01-01"));
    }

    @Test
    void the_future_is_refused() {
        exact(
                        "/v1/progress",
                        "asOf",
                        OffsetDateTime.now(ZoneOffset.UTC).plusHours(1).toString())
                .statusCode(422)
                .body("errors[0].parameter", is("asOf"))
                .body("errors[0].code", is("in-the-future"));
        exact("/v1/progress", "asOf", "yesterday").statusCode(400).body("errors[0].parameter", is("asOf"));
        exact("/v1/progress", "asOf", "2026-05-31T10:00:00").statusCode(400);
    }

    @Test
    void a_question_waits_for_a_batch_that_is_being_taken_in() throws Exception {
        Events.cohort("asof-waits", 10L);
        await().untilAsserted(() -> exact("/v1/progress/asof-waits").statusCode(200));
        try (var connection = QadamBackends.database().connect();
                var statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute("select * from intake_clock for update");
            String now = databaseNow();

            var answer = CompletableFuture.supplyAsync(() -> moments.of(now, null));

            assertThat(isAnswered(answer)).isFalse();
            statement.execute("""
                    update intake_clock set number = number + 1,
                        instant = greatest('%s'::timestamptz, instant + interval '1 microsecond')
                    """.formatted(now));
            statement.execute("""
                    insert into intake_batch (number, instant, events, data_through, behind)
                    select number, instant, 0, null, false from intake_clock
                    """);
            connection.commit();
            assertThat(answer.get(10, TimeUnit.SECONDS).batch()).isEqualTo(newestBatch());
        }
    }

    @Test
    void racing_questions_settle_what_they_saw() {
        Events.cohort("asof-race", 10L);
        await().untilAsserted(() -> exact("/v1/progress/asof-race").statusCode(200));
        List<CompletableFuture<PointInTime>> racing = IntStream.range(0, 8)
                .mapToObj(i -> CompletableFuture.supplyAsync(() -> moments.of(databaseNow(), null)))
                .toList();
        Events.trained("asof-race", "KZ-75", "school-42", "2026-05-31");
        await().untilAsserted(() -> exact("/v1/progress/asof-race").body("trained", is(1)));

        List<PointInTime> first = racing.stream().map(CompletableFuture::join).toList();

        assertThat(first)
                .allSatisfy(moment -> assertThat(
                                moments.of(moment.asOf().toString(), moment.on().toString()))
                        .isEqualTo(moment));
    }

    private static boolean isAnswered(CompletableFuture<?> answer) throws Exception {
        try {
            answer.get(300, TimeUnit.MILLISECONDS);
            return true;
        } catch (TimeoutException e) {
            return false;
        }
    }

    private static String databaseNow() {
        return one("select clock_timestamp()", OffsetDateTime.class).toInstant().toString();
    }

    private static long newestBatch() {
        return one("select max(number) from intake_batch", Long.class);
    }

    private static <T> T one(String sql, Class<T> type) {
        try (var connection = QadamBackends.database().connect();
                var rows = connection.createStatement().executeQuery(sql)) {
            rows.next();
            return rows.getObject(1, type);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
