package kz.qadam.reporting.asof;

import static io.restassured.RestAssured.given;
import static kz.qadam.reporting.Asked.byAnybody;
import static kz.qadam.reporting.Asked.exact;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;

import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.UUID;
import kz.qadam.local.QadamBackends;
import kz.qadam.local.Tokens;
import kz.qadam.reporting.Events;
import kz.qadam.reporting.ReportingTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Who sees only what is published does not hold up the intake. */
@ReportingTest
class UnsettledTest {

    private final String cohort = "unsettled-" + UUID.randomUUID().toString().substring(0, 8);
    private final String path = "/v1/progress/" + cohort;

    @BeforeEach
    void one_is_trained() {
        Events.seed();
        Events.cohort(cohort, 10L);
        Events.trained(cohort, "KZ-75", "school-42", "2026-05-31");
        await().untilAsserted(() -> byAnybody(path).body("enrolled", is(1)).body("trained", is(1)));
    }

    @Test
    void nobody_without_a_token_waits_for_the_lock_of_the_intake_or_moves_its_clock() throws SQLException {
        OffsetDateTime settled = one("select settled_through from intake_clock");
        try (var connection = QadamBackends.database().connect();
                var statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute("select * from intake_clock for update");
            String now = one("select clock_timestamp()").toInstant().toString();
            String newest = instantOf(one("select max(instant) from intake_batch"));

            byAnybody(path, "asOf", now)
                    .statusCode(200)
                    .body("asOf", is(newest))
                    .body("trained", is(1));
            byAnybody(path + "/series", "interval", "month", "asOf", now).body("asOf", is(newest));
            byAnybody("/v1/progress/coverage", "asOf", now).body("asOf", is(newest));
            byAnybody("/", "asOf", now, "cohort", cohort).statusCode(200);
            byAnybody("/v1/progress/stream", "asOf", "2999-01-01").statusCode(422);
            byAnybody("/v1/publications", "asOf", now).statusCode(200);
            byAnybody("/definitions/1", "asOf", now).statusCode(200);
            given().auth()
                    .oauth2(Tokens.of("partner", "school-42"))
                    .queryParam("asOf", now)
                    .get(path)
                    .then()
                    .body("asOf", is(newest));
            given().auth()
                    .oauth2(Tokens.of("partner", "school-42"))
                    .queryParam("asOf", now)
                    .queryParam("reference", "none")
                    .get("/v1/receipts")
                    .then()
                    .statusCode(200);
        }
        assertThat(one("select settled_through from intake_clock")).isEqualTo(settled);
    }

    @Test
    void what_the_head_says_is_answered_so_for_ever() throws SQLException {
        String now = one("select clock_timestamp()").toInstant().toString();
        String answer = byAnybody(path, "asOf", now).extract().asString();
        String asOf = byAnybody(path, "asOf", now).extract().path("asOf");
        String on = byAnybody(path, "asOf", now).extract().path("on");

        Events.trained(cohort, "KZ-75", "school-42", "2026-06-01");

        await().untilAsserted(() -> byAnybody(path).body("trained", is(2)));
        byAnybody(path, "asOf", asOf, "on", on).body(is(answer));
        byAnybody(path, "asOf", now).body("asOf", is(now)).body("trained", is(1));
    }

    @Test
    void what_somebody_with_a_token_has_settled_is_settled_for_all() throws SQLException {
        String now = one("select clock_timestamp()").toInstant().toString();
        exact(path, "asOf", now).body("asOf", is(now));

        await().untilAsserted(() -> byAnybody(path, "asOf", now).body("asOf", is(now)));
    }

    @Test
    void whether_it_was_behind_then_does_not_depend_on_whether_it_is_now() throws SQLException {
        await().untilAsserted(() -> byAnybody(path, "asOf", instantOf(newest())).body("provisional", is(false)));
        try (var connection = QadamBackends.database().connect();
                var statement = connection.createStatement();
                var another = QadamBackends.database().connect();
                var standing = another.createStatement()) {
            connection.setAutoCommit(false);
            // No batch is opened meanwhile.
            statement.execute("select * from intake_clock for update");
            String then = instantOf(newest());
            boolean stamped = byAnybody(path, "asOf", then).extract().path("provisional");
            standing.execute("""
                    insert into intake_offset (topic, partition, cluster_id, topic_id, next_offset)
                    select topic, 97, cluster_id, topic_id, 5 from intake_offset
                     where topic = 'qadam.completions' limit 1
                    """);
            try {
                await().untilAsserted(() -> byAnybody(path).body("because.code", hasItem("intake-behind")));

                byAnybody(path, "asOf", then).body("asOf", is(then)).body("provisional", is(stamped));
                String after = Instant.parse(then).plusNanos(1000).toString();
                byAnybody(path, "asOf", after).body("provisional", is(stamped));
            } finally {
                standing.execute("delete from intake_offset where partition = 97");
            }
        }
    }

    private static OffsetDateTime newest() throws SQLException {
        return one("select max(instant) from intake_batch");
    }

    @Test
    void the_future_is_refused_to_everybody() {
        String soon = OffsetDateTime.now(ZoneOffset.UTC).plusHours(1).toString();

        byAnybody(path, "asOf", soon)
                .statusCode(422)
                .body("errors[0].parameter", is("asOf"))
                .body("errors[0].code", is("in-the-future"));
        byAnybody("/", "asOf", soon).statusCode(422);
    }

    private static String instantOf(OffsetDateTime time) {
        Instant instant = time.toInstant();
        return instant.toString();
    }

    private static OffsetDateTime one(String sql) throws SQLException {
        try (var connection = QadamBackends.database().connect();
                var rows = connection.createStatement().executeQuery(sql)) {
            rows.next();
            return rows.getObject(1, OffsetDateTime.class);
        }
    }
}
