package kz.qadam.reporting.intake.rebuild;

import static kz.qadam.reporting.CatalogueFixture.evaluateCohort;
import static kz.qadam.reporting.CatalogueFixture.givenCohort;
import static kz.qadam.reporting.DatabaseFixture.execute;
import static kz.qadam.reporting.DatabaseFixture.one;
import static kz.qadam.reporting.DeadLetterFixture.letters;
import static kz.qadam.reporting.DeadLetterFixture.retry;
import static kz.qadam.reporting.KafkaFixture.delivered;
import static kz.qadam.reporting.LearnerFixture.givenTrained;
import static kz.qadam.reporting.LearnerFixture.publishNoLongerTrained;
import static kz.qadam.reporting.Requests.auditorBody;
import static kz.qadam.reporting.Requests.awaitCohort;
import static kz.qadam.reporting.Requests.awaitTrained;
import static kz.qadam.reporting.Requests.now;
import static kz.qadam.reporting.Requests.recount;
import static kz.qadam.reporting.Requests.viewer;
import static kz.qadam.reporting.Requests.viewerBody;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;

import jakarta.inject.Inject;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import kz.qadam.chassis.base.database.Database;
import kz.qadam.chassis.events.kafka.IntakeHalted;
import kz.qadam.chassis.trail.Trail;
import kz.qadam.reporting.KafkaFixture;
import kz.qadam.reporting.ReportingTest;
import kz.qadam.reporting.intake.ReportingIntake;
import kz.qadam.reporting.rollup.Dimension;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

@ReportingTest
@Order(1) // It replays all that other tests have left.
class RebuildTest {

    /** What is derived is derived batch by batch. */
    private static final String DERIVED = """
            select table_name from information_schema.columns
             where table_schema = 'public' and column_name = 'from_batch' order by table_name
            """;

    @Inject
    Rebuild rebuild;

    @Inject
    Clock clock;

    @Inject
    Database database;

    @Inject
    ReportingIntake intake;

    @Inject
    Trail trail;

    /** The cohort whose events this version is made to refuse, or null. */
    private String refused;

    @AfterEach
    void accept() {
        if (refused != null) {
            acceptAgain();
            rebuild.run();
        }
    }

    @Test
    void every_past_answer_keeps_its_bytes() {
        givenCohort("rebuild", 10L);
        List<String> instants = new ArrayList<>();
        givenTrained("rebuild", "2026-05-31");
        awaitTrained("rebuild", 1);
        instants.add(now());
        UUID learner = givenTrained("rebuild", "2026-05-31").learner();
        awaitTrained("rebuild", 2);
        instants.add(now());
        publishNoLongerTrained(learner, "rebuild");
        awaitTrained("rebuild", 1);
        String published = "rebuild-" + UUID.randomUUID();
        givenPublication(published, instants.get(0));
        evaluateCohort("rebuild", 2, 1);
        KafkaFixture.awaitIntake("qadam.completions", "rebuild");
        instants.add(now());
        Map<String, String> before = answers(instants, published);
        List<String> rows = rows();

        var report = rebuild.run();

        assertThat(report.events()).isGreaterThan(9);
        assertThat(rows()).isEqualTo(rows);
        assertThat(answers(instants, published)).isEqualTo(before);
    }

    private static void givenPublication(String name, String asOf) {
        execute("""
                insert into publication (name, as_of, on_day, batch, published_at, published_by, id, body)
                values ('%s', '%s', '2026-05-31', 1, now(), 'office', gen_random_uuid(), '{}')
                """.formatted(name, asOf));
    }

    @Test
    void a_block_that_an_earlier_version_did_not_know_is_in_force_afterwards() {
        UUID learner = UUID.randomUUID();
        KafkaFixture.publish(
                "qadam.enrolments",
                learner.toString(),
                "kz.qadam.learner.blocked.v1",
                "block/" + learner,
                1,
                """
                {"learnerId": "%1$s", "blocked": true, "learners": ["%1$s"], "version": 1,
                 "recordedAt": "2026-07-01T05:00:00Z"}
                """.formatted(learner));
        KafkaFixture.awaitIntake("qadam.enrolments", learner.toString());
        execute("delete from blocked_learner where learner = '%s'".formatted(learner));

        rebuild.run();

        assertThat(one("select in_force from blocked_learner where learner = '%s'".formatted(learner), Boolean.class))
                .isTrue();
    }

    @Test
    void what_an_earlier_version_derived_in_another_way_is_derived_anew() {
        givenRowsOfEarlierVersion("rebuild-outdated");

        assertThat(rebuild.runIfOutdated()).isPresent();

        recount(Map.of("cohort", "rebuild-outdated")).body("matches", is(true));
    }

    @Test
    void what_this_version_has_derived_is_not_derived_anew() {
        assertThat(rebuild.runIfOutdated()).isEmpty();
    }

    private static void givenRowsOfEarlierVersion(String cohort) {
        givenCohort(cohort, 10L);
        givenTrained(cohort, "2026-05-31");
        await().untilAsserted(() -> viewer("/v1/progress/" + cohort + "/breakdown", "by", "area")
                .body("cells.find { it.key == 'ai' }.enrolled", is(1)));
        execute("update rollup_cell set place = 'unknown' where cohort = '%s' and place = 'ai'".formatted(cohort));
        recount(Map.of("cohort", cohort)).body("matches", is(false));
        execute("update derivation set version = version - 1");
    }

