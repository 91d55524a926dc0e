package kz.qadam.reporting.intake.rebuild;

import static kz.qadam.reporting.Asked.auditor;
import static kz.qadam.reporting.Asked.auditorBytes;
import static kz.qadam.reporting.Asked.bytes;
import static kz.qadam.reporting.Asked.exact;
import static kz.qadam.reporting.Asked.now;
import static kz.qadam.reporting.Asked.post;
import static kz.qadam.reporting.Asked.recount;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;

import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import kz.qadam.chassis.database.Database;
import kz.qadam.chassis.kafka.CloudEvent;
import kz.qadam.chassis.kafka.DeliveredEvent;
import kz.qadam.chassis.kafka.IntakeHalted;
import kz.qadam.local.QadamBackends;
import kz.qadam.reporting.Events;
import kz.qadam.reporting.ReportingTest;
import kz.qadam.reporting.intake.ReportingIntake;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@ReportingTest
class RebuildTest {

    @Inject
    Rebuild rebuild;

    @Inject
    Database database;

    @Inject
    ReportingIntake intake;

    @BeforeEach
    void seed() {
        Events.seed();
    }

    @Test
    void every_past_answer_keeps_its_bytes() {
        Events.cohort("rebuild", 10L);
        List<String> instants = new ArrayList<>();
        for (int trained = 1; trained <= 3; trained++) {
            int expected = trained;
            var learner = Events.trained("rebuild", "KZ-75", "school-42", "2026-05-31");
            await().untilAsserted(() -> exact("/v1/progress/rebuild").body("trained", is(expected)));
            if (trained == 3) {
                Events.noLongerTrained(learner, "rebuild", 2);
                await().untilAsserted(() -> exact("/v1/progress/rebuild").body("trained", is(2)));
            }
            instants.add(exact("/v1/progress").extract().path("asOf"));
        }
        String published = "rebuild-" + UUID.randomUUID();
        post("office", "/v1/publications", Map.of("name", published, "asOf", instants.get(0)))
                .statusCode(201);
        Events.evaluated("rebuild", 2, 1, 1);
        String last = instants.get(2);
        await().untilAsserted(() -> assertThat(now()).isNotEqualTo(last));
        instants.set(2, now());
        Map<String, String> before = answers(instants, published);
        List<String> rows = rows();

        var report = rebuild.run();

        assertThat(report.events()).isGreaterThan(9);
        assertThat(rows()).isEqualTo(rows);
        assertThat(answers(instants, published)).isEqualTo(before);
    }

    @Test
    void what_an_earlier_version_derived_otherwise_is_derived_anew() throws SQLException {
        Events.cohort("rebuild-outdated", 10L);
        Events.trained("rebuild-outdated", "KZ-75", "school-42", "2026-05-31");
        await().untilAsserted(() -> exact("/v1/progress/rebuild-outdated/breakdown", "by", "area")
                .body("cells.find { it.key == 'ai' }.enrolled", is(1)));
        execute("update rollup_cell set place = 'unknown' where cohort = 'rebuild-outdated' and place = 'ai'");
        recount(Map.of("cohort", "rebuild-outdated")).body("matches", is(false));
        execute("update derivation set version = version - 1");

        assertThat(rebuild.runIfOutdated()).isPresent();

        recount(Map.of("cohort", "rebuild-outdated")).body("matches", is(true));
        assertThat(rebuild.runIfOutdated()).isEmpty();
    }

