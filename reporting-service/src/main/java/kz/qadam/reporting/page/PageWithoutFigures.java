package kz.qadam.reporting.page;

import java.time.Instant;
import kz.qadam.reporting.figures.PublishedContext;

/**
 * The page without published figures: the series of releases is not opened, its first release is still to come, or the
 * selected day is before it.
 *
 * @param title what is the case
 * @param when when there will be figures, if that is known; otherwise who decides about it
 * @param newest the link to the newest release; null if there is none
 * @param version the version of the figures, with which the script waits for the first release
 * @param stream the address of the stream; null for a past day
 */
public record PageWithoutFigures(
        DashboardSelection selection,
        PageText text,
        LanguageAndThemeLinks choices,
        String title,
        String when,
        SelectableDays.Link newest,
        MethodLink method,
        long version,
        String stream) {

    static PageWithoutFigures of(
            PublishedContext context, SelectableDays.Releases releases, DashboardSelection selection, PageText text) {
        boolean hasReleases = releases.newest() != null;
        return new PageWithoutFigures(
                selection,
                text,
                new LanguageAndThemeLinks(selection, text),
                text.say(hasReleases ? "release.none" : "not-opened"),
                hasReleases ? null : when(context, text),
                hasReleases ? new SelectableDays.Link(selection.now().address(), text.say("day.now/published")) : null,
                MethodLink.of(text),
                context.version(),
                selection.isPast() ? null : selection.apiAddress("/v1/progress/stream"));
    }

    private static String when(PublishedContext context, PageText text) {
        Instant first = context.state().nextRelease();
        return first == null ? text.say("not-opened.when") : text.say("not-opened.first", text.instant(first));
    }
}
