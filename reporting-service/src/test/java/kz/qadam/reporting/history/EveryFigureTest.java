package kz.qadam.reporting.history;

import static java.nio.charset.StandardCharsets.UTF_8;
import static kz.qadam.reporting.Requests.auditorBody;
import static kz.qadam.reporting.Requests.now;
import static kz.qadam.reporting.Requests.recount;
import static kz.qadam.reporting.Requests.viewer;
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
import kz.qadam.chassis.database.Database;
import kz.qadam.reporting.ReportingTest;
import kz.qadam.reporting.asof.PointsInTime;
import kz.qadam.reporting.figures.AnswerHead;
import kz.qadam.reporting.figures.FigureAnswers;
import kz.qadam.reporting.figures.FigureContext;
import kz.qadam.reporting.figures.FigureQuery;
import kz.qadam.reporting.intake.rebuild.Rebuilding;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever has happened: every figure of every moment can be taken apart, and counted twice more. */
@ReportingTest
class EveryFigureTest {

    private static final List<String> DAYS = List.of("2026-04-30", "2026-12-31");
    private static final List<String> DIMENSIONS = List.of("region", "institution", "course", "area", "kind");
    private static final List<String> MEASURES = List.of("trained", "completions", "completed", "enrolled");
    private static final List<String> ADDITIVE = List.of("trained", "completions");

    @Inject
    Database database;

    @Inject
    PointsInTime moments;

    @Inject
    FigureAnswers figures;

    @Inject
    Rebuilding rebuilding;

    @ParameterizedTest
    @ValueSource(longs = {1, 2})
    void each_figure_is_its_records_its_parts_and_its_other_counts(long seed) {
        var history = new RandomHistory(seed);
        List<String> instants = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            history.goesOn(20);
            instants.add(now());
        }
        instants.forEach(asOf -> {
            DAYS.forEach(on -> total(asOf, on));
            coverage(asOf);
        });