    private static void execute(String sql) throws SQLException {
        try (var connection = QadamBackends.database().connect();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    @Test
    void events_are_taken_in_again_afterwards() {
        rebuild.run();

        Events.cohort("rebuild-after", 10L);

        await().untilAsserted(() -> exact("/v1/progress/rebuild-after").statusCode(200));
    }

    @Test
    void an_instance_with_another_derivation_than_that_of_the_figures_writes_no_batch() {
        database.transaction(
                handle -> {
                    handle.execute("update derivation set version = version + 1");
                    assertThatThrownBy(() -> intake.openBatch(handle))
                            .isInstanceOf(IntakeHalted.class)
                            .hasMessageContaining("must be replaced");
                    assertThatThrownBy(() -> intake.take(handle, List.of(anything())))
                            .isInstanceOf(IntakeHalted.class);
                    return false;
                },
                keep -> keep);
    }

    private static DeliveredEvent anything() {
        var event =
                new CloudEvent(UUID.randomUUID(), "kz.qadam.test.marked.v1", "/test", "any", Instant.now(), null, "{}");
        return new DeliveredEvent(event, new ConsumerRecord<>("qadam.completions", 0, 0, null, null));
    }

    @Test
    void an_event_that_the_reader_refuses_by_now_is_a_dead_letter_until_it_accepts_it_again() throws SQLException {
        Events.cohort("rebuild-refused", 10L);
        Events.trained("rebuild-refused", "KZ-75", "school-42", "2026-05-31");
        await().untilAsserted(() -> exact("/v1/progress/rebuild-refused").body("trained", is(1)));
        replaceInLog("2026-05-31", "soon");

        rebuild.run();

        await().untilAsserted(() -> exact("/v1/progress/rebuild-refused")
                .body("trained", is(0))
                .body("because.code", hasItem("dead-letters")));

        replaceInLog("soon", "2026-05-31");
        rebuild.run();

        await().untilAsserted(() -> exact("/v1/progress/rebuild-refused")
                .body("trained", is(1))
                .body("because.code", not(hasItem("dead-letters"))));
    }

    @Test
    void an_event_that_the_reader_refused_takes_effect_when_it_is_retried() throws SQLException {
        Events.cohort("rebuild-retried", 10L);
        Events.trained("rebuild-retried", "KZ-75", "school-42", "2026-05-30");
        await().untilAsserted(() -> exact("/v1/progress/rebuild-retried").body("trained", is(1)));
        replaceInLog("2026-05-30", "never");
        rebuild.run();
        replaceInLog("never", "2026-05-30");
        execute("update dead_letter set value = convert_to(replace(convert_from(value, 'UTF8'), 'never', '2026-05-30'),"
                + " 'UTF8') where resolved_at is null");

        List<String> open = auditor("/v1/audit/dead-letters", "limit", "1000")
                .extract()
                .path("items.findAll { it.status == 'open' }.id");
        assertThat(open).hasSize(2);
        open.forEach(id -> post(
                        "office",
                        "/v1/audit/dead-letters/" + id + "/resolution",
                        Map.of("action", "retry", "reason", "The reader has learnt it."))
                .statusCode(200));

        await().untilAsserted(() ->
                exact("/v1/progress/rebuild-retried").body("trained", is(1)).body("provisional", is(false)));
    }

    /** As if the reader accepted other days than it does. */
    private static void replaceInLog(String text, String by) throws SQLException {
        execute("update event_log set data = replace(data, '\"%s\"', '\"%s\"') where data like '%%rebuild-re%%'"
                .formatted(text, by));
    }

    /** All that is derived, since answers may come from memory. */
    private static List<String> rows() {
        List<String> rows = new ArrayList<>();
        for (String table : List.of(
                "completion_fact",
                "enrolment_fact",
                "trained_fact",
                "catalogue_fact",
                "evaluated",
                "learner_alias",
                "tally",
                "rollup_cell",
                "rollup_cell_past")) {
            try (var connection = QadamBackends.database().connect();
                    var found = connection
                            .createStatement()
                            .executeQuery("select t::text from " + table + " t order by 1")) {
                while (found.next()) {
                    rows.add(table + found.getString(1));
                }
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
        }
        return rows;
    }

    private static Map<String, String> answers(List<String> instants, String published) {
        Map<String, String> answers = new HashMap<>();
        for (String asOf : instants) {
            for (String path : List.of("/v1/progress", "/v1/progress/rebuild")) {
                answers.put(path + asOf, bytes(path, "asOf", asOf));
            }
            for (String by : List.of("region", "institution", "course", "area", "kind")) {
                answers.put(by + asOf, bytes("/v1/progress/rebuild/breakdown", "by", by, "asOf", asOf));
            }
            answers.put("series" + asOf, bytes("/v1/progress/rebuild/series", "interval", "month", "asOf", asOf));
            answers.put("evidence" + asOf, auditorBytes("/v1/audit/evidence", "cohort", "rebuild", "asOf", asOf));
            answers.put(
                    "revisions" + asOf,
                    auditorBytes("/v1/audit/revisions", "from", instants.get(0), "to", asOf, "cohort", "rebuild"));
            answers.put("publication" + asOf, bytes("/v1/publications/" + published, "asOf", instants.get(2)));
        }
        return answers;
    }
}
