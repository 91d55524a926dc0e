package kz.qadam.reporting.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import java.time.LocalDate;
import kz.qadam.chassis.base.language.Language;
import kz.qadam.reporting.catalogue.LocalizedName;
import kz.qadam.reporting.figures.PublishedContext;
import org.junit.jupiter.api.Test;

/** The content of the dashboard for a reader without a token. */
class PublishedDashboardTest {

    private static final PageText ENGLISH = new PageText(Language.EN, PublishedFixture.ALMATY, true);
    private static final DashboardSelection ALL = new DashboardSelection(Language.EN, null, null, null, null, null);
    private static final String NEWEST = "2026-11-26";

    @Test
    void the_headline_says_at_least_how_many_people_are_trained() {
        Headline headline = dashboard(full(), ALL).headline();

        assertThat(headline.trained()).isEqualTo("164,520+");
        assertThat(headline.label()).isEqualTo("people trained in AI skills: 28.2% of the target of 582,000");
        assertThat(headline.plan())
                .containsExactly(
                        "The plan has 103,619: at least 60,901 more than planned.", "Groups on track: 2 of 3.");
    }

    @Test
    void the_headline_without_a_number_is_a_sentence() {
        var nobody = PublishedFixture.opened().cohort("pupils", names("Pupils"), 500_000L, 0);

        Headline headline = dashboard(nobody.releasedUntil(NEWEST), ALL).headline();

        assertThat(headline.trained()).isNull();
        assertThat(headline.title())
                .isEqualTo("The number of people trained in AI skills is still too low to publish.");
        assertThat(headline.mark()).isNull();
        assertThat(headline.plan()).isEmpty();
    }

    @Test
    void the_reader_sees_which_release_it_is_and_when_the_next_one_comes() {
        ReleaseNotice release = dashboard(full(), ALL).release();

        assertThat(release.known()).isEqualTo("Release 330, as of 26 November 2026");
        assertThat(release.next()).isEqualTo("Next release: 28 November 2026, 06:00, Almaty time");
        assertThat(release.trial()).isNull();
    }

    @Test
    void the_reader_sees_what_is_weekly_and_what_is_monthly() {
        assertThat(dashboard(full(), ALL).release().days())
                .containsExactly(
                        "Weekly figures, as of 22 November 2026: Pupils, Students",
                        "Monthly figures, as of 31 October 2026: Teachers, Others; regions and institutions");
    }

    @Test
    void each_figure_has_its_own_day_near_it() {
        Dashboard dashboard = dashboard(full(), ALL);

        assertThat(dashboard.bullets())
                .extracting(BulletGraph::code, BulletGraph::asOf)
                .contains(
                        tuple("pupils", "Weekly figures, as of 22 November 2026"),
                        tuple("teachers", "Monthly figures, as of 31 October 2026"));
        assertThat(dashboard.known())
                .isEqualTo(new FigureTimes(
                        "Release 330, as of 26 November 2026",
                        "Weekly figures, as of 22 November 2026",
                        "Monthly figures, as of 31 October 2026"));
    }

    @Test
    void the_day_of_a_total_of_monthly_cohorts_is_the_month_end() {
        Dashboard dashboard = dashboard(nearlyEmpty(), ALL);

        assertThat(dashboard.known().ofSelection()).isEqualTo("Monthly figures, as of 30 September 2026");
        assertThat(dashboard.burnUp().sentences()).first().isEqualTo("Trained by 30 September 2026: 40+.");
    }

    @Test
    void a_selected_region_is_of_the_month_end() {
        Dashboard dashboard = dashboard(full(), ALL.ofRegion("KZ-75"));

        assertThat(dashboard.known().ofSelection()).isEqualTo("Monthly figures, as of 31 October 2026");
        assertThat(dashboard.burnUp().sentences()).containsExactly("Trained by 31 October 2026: 86,270+.");
    }

    @Test
    void the_macro_region_that_stands_for_a_selected_region_is_shown() {
        Dashboard dashboard = dashboard(full(), ALL.ofRegion("KZ-75"));

        assertThat(dashboard.where().name()).isEqualTo("South");
        assertThat(dashboard.regions().places())
                .filteredOn(Regions.Place::isShown)
                .extracting(Regions.Place::code)
                .containsExactly("south");
    }

    @Test
    void a_cohort_whose_macro_regions_are_divided_has_a_tile_for_each_region() {
        Dashboard dashboard = dashboard(full(), ALL.ofCohort("pupils"));

        assertThat(dashboard.regions().places())
                .filteredOn(place -> place.tile() != null)
                .hasSize(20);
        assertThat(dashboard.regions().sentences()).noneMatch(sentence -> sentence.contains("North, south"));
    }

    @Test
    void a_cohort_with_too_few_people_has_no_number_and_no_status() {
        BulletGraph pupils = dashboard(nearlyEmpty(), ALL).bullets().get(0);

        assertThat(pupils.trained()).isEqualTo(new CountText("–", "too few to publish"));
        assertThat(pupils.mark()).isNull();
        assertThat(pupils.sentence()).isEqualTo("Plan 74,520: too few trained to publish");
    }

