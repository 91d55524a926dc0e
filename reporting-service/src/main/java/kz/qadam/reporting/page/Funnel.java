package kz.qadam.reporting.page;

import java.util.List;
import kz.qadam.reporting.figures.CohortFigures;
import kz.qadam.reporting.figures.Rates;

/** The funnel of people: enrolled, completed a course, trained. */
public record Funnel(List<String> sentences, List<Step> steps, DataLinks source) {

    /**
     * A step of the funnel.
     *
     * @param share the share of the enrolled people
     */
    public record Step(String code, String name, String people, String share, Bar bar) {}

    static Funnel of(DashboardFigures figures, PageView view, PageText text) {
        if (view.region() == null) {
            CohortFigures cohort = figures.cohort(view.cohortOrTotal());
            DataLinks source = DataLinks.of(view, view.apiPath(""));
            return of(cohort.enrolled(), cohort.completed(), cohort.trained(), source, text);
        }
        DataLinks source = DataLinks.ofBreakdown(view, "region");
        return figures.region(view.region())
                .map(cell -> of(cell.enrolled(), cell.completed(), cell.trained(), source, text))
                .orElseGet(() -> of(0L, 0L, 0L, source, text));
    }

    private static Funnel of(Long enrolled, Long completed, Long trained, DataLinks source, PageText text) {
        String sentence = enrolled == null || trained == null || enrolled == 0
                ? text.say("funnel.none")
                : text.say(
                        "funnel.sum",
                        text.number(enrolled),
                        text.number(completed),
                        text.number(trained),
                        share(trained, enrolled, text));
        return new Funnel(
                List.of(sentence),
                List.of(
                        step("enrolled", enrolled, enrolled, text),
                        step("completed", completed, enrolled, text),
                        step("trained", trained, enrolled, text)),
                source);
    }

    private static Step step(String code, Long people, Long enrolled, PageText text) {
        return new Step(
                code,
                text.say("funnel." + code),
                text.number(people),
                share(people, enrolled, text),
                Bar.of(people, enrolled == null ? 0 : enrolled));
    }

    private static String share(Long part, Long whole, PageText text) {
        return text.percent(part == null || whole == null ? null : Rates.percent(whole, part));
    }
}
