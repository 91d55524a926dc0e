package kz.qadam.reporting.page;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * How many are new in each month, beside what is needed.
 *
 * @param required a month from now on; null if nothing is
 */
public record Months(List<String> sentences, List<Row> rows, boolean hasPlan, String required, Source source) {

    /** A month; of the last, what there is so far. */
    public record Row(YearMonth month, String name, String newly, String planned) {}

    static Months of(Answers answers, View view, Speech speech) {
        Answers.Cohort cohort = answers.cohort(view.cohortOrTotal());
        boolean hasPlan = view.region() == null && cohort.expected() != null;
        List<Answers.Point> past = answers.months().points().stream()
                .filter(point -> point.newlyTrained() != null)
                .toList();
        return new Months(
                sentences(past, view.region() == null ? cohort : null, speech),
                rows(past, speech),
                hasPlan,
                hasPlan && cohort.requiredPerMonth() != null ? speech.number(cohort.requiredPerMonth()) : null,
                Source.of(
                        view,
                        "/v1/progress/" + view.cohortOrTotal() + "/series",
                        "interval",
                        "month",
                        "region",
                        view.region()));
    }

    private static List<Row> rows(List<Answers.Point> past, Speech speech) {
        List<Row> rows = new ArrayList<>();
        Long before = 0L;
        for (Answers.Point point : past) {
            YearMonth month = YearMonth.parse(point.period());
            rows.add(new Row(
                    month,
                    speech.month(month),
                    speech.number(point.newlyTrained()),
                    speech.number(planned(before, point.expected()))));
            before = point.expected();
        }
        return rows;
    }

    /** Where another target begins to hold, there is no telling. */
    private static Long planned(Long before, Long expected) {
        return before == null || expected == null || expected < before ? null : (Long) (expected - before);
    }

    /** @param cohort null where nothing is needed */
    private static List<String> sentences(List<Answers.Point> past, Answers.Cohort cohort, Speech speech) {
        List<String> said = new ArrayList<>();
        Optional<Answers.Point> best = past.stream()
                .filter(point -> point.newlyTrained() > 0)
                .max(Comparator.comparing(Answers.Point::newlyTrained));
        said.add(best.map(point -> speech.say(
                        "months.best",
                        speech.month(YearMonth.parse(point.period())),
                        speech.number(point.newlyTrained())))
                .orElseGet(() -> speech.say("months.none")));
        if (cohort != null && cohort.requiredPerMonth() != null) {
            said.add(speech.say(
                    "months.required",
                    speech.whole(cohort.recentPerMonth()),
                    speech.number(cohort.requiredPerMonth())));
        }
        return said;
    }
}
