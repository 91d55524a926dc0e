package kz.qadam.reporting.history;

import static kz.qadam.reporting.Requests.auditorBody;
import static kz.qadam.reporting.Requests.now;
import static kz.qadam.reporting.Requests.recount;
import static kz.qadam.reporting.Requests.viewerBody;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.is;

import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import kz.qadam.chassis.base.database.Database;
import kz.qadam.reporting.ReportingTest;
import kz.qadam.reporting.asof.PointInTimeResolver;
import kz.qadam.reporting.figures.FigureAnswers;
import kz.qadam.reporting.intake.rebuild.Rebuilding;
import kz.qadam.reporting.rollup.Dimension;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/** Whatever has happened: every figure of every instant can be taken apart, and counted twice more. */
@ReportingTest
@Order(2) // It replays all that other tests have left.
class EveryFigureTest {

    private static final List<String> DAYS = List.of("2026-04-30", "2026-12-31");
    private static final List<String> DIMENSIONS =
            Dimension.BREAKDOWNS.stream().map(Dimension::code).toList();
    static final List<String> MEASURES = List.of("trained", "completions", "completed", "enrolled");
    private static final List<String> ADDITIVE = List.of("trained", "completions");

    @Inject
    Database database;

    @Inject
    PointInTimeResolver points;

    @Inject
    FigureAnswers figures;

    @Inject
    Rebuilding rebuilding;

    @Test
    void each_figure_equals_its_records_its_parts_and_its_other_counts() {
        var history = new RandomHistory(1);
        List<String> instants = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            history.goesOn(12);
            instants.add(now());
        }
        instants.forEach(asOf -> {
            DAYS.forEach(on -> assertTotal(asOf, on));
            assertCoverage(asOf);
        });

