package kz.qadam.reporting.page;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import kz.qadam.reporting.figures.CohortFigures;
import kz.qadam.reporting.figures.Series;

/**
 * The people newly trained in each month, compared with the plan.
 *
 * @param required how many people a month are needed from now on; null if none are
 */
public record MonthlyPlan(List<String> sentences, List<Row> rows, boolean hasPlan, String required, DataLinks source) {

    /** The figures of one month; for the current month, so far. */
    public record Row(YearMonth month, String name, CountText newly, String planned) {}

    static MonthlyPlan of(DashboardFigures figures, DashboardSelection selection, PageText text) {
        CohortFigures cohort = figures.cohort(selection.cohortOrTotal());
        boolean hasPlan = selection.region() == null && cohort.targetProgress().expected() != null;
        YearMonth last = YearMonth.from(figures.months().head().on());
        List<Series.Point> past = figures.months().points().stream()
                .filter(point -> !YearMonth.parse(point.period()).isAfter(last))
                .toList();
        return new MonthlyPlan(
                sentences(past, selection.region() == null ? cohort : null, text),
                rows(past, text),
                hasPlan,
                hasPlan && cohort.targetProgress().requiredPerMonth() != null
                        ? text.number(cohort.targetProgress().requiredPerMonth())
                        : null,
                DataLinks.ofMonths(selection));
    }

    private static List<Row> rows(List<Series.Point> past, PageText text) {
        List<Row> rows = new ArrayList<>();
        Long before = 0L;
        for (Series.Point point : past) {
            YearMonth month = YearMonth.parse(point.period());
            rows.add(new Row(
                    month, text.month(month), newly(point, text), text.number(planned(before, point.expected()))));
            before = point.expected();
        }
        return rows;
    }

    /** A published number has no growth beside a month without a number. */
    private static CountText newly(Series.Point point, PageText text) {
        return point.newlyTrained() == null && point.trained() != null
                ? text.nothing()
                : text.plain(point.newlyTrained());
    }

    /** Null for a month in which the plan became smaller, since another target came into force. */
    private static Long planned(Long before, Long expected) {
        return before == null || expected == null || expected < before ? null : (Long) (expected - before);
    }

    /** @param cohort null for a region, which has no plan */
    private static List<String> sentences(List<Series.Point> past, CohortFigures cohort, PageText text) {
        List<String> sentences = new ArrayList<>();
        Optional<Series.Point> best = past.stream()
                .filter(point -> point.newlyTrained() != null && point.newlyTrained() > 0)
                .max(Comparator.comparing(Series.Point::newlyTrained));
        sentences.add(best.map(point -> text.sayOfPeople(
                        "months.best", text.month(YearMonth.parse(point.period())), text.number(point.newlyTrained())))
                .orElseGet(() -> text.sayOfPeople("months.none")));
        if (cohort != null && cohort.targetProgress().requiredPerMonth() != null) {
            sentences.add(
                    cohort.targetProgress().recentPerMonth() == null
                            ? text.say(
                                    "months.required/no-recent",
                                    text.number(cohort.targetProgress().requiredPerMonth()))
                            : text.sayOfPeople(
                                    "months.required",
                                    text.number(cohort.targetProgress().recentPerMonth()),
                                    text.number(cohort.targetProgress().requiredPerMonth())));
        }
        return sentences;
    }
}
