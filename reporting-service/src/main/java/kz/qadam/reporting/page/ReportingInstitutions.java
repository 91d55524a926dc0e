package kz.qadam.reporting.page;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import kz.qadam.reporting.catalogue.MacroRegion;
import kz.qadam.reporting.figures.coverage.Coverage;
import kz.qadam.reporting.figures.coverage.CoverageFigures;

/**
 * How many institutions report. It shows whether a low figure is due to missing reports.
 *
 * @param hasCounts whether the number of institutions in each state is published
 */
public record ReportingInstitutions(
        List<String> sentences, boolean hasCounts, List<State> states, List<Row> rows, DataLinks source) {

    private static final List<String> STATES = List.of("reported", "zero", "silent", "never");

    /**
     * How many institutions are in a state.
     *
     * @param from the position where its part of the bar begins
     */
    public record State(String code, String name, CountText institutions, String from, Bar bar) {}

    /** The institutions of a region. */
    public record Row(
            String name,
            String active,
            CountText reported,
            CountText zero,
            CountText silent,
            CountText never,
            boolean isShown) {}

    static ReportingInstitutions of(DashboardFigures figures, DashboardSelection selection, PageText text) {
        CoverageFigures coverage = figures.coverage();
        Coverage.Count count = count(coverage, selection.region());
        return new ReportingInstitutions(
                sentences(count, coverage.days(), text),
                count.reported() != null,
                states(count, text),
                coverage.regions().stream()
                        .map(one -> row(one, figures, selection, text))
                        .toList(),
                DataLinks.of(selection, "/v1/progress/coverage"));
    }

    /** The institutions of a region; of a macro-region only how many are active, since the other counts do not add up. */
    private static Coverage.Count count(CoverageFigures coverage, String place) {
        if (place == null) {
            return coverage.all();
        }
        return MacroRegion.find(place)
                .map(macro -> Coverage.Count.onlyActive(coverage.regions().stream()
                        .filter(one -> macro.regions().contains(one.region()))
                        .mapToLong(one -> one.institutions().active())
                        .sum()))
                .orElseGet(() -> coverage.regions().stream()
                        .filter(one -> one.region().equals(place))
                        .findFirst()
                        .map(Coverage.OfRegion::institutions)
                        .orElse(Coverage.Count.NONE));
    }

    private static List<String> sentences(Coverage.Count count, int days, PageText text) {
        return Stream.of(
                        Optional.of(sentence(count, days, text)),
                        Optional.ofNullable(count.declared())
                                .map(declared -> text.say(
                                        "coverage.declared", text.number(declared), text.number(count.active()))))
                .flatMap(Optional::stream)
                .toList();
    }

    private static String sentence(Coverage.Count count, int days, PageText text) {
        if (count.active() == 0) {
            return text.say("coverage.none");
        }
        if (count.reported() == null) {
            return text.say("coverage.too-few", text.number(count.active()));
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
        List<State> states = new ArrayList<>();
        long before = 0;
        for (String code : STATES) {
            Long institutions = institutions(code, count);
            states.add(state(code, institutions, before, count.active(), text));
            before += institutions == null ? 0 : institutions;
        }
        return states;
    }

    private static Long institutions(String state, Coverage.Count count) {
        return switch (state) {
            case "reported" -> count.reported();
            case "zero" -> count.zero();
            case "silent" -> count.silent();
            default -> count.never();
        };
    }

    private static State state(String code, Long institutions, long before, long all, PageText text) {
        return new State(
                code,
                text.say("coverage." + code),
                text.plain(institutions),
                Bar.of(before, all).length(),
                Bar.of(institutions, all));
    }

    private static Row row(
            Coverage.OfRegion one, DashboardFigures figures, DashboardSelection selection, PageText text) {
        Coverage.Count count = one.institutions();
        return new Row(
                figures.regionName(one.region(), text),
                text.number(count.active()),
                text.plain(count.reported()),
                text.plain(count.zero()),
                text.plain(count.silent()),
                text.plain(count.never()),
                one.region().equals(selection.region()));
    }
}
