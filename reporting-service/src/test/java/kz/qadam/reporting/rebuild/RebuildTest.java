package kz.qadam.reporting.rebuild;

import static kz.qadam.reporting.Asked.auditorBytes;
import static kz.qadam.reporting.Asked.bytes;
import static kz.qadam.reporting.Asked.exact;
import static kz.qadam.reporting.Asked.now;
import static kz.qadam.reporting.Asked.post;
import static kz.qadam.reporting.Asked.recount;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.is;

import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import kz.qadam.local.QadamBackends;
import kz.qadam.reporting.Events;
import kz.qadam.reporting.ReportingTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@ReportingTest
class RebuildTest {

    @Inject
    Rebuild rebuild;

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
            for (String by : List.of("region", "institution", "course", "area")) {
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
