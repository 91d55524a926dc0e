package kz.qadam.reporting.audit.recount;

import static kz.qadam.reporting.Asked.auditor;
import static kz.qadam.reporting.Asked.exact;
import static kz.qadam.reporting.Asked.post;
import static kz.qadam.reporting.Asked.recount;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;

import io.quarkus.runtime.StartupEvent;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import kz.qadam.chassis.database.Database;
import kz.qadam.local.QadamBackends;
import kz.qadam.reporting.Events;
import kz.qadam.reporting.ReportingTest;
import kz.qadam.reporting.asof.PointInTime;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@ReportingTest
class RecountTest {

    @Inject
    Database database;

    @Inject
    Recounts recounts;

    @BeforeEach
    void seed() {
        Events.seed();
    }

    @Test
    void figures_equal_their_recount() {
        Events.cohort("recount", 10L);
        Events.trained("recount", "KZ-75", "school-42", "2026-05-31");
        Events.trained("recount", "unknown", "school-43", "2026-06-01");
        await().untilAsserted(() -> exact("/v1/progress/recount").body("trained", is(2)));

        String id = recount(Map.of("cohort", "recount"))
                .statusCode(200)
                .body("differences", empty())
                .body("matches", is(true))
                .body("inFlight.learners", is(0))
                .body("inFlight.cohorts", empty())
                .extract()
                .path("id");

        auditor("/v1/audit/recounts/" + id).statusCode(200).body("matches", is(true));
    }

    @Test
    void a_result_is_kept_though_the_row_is_locked_for_a_while() throws Exception {
        UUID id = UUID.randomUUID();
        try (var connection = QadamBackends.database().connect();
                var statement = connection.createStatement()) {
            statement.execute("""
                    insert into recount (id, batch, as_of, on_day, requested_by, requested_at, instance, alive_until)
                    values ('%s', 0, now(), now(), 'anna', now(), 'another', now() + interval '1 hour')
                    """.formatted(id));
            connection.setAutoCommit(false);
            statement.execute("select from recount where id = '%s' for update".formatted(id));

            var kept = CompletableFuture.runAsync(() -> recounts.keep(id, "{}"));

            await().until(() -> isAnybodyWaiting());
            await().until(() -> !isAnybodyWaiting());
            connection.rollback();
            assertThat(kept).succeedsWithin(Duration.ofSeconds(20));
        }
        assertThat(recounts.find(id, null)).contains(new Recounts.State.Done("{}"));
    }

    @Test
    void a_locked_clock_does_not_keep_the_service_from_starting() throws SQLException {
        try (var connection = QadamBackends.database().connect();
                var statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute("select * from intake_clock for update");

            recounts.failAbandoned(new StartupEvent());
        }
    }

    private boolean isAnybodyWaiting() {
        return database.transaction(
                handle -> handle.createQuery("select exists (select from pg_locks where not granted)")
                        .mapTo(Boolean.class)
                        .one());
    }

    @ParameterizedTest(name = "{0}, {1}")
    @CsvSource({
        "trained, nation, ''",
        "trained, region, KZ-75",
        "trained, institution, school-42",
        "trained, area, ai",
        "completions, institution, school-42",
        "completed, region, KZ-75",
        "completed, course, AI-101",
        "enrolled, institution, school-42",
        "enrolled, area, ai",
        "completed, kind, school"
    })
    void a_row_altered_by_hand_is_named(String measure, String grain, String place) {
        String cohort = "recount-" + UUID.randomUUID();
        Events.cohort(cohort, 10L);
        Events.institution("school-42");
        Events.trained(cohort, "KZ-75", "school-42", "2026-05-31");
        await().untilAsserted(() -> exact("/v1/progress/" + cohort + "/breakdown", "by", "kind")
                .body("cells.find { it.key == 'school' }.trained", is(1)));

        alter(cohort, measure, grain, place, measure + " = " + measure + " + 1");

        String named = grain.equals("nation") ? "cohort" : grain;
        recount(Map.of("cohort", cohort))
                .statusCode(200)
                .body("matches", is(false))
                .body("differences", hasSize(1))
                .body("differences[0].cohort", is(cohort))
                .body("differences[0].measure", is(measure))
                .body("differences[0]." + named, is(grain.equals("nation") ? cohort : place))
                .body("differences[0].size()", is(grain.equals("nation") ? 4 : 5))
                .body("differences[0].figure", is(2))
                .body("differences[0].recount", is(1));
        alter(cohort, measure, grain, place, measure + " = " + measure + " - 1");
    }

