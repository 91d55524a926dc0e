package kz.qadam.reporting.intake;

import static io.restassured.RestAssured.given;
import static kz.qadam.reporting.Asked.auditor;
import static kz.qadam.reporting.Asked.byAnybody;
import static kz.qadam.reporting.Asked.exact;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.notNullValue;

import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import kz.qadam.chassis.database.Database;
import kz.qadam.local.QadamBackends;
import kz.qadam.reporting.Events;
import kz.qadam.reporting.ReportingTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@ReportingTest
class IntakeTest {

    @Inject
    Database database;

    @Inject
    BehindWatch fallenBehind;

    @Inject
    UnreconciledGauge unreconciled;

    @BeforeEach
    void seed() {
        Events.seed();
    }

    @Test
    void an_event_delivered_again_changes_nothing() {
        Events.cohort("intake-again", 10L);
        UUID learner = UUID.randomUUID();
        UUID completion = UUID.randomUUID();
        Events.completion(completion, learner, "intake-again", "KZ-75", "school-42", "2026-05-31", 1, true);
        await().untilAsserted(() -> exact("/v1/progress/intake-again").body("completions", is(1)));
        int version = exact("/v1/progress").extract().path("figureVersion");

        Events.completion(completion, learner, "intake-again", "KZ-75", "school-42", "2026-05-31", 1, true);

        // The same learner's events keep their order, so that this one arrives after the repeated one.
        Events.enrolled(learner, "intake-again", "KZ-75", "school-42");
        await().untilAsserted(() -> exact("/v1/progress/intake-again").body("enrolled", is(1)));
        exact("/v1/progress/intake-again").body("completions", is(1)).body("figureVersion", is(version + 1));
    }

    @Test
    void a_lower_version_that_comes_late_changes_nothing() {
        Events.cohort("intake-late", 10L);
        UUID learner = UUID.randomUUID();
        UUID completion = UUID.randomUUID();
        Events.completion(completion, learner, "intake-late", "KZ-75", "school-42", "2026-05-31", 2, false);

        Events.completion(completion, learner, "intake-late", "KZ-75", "school-42", "2026-05-31", 1, true);

        UUID last = Events.send(
                "qadam.completions", learner.toString(), "kz.qadam.test.marked.v1", "mark/" + learner, 1, "{}");
        await().untilAsserted(() -> auditor("/v1/audit/events/" + last).statusCode(200));
        exact("/v1/progress/intake-late").body("completions", is(0));
    }

    @Test
    void an_event_can_be_seen_as_it_was_received() {
        UUID learner = UUID.randomUUID();
        String data = "{ \"code\" : 1.50,\"x\":\"ы\" }";

        UUID id = Events.send("qadam.completions", learner.toString(), "kz.qadam.later.known.v7", "a/b", 3, data);

        await().untilAsserted(() -> auditor("/v1/audit/events/" + id)
                .statusCode(200)
                .body("type", is("kz.qadam.later.known.v7"))
                .body("subject", is("a/b"))
                .body("topic", is("qadam.completions"))
                .body("key", is(learner.toString()))
                .body("batch", notNullValue())
                .body("knownSince", notNullValue()));
        assertThat(auditor("/v1/audit/events/" + id).extract().asString()).contains(data);
        auditor("/v1/audit/events/" + id, "asOf", "2020-01-01").statusCode(404);
    }

    @Test
    void events_are_not_for_everybody() {
        byAnybody("/v1/audit/events/" + UUID.randomUUID()).statusCode(401);
        exact("/v1/audit/events/" + UUID.randomUUID()).statusCode(403);
        auditor("/v1/audit/events/" + UUID.randomUUID()).statusCode(404);
    }

    @Test
    void a_tally_that_does_not_add_up_is_measured_until_it_does() {
        LocalDate day = LocalDate.of(2026, 6, 1);
        double before = unreconciled.sum();

        Events.tally("school-tally", day, 10, 7, 1);

        await().untilAsserted(() -> assertThat(unreconciled.sum()).isEqualTo(before + 3));
        Events.tally("school-tally", day, 10, 10, 2);
        await().untilAsserted(() -> assertThat(unreconciled.sum()).isEqualTo(before));
    }

