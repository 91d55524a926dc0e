package kz.qadam.reporting.page;

import java.util.List;
import kz.qadam.reporting.figures.coverage.Coverage;
import kz.qadam.reporting.figures.coverage.CoverageFigures;

/** How many institutions report. It shows whether a low figure is due to missing reports. */
public record ReportingInstitutions(List<String> sentences, List<State> states, List<Row> rows, DataLinks source) {

    /**
     * How many institutions are in a state.
     *
     * @param from the position where its part of the bar begins
     */
    public record State(String code, String name, String institutions, String from, Bar bar) {}

    /** The institutions of a region. */
    public record Row(
            String name, String active, String reported, String zero, String silent, String never, boolean isShown) {}

    static ReportingInstitutions of(DashboardFigures figures, PageView view, PageText text) {
        CoverageFigures coverage = figures.coverage();
        Coverage.Count count = view.region() == null
                ? coverage.all()
                : coverage.regions().stream()
                        .filter(one -> one.region().equals(view.region()))
                        .findFirst()
                        .map(Coverage.OfRegion::institutions)
                        .orElse(Coverage.Count.NONE);
        return new ReportingInstitutions(
                List.of(sentence(count, coverage.days(), text)),
                states(count, text),
                coverage.regions().stream()
                        .map(one -> row(one, figures, view, text))
                        .toList(),
                DataLinks.of(view, "/v1/progress/coverage"));
    }

    private static String sentence(Coverage.Count count, int days, PageText text) {
        if (count.active() == 0) {
            return text.say("coverage.none");
        }
        return text.say(
                count.reported() == count.active() ? "coverage.all" : "coverage.sum",
                text.number(count.reported()),
                text.number(count.active()),
                days,
                text.number(count.silent() + count.never()),
                text.number(count.zero()));
    }

    private static List<State> states(Coverage.Count count, PageText text) {
        long all = count.active();
        return List.of(
                state("reported", count.reported(), 0, all, text),
                state("zero", count.zero(), count.reported(), all, text),
                state("silent", count.silent(), count.reported() + count.zero(), all, text),
                state("never", count.never(), count.reported() + count.zero() + count.silent(), all, text));
    }

    private static State state(String code, long institutions, long before, long all, PageText text) {
        return new State(
                code,
                text.say("coverage." + code),
                text.number(institutions),
                Bar.of(before, all).length(),
                Bar.of(institutions, all));
    }

    private static Row row(Coverage.OfRegion one, DashboardFigures figures, PageView view, PageText text) {
        Coverage.Count count = one.institutions();
        return new Row(
                figures.regionName(one.region(), text),
                text.number(count.active()),
                text.number(count.reported()),
                text.number(count.zero()),
                text.number(count.silent()),
                text.number(count.never()),
                one.region().equals(view.region()));
    }
}