    @Test
    void a_region_with_too_few_people_is_shown_without_a_number() {
        Regions regions = dashboard(
                        PublishedFixture.opened()
                                .full()
                                .without("KZ-35")
                                .without("KZ-62")
                                .releasedUntil(NEWEST),
                        ALL)
                .regions();

        assertThat(regions.places())
                .filteredOn(place -> place.code().equals("centre"))
                .extracting(place -> place.trained().words(), Regions.Place::shade)
                .containsExactly(tuple("too few to publish", 0));
        assertThat(regions.sentences()).contains("Regions with too few people to publish: 1.");
    }

    @Test
    void the_country_of_the_month_end_stands_under_its_regions() {
        Regions.Country country = dashboard(full(), ALL).regions().country();

        assertThat(country.trained().text()).isEqualTo("153,430+");
        assertThat(country.notByRegion()).isEqualTo("160+");
    }

    @Test
    void if_no_region_is_published_the_map_has_no_scale() {
        var nobody = PublishedFixture.opened().cohort("pupils", names("Pupils"), 500_000L, 0);

        Regions regions = dashboard(nobody.releasedUntil(NEWEST), ALL).regions();

        assertThat(regions.most()).isNull();
        assertThat(regions.sentences()).startsWith("Every region has too few people to publish.");
    }

    @Test
    void kinds_of_institutions_are_only_for_a_token() {
        assertThat(dashboard(full(), ALL).cards()).isEmpty();
    }

    @Test
    void the_funnel_has_shares_only_of_large_counts() {
        assertThat(dashboard(full(), ALL).funnel().steps())
                .extracting(Funnel.Step::share)
                .containsExactly("100.0%", "62.4%", "49.9%");
        assertThat(dashboard(nearlyEmpty(), ALL).funnel().steps())
                .extracting(Funnel.Step::share)
                .containsExactly("–", "–", "–");
    }

    @Test
    void a_lower_number_than_the_month_before_is_shown_as_it_is() {
        MonthlyPlan months = dashboard(
                        PublishedFixture.opened()
                                .full()
                                .release("2026-10-31")
                                .without("KZ-75")
                                .without("KZ-79")
                                .release("2026-11-30"),
                        ALL)
                .months();

        MonthlyPlan.Row last = months.rows().get(months.rows().size() - 1);
        assertThat(last.name()).isEqualTo("Nov 2026");
        assertThat(last.newly().text()).startsWith("-");
    }

    @Test
    void a_month_without_a_number_before_it_has_no_growth() {
        MonthlyPlan.Row first = dashboard(full(), ALL).months().rows().get(0);

        assertThat(first.newly()).isEqualTo(new CountText("–", "–"));
    }

    @Test
    void how_few_institutions_report_is_not_shown() {
        ReportingInstitutions reporting = dashboard(nearlyEmpty(), ALL).reporting();

        assertThat(reporting.hasCounts()).isFalse();
        assertThat(reporting.sentences())
                .containsExactly("Active institutions: 7. How many of them report is not published, since one of the"
                        + " numbers is below 3.");
    }

    @Test
    void the_ends_of_months_since_the_first_release_can_be_selected() {
        assertThat(dashboard(PublishedFixture.opened().full().releasedUntil("2027-01-10"), ALL)
                        .times()
                        .days())
                .extracting(SelectableDays.Day::value, SelectableDays.Day::isShown)
                .containsExactly(
                        tuple("2026-10-31", false),
                        tuple("2026-11-30", false),
                        tuple("2026-12-31", false),
                        tuple("", true));
    }

    @Test
    void a_past_day_is_shown_as_it_was_released_and_never_changes() {
        PublishedFixture releases = full();
        DashboardSelection selection = ALL.onDay(LocalDate.parse("2026-10-31"));

        Dashboard dashboard = dashboard(releases, releases.on("2026-10-31"), selection);

        assertThat(dashboard.times().past().knowledge()).isEqualTo("As released at that time");
        assertThat(dashboard.times().past().otherwise()).isNull();
        assertThat(dashboard.times().selected()).isEqualTo("31 October 2026");
        assertThat(dashboard.release().next()).isNull();
        assertThat(dashboard.stream()).isNull();
    }

    @Test
    void a_trial_says_that_its_people_do_not_exist() {
        ReleaseNotice release =
                dashboard(PublishedFixture.trial().full().release(NEWEST), ALL).release();

        assertThat(release.trial())
                .isEqualTo("This is a trial with people who do not exist. It is released every minute.");
        assertThat(release.known()).isEqualTo("Release 475,200, as of 26 November 2026, 23:59");
        assertThat(release.days()).isEmpty();
    }

    private static PublishedFixture full() {
        return PublishedFixture.opened().full().releasedUntil(NEWEST);
    }

    private static PublishedFixture nearlyEmpty() {
        return PublishedFixture.opened().nearlyEmpty().releasedUntil("2026-10-20");
    }

    private static Dashboard dashboard(PublishedFixture releases, DashboardSelection selection) {
        return dashboard(releases, releases.newest(), selection);
    }

    private static Dashboard dashboard(
            PublishedFixture releases, PublishedContext context, DashboardSelection selection) {
        DashboardFigures figures = PageHtml.figures(context, selection);
        return Dashboard.of(
                figures, selection, SelectableDays.of(figures, releases.days(), selection, ENGLISH), ENGLISH);
    }

    private static LocalizedName names(String name) {
        return new LocalizedName(name, name, name);
    }
}