        for (String cohort : history.cohorts()) {
            instants.forEach(asOf -> DAYS.forEach(on -> everyCell(cohort, asOf, on)));
            for (int i = 1; i < instants.size(); i++) {
                revisions(cohort, instants.get(i - 1), instants.get(i));
                revisions(cohort, instants.get(0), instants.get(i));
            }
            instants.forEach(asOf -> recount(Map.of("cohort", cohort, "asOf", asOf))
                    .body("differences", empty())
                    .body("inFlight.learners", is(0)));
        }
        Map<String, String> before = answers(history, instants);
        rebuilding.run();
        assertThat(answers(history, instants)).isEqualTo(before);
    }

    private void everyCell(String cohort, String asOf, String on) {
        Map<String, Long> counted = new TreeMap<>();
        JsonPath nation = json("/v1/progress/" + cohort, "asOf", asOf, "on", on);
        MEASURES.forEach(measure -> put(counted, measure + " nation", nation.getLong(measure)));
        Number target = nation.get("target");
        assertThat(target == null ? null : (Long) target.longValue())
                .as("target of %s as of %s on %s", cohort, asOf, on)
                .isEqualTo(database.transaction(handle ->
                        PlainSql.target(handle, nation.getLong("figureVersion"), cohort, LocalDate.parse(on))));
        for (String by : DIMENSIONS) {
            List<Map<String, Object>> cells = json(
                            "/v1/progress/" + cohort + "/breakdown", "by", by, "asOf", asOf, "on", on)
                    .getList("cells");
            for (String measure : MEASURES) {
                cells.forEach(cell -> put(
                        counted, measure + " " + by + " " + cell.get("key"), ((Number) cell.get(measure)).longValue()));
            }
            ADDITIVE.forEach(measure -> assertThat(cells.stream()
                            .mapToLong(cell -> ((Number) cell.get(measure)).longValue())
                            .sum())
                    .as("%s by %s", measure, by)
                    .isEqualTo(nation.getLong(measure)));
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
    private static void total(String asOf, String on) {
        JsonPath total = json("/v1/progress/total", "asOf", asOf, "on", on);
        List<Map<String, Object>> targeted =
                json("/v1/progress", "asOf", asOf, "on", on).<Map<String, Object>>getList("cohorts").stream()
                        .filter(one -> one.get("target") != null)
                        .toList();
        MEASURES.forEach(
                measure -> assertThat(total.getLong(measure)).as(measure).isEqualTo(sum(targeted, measure)));
        assertThat(total.getLong("target")).isEqualTo(sum(targeted, "target"));
        for (String measure : ADDITIVE) {
            assertThat(sum(
                            json("/v1/progress/total/breakdown", "by", "course", "asOf", asOf, "on", on)
                                    .getList("cells"),
                            measure))
                    .isEqualTo(total.getLong(measure));
        }
        assertThat(evidence("total", asOf, on, "trained nation")).isEqualTo(total.getLong("trained"));
        assertThat(json("/v1/progress/total/forecast", "asOf", asOf, "on", on).getLong("trained"))
                .isEqualTo(total.getLong("trained"));
        for (String day : DAYS) {
            Map<String, Object> point = json(
                            "/v1/progress/total/series",
                            "interval",
                            "day",
                            "from",
                            day,
                            "to",
                            day,
                            "asOf",
                            asOf,
                            "on",
                            "2026-12-31")
                    .getMap("points[0]");
            JsonPath ofTheDay = json("/v1/progress/total", "asOf", asOf, "on", day);
            for (String measure : List.of("trained", "expected")) {
                assertThat(((Number) point.get(measure)).longValue())
                        .as("%s of the total on %s as of %s", measure, day, asOf)
                        .isEqualTo(ofTheDay.getLong(measure));
            }
        }
    }

    private void coverage(String asOf) {
        JsonPath answer = json("/v1/progress/coverage", "asOf", asOf);
        Map<String, Integer> active = new TreeMap<>();
        answer.<Map<String, Object>>getList("regions")
                .forEach(region -> active.put((String) region.get("region"), (Integer)
                        ((Map<?, ?>) region.get("institutions")).get("active")));

        assertThat(active)
                .isEqualTo(database.transaction(
                        handle -> PlainSql.activeInstitutions(handle, answer.getLong("figureVersion"))));
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
        List<String> query = new ArrayList<>(
                List.of("cohort", cohort, "asOf", asOf, "on", on, "measure", words[0], "limit", "1000"));
        if (words.length == 3) {
            query.addAll(List.of(words[1], words[2]));
        }
        JsonPath evidence = JsonPath.from(auditorBody("/v1/audit/evidence", query.toArray(new String[0])));
        assertThat(evidence.getList("items")).hasSize(Math.min(evidence.getInt("total"), 1000));
        return evidence.getLong("total");
    }

    private static void revisions(String cohort, String from, String to) {
        for (String on : DAYS) {
            JsonPath before = json("/v1/progress/" + cohort, "asOf", from, "on", on);
            JsonPath after = json("/v1/progress/" + cohort, "asOf", to, "on", on);
            Map<String, Long> differences = new HashMap<>();
            JsonPath revisions = json("/v1/audit/revisions", "cohort", cohort, "from", from, "to", to, "on", on);
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
                List<Integer> changes = JsonPath.from(auditorBody(
                                "/v1/audit/revisions/records",
                                "cohort",
                                cohort,
                                "measure",
                                measure,
                                "from",
                                from,
                                "to",
                                to,
                                "on",
                                on,
                                "limit",
                                "1000"))
                        .getList("items.change");
                assertThat(changes.stream().mapToLong(Integer::longValue).sum())
                        .as("records of %s of %s on %s", measure, cohort, on)
                        .isEqualTo(after.getLong(measure) - before.getLong(measure));
            }
        }
    }

    /** All that is not answered from memory. */
    private Map<String, String> answers(RandomHistory history, List<String> instants) {
        Map<String, String> answers = new TreeMap<>();
        for (String asOf : instants) {
            for (String cohort : history.cohorts()) {
                answers.put(
                        "figure " + cohort + asOf,
                        new String(
                                figures.json(
                                        FigureQuery.ofCohort(cohort),
                                        new FigureContext(moments.of(asOf, null), AnswerHead.Audience.exact)),
                                UTF_8));
                for (String measure : MEASURES) {
                    answers.put(
                            measure + cohort + asOf,
                            auditorBody("/v1/audit/evidence", "cohort", cohort, "measure", measure, "asOf", asOf));
                }
                answers.put(
                        "excluded" + cohort + asOf,
                        auditorBody("/v1/audit/evidence", "cohort", cohort, "excluded", "true", "asOf", asOf));
                answers.put(
                        "sample" + cohort + asOf,
                        auditorBody("/v1/audit/samples", "cohort", cohort, "size", "5", "seed", "s", "asOf", asOf));
                answers.put("figures" + cohort + asOf, auditorBody("/v1/audit/figures/" + cohort, "asOf", asOf));
                answers.put(
                        "revisions" + cohort + asOf,
                        auditorBody("/v1/audit/revisions", "cohort", cohort, "from", instants.get(0), "to", asOf));
                answers.put(
                        "records" + cohort + asOf,
                        auditorBody(
                                "/v1/audit/revisions/records", "cohort", cohort, "from", instants.get(0), "to", asOf));
            }
            answers.put("letters" + asOf, auditorBody("/v1/audit/dead-letters", "asOf", asOf));
            answers.put("readings" + asOf, auditorBody("/v1/audit/readings", "asOf", asOf));
            answers.put("publications" + asOf, auditorBody("/v1/publications", "asOf", asOf));
            answers.put("hints" + asOf, auditorBody("/v1/audit/hints", "month", "2026-05", "asOf", asOf));
        }
        return answers;
    }

    private static JsonPath json(String path, String... query) {
        return JsonPath.from(viewer(path, query).statusCode(200).extract().asString());
    }
}