    @Test
    void a_row_moved_to_another_day_is_named_by_both_days() {
        Events.cohort("recount-days", 10L);
        Events.trained("recount-days", "KZ-75", "school-42", "2026-05-31");
        await().untilAsserted(() -> exact("/v1/progress/recount-days").body("trained", is(1)));

        alter("recount-days", "trained", "nation", "", "day = day - 1");

        recount(Map.of("cohort", "recount-days"))
                .body("matches", is(false))
                .body("differences.day", hasItem("2026-05-30"))
                .body("differences.day", hasItem("2026-05-31"));
        alter("recount-days", "trained", "nation", "", "day = day + 1");
    }

    @Test
    void people_are_recounted_too() {
        Events.cohort("recount-people", 10L);
        Events.trained("recount-people", "KZ-75", "school-42", "2027-05-31");
        await().untilAsserted(() ->
                exact("/v1/progress/recount-people", "on", "2027-05-31").body("trained", is(1)));
        String sql = "update rollup_cell set people = people %s where cohort = '' and day = '2027-05-31'";

        execute(sql.formatted("+ 5"));

        recount(Map.of("on", "2027-05-31")).body("differences.measure", hasItem("people"));
        execute(sql.formatted("- 5"));
    }

    @Test
    void whose_training_is_still_being_told_is_left_out_on_both_sides() {
        Events.cohort("recount-flight", 10L);
        UUID learner = UUID.randomUUID();

        Events.completion(UUID.randomUUID(), learner, "recount-flight", "KZ-75", "school-42", "2026-05-31", 1, true);

        await().untilAsserted(() -> exact("/v1/progress/recount-flight").body("completions", is(1)));
        recount(Map.of("cohort", "recount-flight")).body("matches", is(true)).body("inFlight.learners", is(1));
        Events.trained(learner, "recount-flight", UUID.randomUUID(), "KZ-75", "school-42", "2026-05-31", 1);
        await().untilAsserted(() -> exact("/v1/progress/recount-flight").body("trained", is(1)));
    }

    @Test
    void a_trained_fact_that_no_record_bears_out_is_named() {
        Events.cohort("recount-fact", 10L);
        UUID learner = UUID.randomUUID();
        Events.trained(learner, "recount-fact", UUID.randomUUID(), "KZ-75", "school-42", "2026-05-31", 1);
        await().untilAsserted(() -> exact("/v1/progress/recount-fact").body("trained", is(1)));

        recount(Map.of("cohort", "recount-fact"))
                .body("matches", is(false))
                .body("differences", hasSize(6))
                .body("differences[0].figure", is(1))
                .body("differences[0].recount", is(0));

        Events.noLongerTrained(learner, "recount-fact", 2);
        await().untilAsserted(() -> exact("/v1/progress/recount-fact").body("trained", is(0)));
    }

    @Test
    void a_trained_state_without_the_member_trained_is_recounted() {
        Events.cohort("recount-old", 10L);
        UUID learner = UUID.randomUUID();
        Events.send(
                "qadam.completions",
                learner.toString(),
                "kz.qadam.learner.no-longer-trained.v1",
                learner + "/recount-old",
                1,
                """
                {"learnerId": "%s", "cohort": "recount-old", "programmeVersion": 1, "cohortVersion": 1,
                 "cause": "completion", "version": 1}
                """.formatted(learner));
        Events.trained("recount-old", "KZ-75", "school-42", "2026-05-31");
        await().untilAsserted(() -> exact("/v1/progress/recount-old").body("trained", is(1)));

        recount(Map.of("cohort", "recount-old"))
                .statusCode(200)
                .body("matches", is(true))
                .body("inFlight.learners", is(0));
    }

    @Test
    void a_recount_that_takes_long_is_fetched_later() throws SQLException {
        String place;
        try (var connection = QadamBackends.database().connect();
                var statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute("lock table rollup_cell in access exclusive mode");

            place = recount(Map.of())
                    .statusCode(202)
                    .body("status", is("running"))
                    .extract()
                    .header("Location");

            auditor(path(place)).statusCode(202);
        }
        await().untilAsserted(() -> auditor(path(place)).statusCode(200).body("figureVersion", greaterThan(0)));
    }

