package kz.qadam.reporting.page;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import kz.qadam.reporting.catalogue.Programme;

/**
 * The days that the reader can select: the ends of past months, and the newest day. Of exact figures these are the months
 * of the programme; of published ones, the months since the first release.
 *
 * @param parameter the name of the value in the address
 * @param shown the day of the figures, in words
 * @param selected the name of the selected day
 * @param past null if the figures are the newest
 */
public record SelectableDays(List<Day> days, String parameter, String shown, String selected, Past past) {

    /**
     * A day that can be selected.
     *
     * @param value the value in the address; empty for the newest
     */
    public record Day(String value, String name, boolean isShown) {}

    /**
     * A past day is shown.
     *
     * @param knowledge says by what data
     * @param now the link to the newest figures
     * @param otherwise the link to the same day by other data; null if there are none
     */
    public record Past(String knowledge, Link now, Link otherwise) {}

    /** A link and its text. */
    public record Link(String address, String text) {}

    /**
     * The days between the first and the newest release.
     *
     * @param first null before the first release
     */
    record Releases(LocalDate first, LocalDate newest) {

        static final Releases NONE = new Releases(null, null);
    }

    /** The days of exact figures. */
    static SelectableDays of(DashboardFigures figures, LocalDate today, DashboardSelection selection, PageText text) {
        LocalDate shown = figures.progress().head().on();
        boolean isPast = selection.isPast() && !shown.isAfter(today);
        SortedSet<LocalDate> days = figures.programme()
                .map(known -> monthEnds(known.startsOn(), today, known))
                .orElseGet(TreeSet::new);
        return new SelectableDays(
                all(days, isPast ? shown : null, text.say("today"), text),
                selection.asOf() == null ? "on" : "asOf",
                text.day(shown),
                isPast ? text.day(shown) : text.say("today"),
                isPast ? past(shown, selection, text) : null);
    }

    /** The days of published figures: each has a release. */
    static SelectableDays of(DashboardFigures figures, Releases releases, DashboardSelection selection, PageText text) {
        LocalDate shown = figures.progress().head().on();
        String newest = text.say("release.newest", text.day(releases.newest()));
        SortedSet<LocalDate> days = figures.programme()
                .map(known -> monthEnds(releases.first(), releases.newest(), known))
                .orElseGet(TreeSet::new);
        return new SelectableDays(
                all(days, selection.isPast() ? shown : null, newest, text),
                "on",
                text.day(shown),
                selection.isPast() ? text.day(shown) : newest,
                selection.isPast()
                        ? new Past(
                                text.say("day.as-released"),
                                new Link(selection.now().address(), text.say("day.now/published")),
                                null)
                        : null);
    }

    /** The ends of the months from a day on, before another and up to the end of the programme. */
    private static SortedSet<LocalDate> monthEnds(LocalDate from, LocalDate before, Programme programme) {
        SortedSet<LocalDate> days = new TreeSet<>();
        for (var month = YearMonth.from(from);
                month.atEndOfMonth().isBefore(before) && !month.atEndOfMonth().isAfter(programme.horizon());
                month = month.plusMonths(1)) {
            days.add(month.atEndOfMonth());
        }
        return days;
    }

    /** @param shown the past day that is shown, which is among the days; null for the newest */
    private static List<Day> all(Collection<LocalDate> monthEnds, LocalDate shown, String newest, PageText text) {
        SortedSet<LocalDate> days = new TreeSet<>(monthEnds);
        if (shown != null) {
            days.add(shown);
        }
        List<Day> all = new ArrayList<>(days.stream()
                .map(day -> new Day(day.toString(), text.day(day), day.equals(shown)))
                .toList());
        all.add(new Day("", newest, shown == null));
        return all;
    }

    private static Past past(LocalDate shown, DashboardSelection selection, PageText text) {
        Link now = new Link(selection.now().address(), text.say("day.now"));
        return selection.asOf() == null
                ? new Past(
                        text.say("day.as-known-now"),
                        now,
                        new Link(selection.asKnownOn(shown).address(), text.say("day.switch-to-then")))
                : new Past(
                        text.say("day.as-known-then"),
                        now,
                        new Link(selection.onDay(shown).address(), text.say("day.switch-to-now")));
    }
}