    @Test
    void events_are_taken_in_again_afterwards() {
        rebuild.run();

        givenCohort("rebuild-after", 10L);

        awaitCohort("rebuild-after");
    }

    @Test
    void an_instance_with_another_derivation_than_that_of_the_figures_writes_no_batch() {
        var event = KafkaFixture.event("kz.qadam.test.marked.v1", "any", 1, "{}");
        var delivered = delivered("qadam.completions", 0, event);
        database.transaction(
                handle -> {
                    handle.execute("update derivation set version = version + 1");
                    assertThatThrownBy(() -> intake.openBatch(handle))
                            .isInstanceOf(IntakeHalted.class)
                            .hasMessageContaining("must be replaced");
                    assertThatThrownBy(() -> intake.take(handle, List.of(delivered)))
                            .isInstanceOf(IntakeHalted.class);
                    return false;
                },
                keep -> keep);
    }

    @Test
    void an_event_that_had_an_effect_loses_it_only_with_consent() {
        givenCohort("rebuild-consent", 10L);
        givenTrained("rebuild-consent", "2026-05-31");
        awaitTrained("rebuild-consent", 1);
        refuse("rebuild-consent");

        assertThatThrownBy(rebuild::run)
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("2 events of the log had an effect")
                .hasMessageContaining("QADAM_REBUILD_ACCEPTS_REFUSED=true");

        viewer("/v1/progress/rebuild-consent").body("trained", is(1)).body("provisional", is(false));
    }

    @Test
    void one_that_was_refused_before_needs_no_further_consent() {
        givenRefusedEvents("rebuild-refused-before");

        assertThat(rebuild.run().events()).isPositive();
    }

    @Test
    void an_event_that_this_version_refuses_becomes_a_dead_letter() {
        givenRefusedEvents("rebuild-refused");

        await().untilAsserted(() -> viewer("/v1/progress/rebuild-refused")
                .body("trained", is(0))
                .body("because.code", hasItem("dead-letters")));
    }

    @Test
    void an_event_that_is_accepted_again_is_no_dead_letter_any_more() {
        givenRefusedEvents("rebuild-accepted");
        acceptAgain();

        rebuild.run();

        await().untilAsserted(() -> viewer("/v1/progress/rebuild-accepted")
                .body("trained", is(1))
                .body("because.code", not(hasItem("dead-letters"))));
    }

    @Test
    void an_event_that_the_reader_refused_takes_effect_when_it_is_retried() {
        givenRefusedEvents("rebuild-retried");
        acceptAgain();
        execute("update dead_letter set value = convert_to(replace(convert_from(value, 'UTF8'), 'soon', '2026-05-31'),"
                + " 'UTF8') where resolved_at is null");
        List<String> open = letters().extract().path("items.findAll { it.status == 'open' }.id");
        assertThat(open).hasSize(2);

        open.forEach(id -> retry(id).statusCode(200));

        await().untilAsserted(() ->
                viewer("/v1/progress/rebuild-retried").body("trained", is(1)).body("provisional", is(false)));
    }

    /** As if this version did not accept their days, which an earlier version has accepted. */
    private void givenRefusedEvents(String cohort) {
        givenCohort(cohort, 10L);
        givenTrained(cohort, "2026-05-31");
        awaitTrained(cohort, 1);
        refuse(cohort);
        new Rebuild(database, intake, trail, clock, true).run();
    }

    private void refuse(String cohort) {
        replaceInLog(cohort, "2026-05-31", "soon");
        refused = cohort;
    }

    private void acceptAgain() {
        replaceInLog(refused, "soon", "2026-05-31");
        refused = null;
    }

    private static void replaceInLog(String cohort, String text, String by) {
        execute("update event_log set data = replace(data, '\"%s\"', '\"%s\"') where data like '%%%s%%'"
                .formatted(text, by, cohort));
    }

    /** All that is derived, since answers may come from memory. */
    private List<String> rows() {
        return database.transaction(handle -> handle.createQuery(DERIVED).mapTo(String.class).list().stream()
                .flatMap(table -> handle
                        .createQuery("select '%1$s' || t::text from %1$s t order by 1".formatted(table))
                        .mapTo(String.class)
                        .list()
                        .stream())
                .toList());
    }

    private static Map<String, String> answers(List<String> instants, String published) {
        Map<String, String> answers = new HashMap<>();
        for (String asOf : instants) {
            for (String path : List.of("/v1/progress", "/v1/progress/rebuild")) {
                answers.put(path + asOf, viewerBody(path, "asOf", asOf));
            }
            for (Dimension by : Dimension.BREAKDOWNS) {
                answers.put(by + asOf, viewerBody("/v1/progress/rebuild/breakdown", "by", by.code(), "asOf", asOf));
            }
            answers.put("series" + asOf, viewerBody("/v1/progress/rebuild/series", "interval", "month", "asOf", asOf));
            answers.put("evidence" + asOf, auditorBody("/v1/audit/evidence", "cohort", "rebuild", "asOf", asOf));
            answers.put(
                    "revisions" + asOf,
                    auditorBody("/v1/audit/revisions", "from", instants.get(0), "to", asOf, "cohort", "rebuild"));
            answers.put("publication" + asOf, viewerBody("/v1/publications/" + published, "asOf", instants.get(2)));
        }
        return answers;
    }
}