    @Test
    void a_publishers_slow_clock_does_not_make_figures_provisional() {
        Events.cohort("intake-slow", 10L);
        await().untilAsserted(() -> exact("/v1/progress/intake-slow").body("provisional", is(false)));

        UUID old = Events.sentAt(
                Instant.now().minus(Duration.ofHours(1)),
                "qadam.completions",
                "old",
                "kz.qadam.test.marked.v1",
                "old/" + UUID.randomUUID(),
                "{}");

        String then = await().until(() -> takenIn(old), Optional::isPresent).orElseThrow();
        exact("/v1/progress/intake-slow", "asOf", then).body("provisional", is(false));
        exact("/v1/progress/intake-slow").body("provisional", is(false));
    }

    @Test
    void figures_are_provisional_while_another_instance_stands_still() throws SQLException {
        Events.cohort("intake-still", 10L);
        await().untilAsserted(() -> exact("/v1/progress/intake-still").body("provisional", is(false)));
        execute("""
                insert into intake_offset (topic, partition, cluster_id, topic_id, next_offset)
                select topic, 99, cluster_id, topic_id, 5 from intake_offset where topic = 'qadam.completions' limit 1
                """);
        execute("""
                insert into intake_position (topic, partition, instance, end_offset, seen_at)
                values ('qadam.completions', 99, 'another', 5, now() - interval '1 minute')
                """);

        await().untilAsserted(() -> exact("/v1/progress/intake-still").body("because.code", contains("intake-behind")));
        UUID learner = UUID.randomUUID();
        UUID last = Events.send(
                "qadam.completions", learner.toString(), "kz.qadam.test.marked.v1", "still/" + learner, 1, "{}");
        String then = await().until(() -> takenIn(last), Optional::isPresent).orElseThrow();

        execute("update intake_position set seen_at = now(), halted = 'Lost.' where partition = 99");
        await().untilAsserted(() -> exact("/v1/progress/intake-still").body("because.code", contains("intake-halted")));
        given().get("/q/health/well").then().statusCode(503);

        execute("delete from intake_position where partition = 99");
        execute("delete from intake_offset where partition = 99");
        await().untilAsserted(() -> exact("/v1/progress/intake-still").body("provisional", is(false)));
        exact("/v1/progress/intake-still", "asOf", then).body("because.code", contains("intake-behind"));
        // And it says so as a batch, for those who ask about later.
        await().untilAsserted(() -> exact(
                        "/v1/progress/intake-still",
                        "asOf",
                        exact("/v1/progress").extract().path("asOf"))
                .body("provisional", is(false)));
    }

    @Test
    void a_figure_asked_for_in_an_outage_says_for_ever_that_the_intake_was_behind() throws SQLException {
        Events.cohort("intake-outage", 10L);
        await().untilAsserted(() -> exact(
                        "/v1/progress/intake-outage",
                        "asOf",
                        exact("/v1/progress").extract().path("asOf"))
                .body("provisional", is(false)));
        long before = ofBatches("select max(number)");
        execute("""
                insert into intake_offset (topic, partition, cluster_id, topic_id, next_offset)
                select topic, 96, cluster_id, topic_id, 5 from intake_offset where topic = 'qadam.completions' limit 1
                """);

        CompletableFuture.allOf(IntStream.range(0, 4)
                        .mapToObj(i -> CompletableFuture.runAsync(fallenBehind::check))
                        .toArray(CompletableFuture[]::new))
                .join();

        String then = Instant.now().toString();
        assertThat(ofBatches("select count(*) filter (where behind and number > %d)".formatted(before)))
                .isEqualTo(1);
        exact("/v1/progress/intake-outage", "asOf", then).body("because.code", contains("intake-behind"));
        execute("delete from intake_offset where partition = 96");
        await().untilAsserted(() -> exact("/v1/progress/intake-outage").body("provisional", is(false)));
        exact("/v1/progress/intake-outage", "asOf", then).body("because.code", contains("intake-behind"));
    }

    private long ofBatches(String sql) {
        return database.transaction(handle ->
                handle.createQuery(sql + " from intake_batch").mapTo(Long.class).one());
    }

