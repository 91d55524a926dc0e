package kz.qadam.reporting.page;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import kz.qadam.reporting.figures.CohortFigures;

/**
 * What the reader has to know about published figures.
 *
 * @param known which release, and its day
 * @param next when the next release is public; null for a past day, whose release does not change any more
 * @param days which figures are weekly, which are monthly, and their days
 * @param trial the figures are of people who do not exist; otherwise null
 */
public record ReleaseNotice(String known, String next, List<String> days, String rounding, String trial) {

    /** Null for exact figures. */
    static ReleaseNotice of(DashboardFigures figures, DashboardSelection selection, PageText text) {
        if (figures.release() == null) {
            return null;
        }
        var release = new ReleaseText(figures.release(), text);
        boolean isTrial = figures.release().isOfTrial();
        return new ReleaseNotice(
                release.known(),
                selection.isPast()
                        ? null
                        : text.say(
                                "release.next",
                                text.instant(
                                        figures.progress().head().publication().nextRelease())),
                isTrial ? List.of() : days(figures, release, text),
                text.say("release.rounding"),
                isTrial ? text.say("release.trial") : null);
    }

    private static List<String> days(DashboardFigures figures, ReleaseText release, PageText text) {
        List<String> days = new ArrayList<>();
        String weekly = names(figures, release, true, text);
        release.lastWeekEnd().ifPresent(on -> days.add(text.say("release.weekly/of", text.day(on), weekly)));
        String monthly = names(figures, release, false, text);
        String monthEnd = text.day(figures.release().monthEnd().on());
        days.add(
                monthly.isEmpty()
                        ? text.say("release.monthly/tables", monthEnd)
                        : text.say("release.monthly/of", monthEnd, monthly));
        return days;
    }

    private static String names(DashboardFigures figures, ReleaseText release, boolean isWeekly, PageText text) {
        return figures.progress().cohorts().stream()
                .filter(cohort -> release.isWeekly(cohort.cohort()) == isWeekly)
                .map(CohortFigures::names)
                .map(text::name)
                .collect(Collectors.joining(", "));
    }
}
