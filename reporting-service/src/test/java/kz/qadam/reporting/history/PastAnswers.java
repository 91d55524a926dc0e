package kz.qadam.reporting.history;

import static java.nio.charset.StandardCharsets.UTF_8;
import static kz.qadam.reporting.Requests.auditorBody;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import kz.qadam.reporting.asof.PointInTimeResolver;
import kz.qadam.reporting.figures.ExactContext;
import kz.qadam.reporting.figures.FigureAnswers;
import kz.qadam.reporting.figures.FigureQuery;

/** All answers about past instants that do not come from a cache. */
record PastAnswers(FigureAnswers figures, PointInTimeResolver points, List<String> cohorts, List<String> instants) {

    /** Answers by question. */
    Map<String, String> read() {
        Map<String, String> answers = new TreeMap<>();
        for (String asOf : instants) {
            for (String cohort : cohorts) {
                var context = new ExactContext(points.of(asOf, null));
                answers.put(cohort + asOf, new String(figures.json(FigureQuery.ofCohort(cohort), context), UTF_8));
                EveryFigureTest.MEASURES.forEach(
                        measure -> put(answers, "/v1/audit/evidence?cohort=" + cohort + "&measure=" + measure, asOf));
                for (String question : List.of(
                        "evidence?excluded=true",
                        "samples?size=5&seed=s",
                        "revisions?from=" + instants.get(0) + "&to=" + asOf,
                        "revisions/records?from=" + instants.get(0) + "&to=" + asOf)) {
                    put(answers, "/v1/audit/" + question + "&cohort=" + cohort, asOf);
                }
                put(answers, "/v1/audit/figures/" + cohort, asOf);
            }
            for (String path : List.of(
                    "/v1/audit/dead-letters",
                    "/v1/audit/readings",
                    "/v1/publications",
                    "/v1/audit/hints?month=2026-05")) {
                put(answers, path, asOf);
            }
        }
        return answers;
    }

    private static void put(Map<String, String> answers, String question, String asOf) {
        answers.put(question + asOf, auditorBody(question, "asOf", asOf));
    }
}