    @Test
    void what_waits_for_long_makes_figures_provisional_whenever_it_was_published() throws SQLException {
        Events.cohort("intake-waiting", 10L);
        await().untilAsserted(() -> exact("/v1/progress/intake-waiting").body("provisional", is(false)));
        execute("""
                insert into intake_offset (topic, partition, cluster_id, topic_id, next_offset)
                select topic, 98, cluster_id, topic_id, 5 from intake_offset where topic = 'qadam.completions' limit 1
                """);
        execute("""
                insert into intake_position (topic, partition, instance, end_offset, seen_at, due_offset, due_since)
                values ('qadam.completions', 98, 'another', 6, now() + interval '1 hour', 6, now() - interval '31 s')
                """);

        await().untilAsserted(
                        () -> exact("/v1/progress/intake-waiting").body("because.code", contains("intake-behind")));

        execute("update intake_offset set next_offset = 6 where partition = 98");
        await().untilAsserted(() -> exact("/v1/progress/intake-waiting").body("provisional", is(false)));
        execute("delete from intake_position where partition = 98");
        execute("delete from intake_offset where partition = 98");
    }

    private static void execute(String sql) throws SQLException {
        try (var connection = QadamBackends.database().connect();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    @Test
    void a_cohort_whose_catalogue_has_changed_is_provisional_until_it_is_judged() {
        Events.cohort("intake-judged", 10L);
        await().untilAsserted(() -> exact("/v1/progress/intake-judged").body("provisional", is(false)));

        describeAgain("intake-judged");

        await().untilAsserted(() -> exact("/v1/progress/intake-judged")
                .body("because[0].code", is("evaluating"))
                .body("because[0].cohort", is("intake-judged")));
        Events.evaluated("intake-judged", 2, 1, 2);
        await().untilAsserted(() -> exact("/v1/progress/intake-judged").body("provisional", is(false)));
    }

    @Test
    void what_was_being_judged_once_stays_so_in_an_answer_about_then() {
        Events.cohort("intake-then", 10L);
        await().untilAsserted(() -> exact("/v1/progress/intake-then").body("provisional", is(false)));
        describeAgain("intake-then");
        await().untilAsserted(() -> exact("/v1/progress/intake-then").body("because.code", hasItem("evaluating")));
        String then = exact("/v1/progress/intake-then").extract().path("asOf");

        Events.evaluated("intake-then", 2, 1, 2);

        await().untilAsserted(() -> exact("/v1/progress/intake-then").body("provisional", is(false)));
        exact("/v1/progress/intake-then", "asOf", then).body("because.code", hasItem("evaluating"));
    }

    /** As after a SIGSTOP: it does nothing any more, and the database does not know that. */
    @Test
    void an_instance_that_stops_in_the_middle_of_a_batch_holds_up_others_for_seconds_and_loses() throws Exception {
        Events.cohort("intake-stopped", 10L);
        await().untilAsserted(() -> exact("/v1/progress/intake-stopped").statusCode(200));
        var inTheMiddle = new CountDownLatch(1);
        var goesOn = new CountDownLatch(1);
        CompletableFuture<Integer> stopped = CompletableFuture.supplyAsync(() -> database.transaction(handle -> {
            handle.execute("select from intake_offset order by topic, partition for update");
            handle.execute("update intake_clock set number = number + 1000");
            inTheMiddle.countDown();
            waitFor(goesOn);
            return handle.execute("select");
        }));
        inTheMiddle.await();

        Events.trained("intake-stopped", "KZ-75", "school-42", "2026-05-31");

        String now = Instant.now().toString();
        exact("/v1/progress/intake-stopped", "asOf", now).statusCode(200);
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> exact("/v1/progress/intake-stopped").body("trained", is(1)));
        goesOn.countDown();
        assertThat(stopped).failsWithin(Duration.ofSeconds(10));
    }

    private static void waitFor(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** With another requirement, by which everybody has to be judged. */
    private static void describeAgain(String cohort) {
        Events.cohort(cohort, 2, """
                {"version": 2, "validFrom": "2000-01-01", "target": 10, "requirement": {"minCourses": 1},
                 "recordedAt": "2026-01-01T00:00:00Z"}
                """);
    }

    /** When an event was taken in, if it was. */
    private static Optional<String> takenIn(UUID event) {
        try (var connection = QadamBackends.database().connect();
                var query = connection.prepareStatement("""
                        select to_char(instant, 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')
                          from event_log join intake_batch on number = batch where event_id = ?
                        """)) {
            query.setObject(1, event);
            var row = query.executeQuery();
            return row.next() ? Optional.of(row.getString(1)) : Optional.empty();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
