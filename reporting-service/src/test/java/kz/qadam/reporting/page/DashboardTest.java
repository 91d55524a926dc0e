package kz.qadam.reporting.page;

import static kz.qadam.reporting.page.DashboardFixture.ALL;
import static kz.qadam.reporting.page.DashboardFixture.ENGLISH;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import java.time.LocalDate;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DashboardTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 5, 20);

    @ParameterizedTest
    @CsvSource({
        "100, The plan has 80: 20 more than planned.",
        "60, The plan has 80: 20 fewer than planned.",
        "80, That is exactly the plan: 80."
    })
    void the_headline_says_how_far_it_is_from_the_plan(long trained, String sentence) {
        assertThat(headline(new DashboardFixture().trained(trained).expected(80L))
                        .plan())
                .containsExactly(sentence, "Groups on track: 1 of 1.");
    }

    @Test
    void without_a_target_there_is_a_count_and_no_bar() {
        DashboardFigures figures = new DashboardFixture().withoutTarget().figures();

        Headline headline = Headline.of(figures, ENGLISH);
        BulletGraph bullet = BulletGraph.of(figures.cohort("pupils"), figures, ALL, ENGLISH);

        assertThat(headline.label()).isEqualTo("people trained in AI skills");
        assertThat(headline.plan()).isEmpty();
        assertThat(headline.bar()).isNull();
        assertThat(bullet.target()).isNull();
        assertThat(bullet.bar()).isNull();
    }

    @Test
    void with_too_few_data_the_headline_has_no_forecast() {
        assertThat(headline(new DashboardFixture()).outlook()).isEqualTo("It is too early for a forecast.");
    }

    @Test
    void the_headline_says_how_many_will_be_trained_and_how_probably() {
        assertThat(headline(new DashboardFixture().ahead("2026-05-31", 110, 120, 130))
                        .outlook())
                .contains("700 to 1,100 people will be trained by 31 December 2030", "40%");
    }

    @Test
    void the_current_month_ends_today_and_the_forecast_follows() {
        DashboardFigures figures = new DashboardFixture()
                .month("2026-04", 60L, 60L, 70L)
                .month("2026-05", 40L, 100L, 80L)
                .month("2026-06", null, null, 95L)
                .ahead("2026-05-31", 105, 110, 115)
                .ahead("2026-06-30", 120, 130, 140)
                .figures();

        assertThat(BurnUp.of(figures, ALL, ENGLISH).rows())
                .extracting(BurnUp.Row::on, row -> row.trained().text(), BurnUp.Row::plan, BurnUp.Row::p50)
                .containsExactly(
                        row("2026-04-30", "60", "70", "–"),
                        row("2026-05-20", "100", "80", "–"),
                        row("2026-05-31", "–", "–", "110"),
                        row("2026-06-30", "–", "95", "130"));
    }

    @Test
    void the_plan_of_a_month_is_what_the_plan_grows_in_it() {
        DashboardFigures figures = new DashboardFixture()
                .month("2026-03", 10L, 10L, 30L)
                .month("2026-04", 50L, 60L, 70L)
                .month("2026-05", 40L, 100L, 20L)
                .figures();

        assertThat(MonthlyPlan.of(figures, ALL, ENGLISH).rows())
                .extracting(MonthlyPlan.Row::planned)
                .as("another target from May on")
                .containsExactly("30", "40", "–");
        assertThat(MonthlyPlan.of(figures, ALL, ENGLISH).sentences())
                .contains("The best month was Apr 2026, with 50 newly trained.");
    }

    @Test
    void regions_are_in_order_and_an_unknown_region_has_no_tile() {
        DashboardFigures figures = new DashboardFixture()
                .region("KZ-10", 5L)
                .region("KZ-75", 50L)
                .region("KZ-71", null)
                .region("unknown", 7L)
                .figures();

        Regions regions = Regions.of(figures, ALL, ENGLISH);

        assertThat(regions.places())
                .extracting(Regions.Place::code, Regions.Place::shade)
                .containsExactly(tuple("KZ-75", 5), tuple("unknown", 1), tuple("KZ-10", 1), tuple("KZ-71", 0));
        assertThat(regions.places().get(1).tile()).isNull();
        assertThat(regions.sentences()).containsExactly("Most are in KZ-75: 50. Fewest are in KZ-10: 5.");
    }

    @Test
    void the_kind_with_the_most_trained_people_comes_first() {
        DashboardFigures figures = new DashboardFixture()
                .kind("school", 5L)
                .kind("university", 20L)
                .figures();

        assertThat(MemberCard.of(figures, ALL, ENGLISH).get(0).rows())
                .extracting(MemberCard.Row::name, row -> row.bar().length())
                .containsExactly(tuple("university", "100.00%"), tuple("school", "25.00%"));
    }

    @Test
    void a_region_alone_has_no_plan_and_no_forecast() {
        DashboardFigures figures = new DashboardFixture()
                .month("2026-05", 40L, 100L, null)
                .ahead("2026-05-31", 105, 110, 115)
                .region("KZ-75", 50L)
                .figures();

        BurnUp burnUp = BurnUp.of(figures, ALL.ofRegion("KZ-75"), ENGLISH);

        assertThat(burnUp.hasPlan()).isFalse();
        assertThat(burnUp.hasForecast()).isFalse();
        assertThat(burnUp.source().csv()).isEqualTo("v1/progress/total/series?interval=month&region=KZ-75&format=csv");
    }

    @Test
    void an_institution_that_sent_nothing_differs_from_one_whose_data_were_not_accepted() {
        ReportingInstitutions reporting = ReportingInstitutions.of(
                new DashboardFixture().institutions(6, 1, 2, 1).figures(), ALL, ENGLISH);

        assertThat(reporting.sentences())
                .containsExactly("6 of 10 institutions have reported within 30 days. 3 sent nothing; 1 sent only"
                        + " data that were not accepted.");
        assertThat(reporting.states())
                .extracting(
                        ReportingInstitutions.State::code,
                        ReportingInstitutions.State::from,
                        state -> state.bar().length())
                .containsExactly(
                        tuple("reported", "0.00%", "60.00%"),
                        tuple("zero", "60.00%", "10.00%"),
                        tuple("silent", "70.00%", "20.00%"),
                        tuple("never", "90.00%", "10.00%"));
    }

    @Test
    void it_says_how_many_institutions_have_declared_their_basis() {
        ReportingInstitutions reporting = ReportingInstitutions.of(
                new DashboardFixture().institutions(6, 1, 2, 1).declared(4).figures(), ALL, ENGLISH);

        assertThat(reporting.sentences())
                .hasSize(2)
                .last()
                .isEqualTo("4 of 10 institutions have declared on which basis they send the data of people.");
    }

    @Test
    void the_ends_of_past_months_can_be_selected() {
        SelectableDays now = SelectableDays.of(new DashboardFixture().figures(), TODAY, ALL, ENGLISH);

        assertThat(now.days())
                .extracting(SelectableDays.Day::value)
                .containsExactly("2026-01-31", "2026-02-28", "2026-03-31", "2026-04-30", "");
        assertThat(now.past()).isNull();
    }

    @Test
    void any_other_day_that_is_shown_can_be_selected_too() {
        SelectableDays past = SelectableDays.of(
                new DashboardFixture().figures(), LocalDate.of(2026, 6, 2), ALL.onDay(DashboardFixture.ON), ENGLISH);

        assertThat(past.days())
                .filteredOn(SelectableDays.Day::isShown)
                .extracting(SelectableDays.Day::name)
                .containsExactly("20 May 2026");
    }

    private static Headline headline(DashboardFixture fixture) {
        return Headline.of(fixture.figures(), ENGLISH);
    }

    private static Tuple row(String on, String trained, String plan, String p50) {
        return tuple(LocalDate.parse(on), trained, plan, p50);
    }
}
