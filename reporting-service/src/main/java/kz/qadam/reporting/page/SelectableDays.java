package kz.qadam.reporting.page;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import kz.qadam.reporting.catalogue.Programme;

/**
 * The days that the reader can select: the ends of the past months of the programme, and today.
 *
 * @param shown the day of the figures, in words
 * @param past null if the figures are of today
 */
public record SelectableDays(List<Day> days, String shown, Past past) {

    /**
     * A day that can be selected.
     *
     * @param value the value in the address; empty for today
     */
    public record Day(String value, String name, boolean isShown) {}

    /**
     * A past day is shown.
     *
     * @param now the address of today
     * @param isAsKnownThen whether the figures are what was known on that day, and not what is known now
     * @param otherwise the address of the other of the two
     */
    public record Past(String now, boolean isAsKnownThen, String otherwise) {}

    static SelectableDays of(DashboardFigures figures, LocalDate today, PageView view, PageText text) {
        LocalDate shown = figures.progress().head().on();
        var days = new TreeSet<LocalDate>();
        Optional<Programme> programme = figures.programme();
        programme.ifPresent(known -> {
            for (var month = YearMonth.from(known.startsOn());
                    month.atEndOfMonth().isBefore(today)
                            && !month.atEndOfMonth().isAfter(known.horizon());
                    month = month.plusMonths(1)) {
                days.add(month.atEndOfMonth());
            }
        });
        boolean isPast = view.isPast() && !shown.isAfter(today);
        if (isPast) {
            days.add(shown);
        }
        List<Day> all = new ArrayList<>(days.stream()
                .map(day -> new Day(day.toString(), text.day(day), isPast && day.equals(shown)))
                .toList());
        all.add(new Day("", text.say("today"), !isPast));
        return new SelectableDays(all, text.day(shown), isPast ? past(shown, view) : null);
    }

    private static Past past(LocalDate shown, PageView view) {
        boolean isAsKnownThen = view.asOf() != null;
        return new Past(
                view.now().address(),
                isAsKnownThen,
                (isAsKnownThen ? view.onDay(shown) : view.asKnownOn(shown)).address());
    }
}
