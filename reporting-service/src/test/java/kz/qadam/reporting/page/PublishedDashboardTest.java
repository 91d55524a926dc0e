package kz.qadam.reporting.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import kz.qadam.chassis.language.Language;
import kz.qadam.reporting.figures.PublishedContext;
import org.junit.jupiter.api.Test;

/** The content of the dashboard for everybody who has no token. */
class PublishedDashboardTest {

    private static final PageText ENGLISH = new PageText(Language.EN, PublishedFixture.ALMATY, true);
    private static final PageView ALL = new PageView(Language.EN, null, null, null, null, null);

    private final PublishedFixture releases = PublishedFixture.opened().full().releasedUntil("2026-11-26");

    private Dashboard dashboard(PageView view) {
        return dashboard(releases, releases.newest(), view);
    }

    private static Dashboard dashboard(PublishedFixture releases, PublishedContext context, PageView view) {
        DashboardFigures figures = PageHtml.figures(context, view);
        return Dashboard.of(figures, view, SelectableDays.of(figures, releases.days(), view, ENGLISH), ENGLISH);
    }

    @Test
    void the_headline_is_a_number_of_at_least_so_many_people() {
        Headline headline = dashboard(ALL).headline();

        assertThat(headline.trained()).isEqualTo("165,150+");
        assertThat(headline.rest()).isEqualTo("people trained in AI skills: 28.3% of the target of 582,000");
        assertThat(headline.plan().get(0)).startsWith("The plan has ").contains("at least ");
    }

    @Test
    void the_reader_sees_which_release_it_is_and_when_the_next_one_comes() {
        ReleaseNote release = dashboard(ALL).release();

        assertThat(release.known()).isEqualTo("Release 330, as of 26 November 2026");
        assertThat(release.next()).isEqualTo("Next release: 28 November 2026, 06:00, Almaty time");
        assertThat(release.trial()).isNull();
    }

    @Test
    void the_reader_sees_what_is_daily_and_what_is_monthly() {
        assertThat(dashboard(ALL).release().days())
                .containsExactly(
                        "Daily figures, as of 26 November 2026: Pupils, Students, Teachers",
                        "Monthly figures, as of 31 October 2026: Others; regions and institutions");
    }

    @Test
    void both_days_are_near_the_figures_that_they_belong_to() {
        Dashboard dashboard = dashboard(ALL);

        assertThat(dashboard.bullets())
                .extracting(BulletGraph::code, BulletGraph::asOf)
                .contains(
                        tuple("pupils", "Daily figures, as of 26 November 2026"),
                        tuple("others", "Monthly figures, as of 31 October 2026"));
        assertThat(dashboard.known().selected()).isEqualTo("Release 330, as of 26 November 2026");
        assertThat(dashboard.known().monthEnd()).isEqualTo("Monthly figures, as of 31 October 2026");
    }
}