    @Test
    void only_so_many_wait_and_each_is_kept_alive() throws Exception {
        List<CompletableFuture<Integer>> asked;
        try (var connection = QadamBackends.database().connect();
                var statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute("lock table rollup_cell in access exclusive mode");
            asked = IntStream.range(0, 3)
                    .mapToObj(i -> CompletableFuture.supplyAsync(() -> recount(Map.of("on", "2026-03-0" + (i + 1)))
                            .extract()
                            .statusCode()))
                    .toList();
            String unfinished = "select count(*) from recount where finished_at is null";
            await().untilAsserted(() -> assertThat(one(unfinished)).isEqualTo(3));

            recount(Map.of("on", "2026-03-04")).statusCode(503).header("Retry-After", is("1"));

            String renewed = unfinished + " and alive_until > requested_at + interval '3500 milliseconds'";
            await().untilAsserted(() -> assertThat(one(renewed)).isEqualTo(3));
        }
        assertThat(asked).allSatisfy(one -> assertThat(one.join()).isIn(200, 202));
        await().untilAsserted(() -> assertThat(one("select count(*) from recount where finished_at is null"))
                .isZero());
        recount(Map.of("on", "2026-03-04")).statusCode(200);
    }

    @Test
    void one_whose_instance_is_gone_comes_to_an_end() {
        UUID gone = UUID.randomUUID();
        UUID alive = UUID.randomUUID();
        String insert = """
                insert into recount (id, batch, as_of, on_day, requested_by, instance, alive_until)
                values ('%s', 1, now(), '2026-06-30', 'auditor', 'another', now() + %s)
                """;
        execute(insert.formatted(alive, "interval '1 hour'"));
        execute(insert.formatted(gone, "interval '1 second'"));
        auditor("/v1/audit/recounts/" + gone).statusCode(202);

        await().untilAsserted(() -> auditor("/v1/audit/recounts/" + gone)
                .statusCode(500)
                .body("detail", containsString("Start a new one")));

        auditor("/v1/audit/recounts/" + alive).statusCode(202);
        execute("delete from recount where id = '" + alive + "'");
    }

    @Test
    void however_many_places_there_are_only_so_many_are_in_memory() {
        var moment = new PointInTime(0, Instant.EPOCH, LocalDate.of(2026, 6, 30), null, false, false, true);
        database.transaction(
                handle -> {
                    var cells = new RecountComparison(handle, 10);
                    for (int round = 0; round < 2; round++) {
                        for (int i = 0; i < 95; i++) {
                            cells.addCounted(new RecountedCell(
                                    "trained", "cells", "institution", "school-" + i, LocalDate.of(2026, 5, 1)));
                            assertThat(cells.inMemory()).isLessThanOrEqualTo(10);
                        }
                    }
                    cells.addLeftOut(
                            new RecountedCell("trained", "cells", "region", "KZ-75", LocalDate.of(2026, 5, 1)));
                    cells.addCounted(
                            new RecountedCell("trained", "cells", "region", "KZ-71", LocalDate.of(2026, 7, 1)));

                    List<RecountResult.Difference> differences = cells.differences(moment, "cells", Set.of());

                    assertThat(differences).hasSize(96);
                    assertThat(differences.get(0).institution()).isEqualTo("school-0");
                    assertThat(differences.get(0).recount()).isEqualTo(2);
                    assertThat(differences.get(95).region()).isEqualTo("KZ-75");
                    assertThat(differences.get(95).figure()).isEqualTo(-1);
                    return true;
                },
                kept -> false);
    }

    private static long one(String sql) throws SQLException {
        try (var connection = QadamBackends.database().connect();
                var rows = connection.createStatement().executeQuery(sql)) {
            rows.next();
            return rows.getLong(1);
        }
    }

    private static String path(String url) {
        return url.substring(url.indexOf("/v1/"));
    }

    @Test
    void only_auditor_and_office_may_recount_and_only_what_is_known() {
        post("viewer", "/v1/audit/recounts", Map.of()).statusCode(403);
        recount(Map.of("cohort", "nobody")).statusCode(404);
        recount(Map.of("cohrt", "pupils")).statusCode(400);
        auditor("/v1/audit/recounts/" + UUID.randomUUID()).statusCode(404);
    }

    private static void alter(String cohort, String measure, String grain, String place, String set) {
        execute("""
                update rollup_cell set %s where cohort = '%s' and grain = '%s' and place = '%s' and %s <> 0
                """.formatted(set, cohort, grain, place, measure));
    }

    private static void execute(String sql) {
        try (var connection = QadamBackends.database().connect();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