        for (String cohort : history.cohorts()) {
            instants.forEach(asOf -> DAYS.forEach(on -> assertCells(cohort, asOf, on)));
            for (int i = 1; i < instants.size(); i++) {
                assertRevisions(cohort, instants.get(i - 1), instants.get(i));
                assertRevisions(cohort, instants.get(0), instants.get(i));
            }
            instants.forEach(asOf -> recount(Map.of("cohort", cohort, "asOf", asOf))
                    .body("differences", empty())
                    .body("inFlight.learners", is(0)));
        }
        var past = new PastAnswers(figures, points, history.cohorts(), instants);
        Map<String, String> before = past.read();
        rebuilding.run();
        assertThat(past.read()).isEqualTo(before);
    }

    private void assertCells(String cohort, String asOf, String on) {
        Map<String, Long> counted = new TreeMap<>();
        JsonPath nation = json("/v1/progress/%s?asOf=%s&on=%s".formatted(cohort, asOf, on));
        MEASURES.forEach(measure -> put(counted, measure + " nation", nation.getLong(measure)));
        Number target = nation.get("target");
        assertThat(target == null ? null : (Long) target.longValue())
                .as("target of %s as of %s on %s", cohort, asOf, on)
                .isEqualTo(database.transaction(handle ->
                        PlainSql.target(handle, nation.getLong("figureVersion"), cohort, LocalDate.parse(on))));
        for (String by : DIMENSIONS) {
            List<Map<String, Object>> cells = json("/v1/progress/%s/breakdown?by=%s&asOf=%s&on=%s"
                            .formatted(cohort, by, asOf, on))
                    .getList("cells");
            for (String measure : MEASURES) {
                cells.forEach(cell -> put(
                        counted, measure + " " + by + " " + cell.get("key"), ((Number) cell.get(measure)).longValue()));
            }
            ADDITIVE.forEach(measure ->
                    assertThat(sum(cells, measure)).as("%s by %s", measure, by).isEqualTo(nation.getLong(measure)));
        }

        assertThat(counted)
                .as("%s as of %s on %s", cohort, asOf, on)
                .isEqualTo(database.transaction(handle ->
                        PlainSql.count(handle, nation.getLong("figureVersion"), cohort, LocalDate.parse(on))));
        assertThat(counted).containsKey("enrolled nation");
        if (!on.equals(DAYS.get(0))) {
            // Enrolments count whatever the day.
            counted.keySet().removeIf(figure -> figure.startsWith("enrolled"));
        }
        counted.forEach((figure, count) -> assertThat(evidence(cohort, asOf, on, figure))
                .as("%s of %s as of %s on %s", figure, cohort, asOf, on)
                .isEqualTo(count));
    }

    /** Whatever targets were given and withdrawn: the total of a day is the same wherever it is read. */
    private static void assertTotal(String asOf, String on) {
        JsonPath total = json("/v1/progress/total?asOf=%s&on=%s".formatted(asOf, on));
        List<Map<String, Object>> targeted =
                json("/v1/progress?asOf=%s&on=%s".formatted(asOf, on)).<Map<String, Object>>getList("cohorts").stream()
                        .filter(one -> one.get("target") != null)
                        .toList();
        MEASURES.forEach(
                measure -> assertThat(total.getLong(measure)).as(measure).isEqualTo(sum(targeted, measure)));
        assertThat(total.getLong("target")).isEqualTo(sum(targeted, "target"));
        JsonPath courses = json("/v1/progress/total/breakdown?by=course&asOf=%s&on=%s".formatted(asOf, on));
        ADDITIVE.forEach(
                measure -> assertThat(sum(courses.getList("cells"), measure)).isEqualTo(total.getLong(measure)));
        assertThat(evidence("total", asOf, on, "trained nation")).isEqualTo(total.getLong("trained"));
        assertThat(json("/v1/progress/total/forecast?asOf=%s&on=%s".formatted(asOf, on))
                        .getLong("trained"))
                .isEqualTo(total.getLong("trained"));
        for (String day : DAYS) {
            Map<String, Object> point =
                    json("/v1/progress/total/series?interval=day&from=%s&to=%1$s&asOf=%s&on=2026-12-31"
                                    .formatted(day, asOf))
                            .getMap("points[0]");
            JsonPath ofTheDay = json("/v1/progress/total?asOf=%s&on=%s".formatted(asOf, day));
            for (String measure : List.of("trained", "expected")) {
                assertThat(((Number) point.get(measure)).longValue())
                        .as("%s of the total on %s as of %s", measure, day, asOf)
                        .isEqualTo(ofTheDay.getLong(measure));
            }
        }
    }

    private void assertCoverage(String asOf) {
        JsonPath answer = json("/v1/progress/coverage?asOf=%s".formatted(asOf));
        Map<String, Integer> active = new TreeMap<>();
        answer.<Map<String, Object>>getList("regions")
                .forEach(region -> active.put((String) region.get("region"), (Integer)
                        ((Map<?, ?>) region.get("institutions")).get("active")));

        assertThat(active)
                .isEqualTo(database.transaction(
                        handle -> PlainSql.activeInstitutions(handle, answer.getLong("figureVersion"))));
    }

    private static void assertRevisions(String cohort, String from, String to) {
        for (String on : DAYS) {
            JsonPath before = json("/v1/progress/%s?asOf=%s&on=%s".formatted(cohort, from, on));
            JsonPath after = json("/v1/progress/%s?asOf=%s&on=%s".formatted(cohort, to, on));
            Map<String, Long> differences = new HashMap<>();
            JsonPath revisions =
                    json("/v1/audit/revisions?cohort=%s&from=%s&to=%s&on=%s".formatted(cohort, from, to, on));
            for (Map<String, Object> figure : revisions.<Map<String, Object>>getList("figures")) {
                long difference = ((Number) figure.get("difference")).longValue();
                Map<?, ?> because = (Map<?, ?>) figure.get("because");
                assertThat(because.values().stream()
                                .mapToLong(by -> ((Number) by).longValue())
                                .sum())
                        .isEqualTo(difference);
                if (!figure.containsKey("region")) {
                    differences.put((String) figure.get("measure"), difference);
                }
            }
            for (String measure : MEASURES) {
                assertThat(differences.getOrDefault(measure, 0L))
                        .as("%s of %s on %s", measure, cohort, on)
                        .isEqualTo(after.getLong(measure) - before.getLong(measure));
            }
            for (String measure : ADDITIVE) {
                List<Map<String, Object>> records = audited(
                                "/v1/audit/revisions/records?cohort=%s&measure=%s&from=%s&to=%s&on=%s&limit=1000"
                                        .formatted(cohort, measure, from, to, on))
                        .getList("items");
                assertThat(sum(records, "change"))
                        .as("records of %s of %s on %s", measure, cohort, on)
                        .isEqualTo(after.getLong(measure) - before.getLong(measure));
            }
        }
    }

    private static long sum(List<Map<String, Object>> all, String member) {
        return all.stream()
                .mapToLong(one -> ((Number) one.get(member)).longValue())
                .sum();
    }

    private static void put(Map<String, Long> counted, String figure, long count) {
        if (count != 0) {
            counted.put(figure, count);
        }
    }

    /** How many records there are, of which a single page has room for all. */
    private static long evidence(String cohort, String asOf, String on, String figure) {
        String[] words = figure.split(" ", 3);
        String cell = words.length == 3 ? "&" + words[1] + "=" + words[2] : "";
        JsonPath evidence = audited("/v1/audit/evidence?cohort=%s&asOf=%s&on=%s&measure=%s&limit=1000%s"
                .formatted(cohort, asOf, on, words[0], cell));
        assertThat(evidence.getList("items")).hasSize(Math.min(evidence.getInt("total"), 1000));
        return evidence.getLong("total");
    }

    private static JsonPath json(String path) {
        return JsonPath.from(viewerBody(path));
    }

    private static JsonPath audited(String path) {
        return JsonPath.from(auditorBody(path));
    }
}
