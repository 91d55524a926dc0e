package kz.qadam.reporting.release;

import static kz.qadam.reporting.release.Person.enrolled;
import static kz.qadam.reporting.release.Person.trained;
import static kz.qadam.reporting.release.Population.times;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class ReleaseCalculationTest {

    private static final String ABAI = "KZ-10";
    private static final String AKMOLA = "KZ-11";
    private static final String APRIL = "2026-04-30";
    private static final String EAST_KAZAKHSTAN = "KZ-63";

    /** The last day of a week. */
    private static final String SUNDAY = "2026-05-10";

    private final ExactFixture exact = new ExactFixture();

    private MonthEndTables.OfCohort table(String cohort) {
        return exact.monthEnd(APRIL).cohort(cohort).orElseThrow();
    }

    private static List<Person> people(String region, int institutions, long each) {
        return LongStream.range(0, institutions)
                .boxed()
                .flatMap(i -> times(each, trained(region, region + "-school-" + i)).stream())
                .toList();
    }

    /** Two institutions of a region hold its numbers. */
    private static List<Person> held(String region, long count) {
        List<Person> people = new ArrayList<>(times(10, trained(region, region + "-school-0")));
        people.addAll(times(count - 10, trained(region, region + "-school-1")));
        return people;
    }

    @Nested
    class OfMonthEnd {

        @Test
        void there_are_the_five_macro_regions_and_unknown() {
            exact.cohort("pupils", 500_000L).people("pupils", held(ABAI, 20));

            assertThat(table("pupils").regions())
                    .extracting(ReleasedPlace::key)
                    .containsExactly("centre", "east", "north", "south", "unknown", "west");
        }

        @Test
        void a_macro_region_has_the_people_of_its_regions() {
            exact.cohort("pupils", 500_000L)
                    .people("pupils", times(15, trained(ABAI, "school-1")))
                    .people("pupils", times(15, trained(EAST_KAZAKHSTAN, "school-2")));

            assertThat(table("pupils").region("east").trained()).isEqualTo(30);
        }

        @Test
        void each_cell_says_what_place_it_is() {
            exact.cohort("pupils", 500_000L);

            assertThat(table("pupils").regions())
                    .extracting(ReleasedPlace::key, ReleasedPlace::place)
                    .contains(
                            tuple("east", ReleasedPlace.Kind.MACRO_REGION),
                            tuple("unknown", ReleasedPlace.Kind.REGION));
        }

        @Test
        void a_place_without_people_looks_like_one_with_few() {
            exact.cohort("pupils", 500_000L).people("pupils", times(9, trained(ABAI, "school-1")));

            assertThat(table("pupils").region("east")).isEqualTo(table("pupils").region("north"));
        }

        @Test
        void what_no_published_place_contains_is_the_country_less_the_places() {
            exact.cohort("pupils", 500_000L).people("pupils", held(ABAI, 25)).people("pupils", held(AKMOLA, 25));

            assertThat(table("pupils").notByRegion()).isEqualTo(10);
        }

        @Test
        void a_cohort_with_too_few_people_has_no_difference_either() {
            exact.cohort("pupils", 500_000L).people("pupils", times(9, trained(ABAI, "school-1")));

            assertThat(table("pupils").notByRegion()).isNull();
        }

        @Test
        void courses_and_areas_are_hundreds_and_those_with_few_people_are_absent() {
            exact.cohort("pupils", 500_000L)
                    .people("pupils", people(ABAI, 3, 70))
                    .people("pupils", times(50, enrolledInRobots()));

            assertThat(table("pupils").courses())
                    .extracting(ReleasedCourseOrArea::key, ReleasedCourseOrArea::counts)
                    .containsExactly(tuple("AI-101", new PublishedCounts(200L, 200L, 200L)));
        }

        private static Person enrolledInRobots() {
            return new Person(ABAI, java.util.Map.of("school-robots", Set.of("ROBOTS")), java.util.Map.of(), null);
        }

        @Test
        void people_are_those_of_published_numbers() {
            exact.cohort("pupils", 500_000L)
                    .cohort("students", 300_000L)
                    .people("pupils", people(ABAI, 12, 999))
                    .people("pupils", times(900, trained(AKMOLA, "school")))
                    .people("students", times(900, trained(ABAI, "college")));

            assertThat(exact.monthEnd(APRIL).people()).isEqualTo(11_000);
        }

        @Test
        void people_are_not_published_if_no_cohort_is() {
            exact.cohort("students", 300_000L).people("students", times(9, trained(ABAI, "college")));

            assertThat(exact.monthEnd(APRIL).people()).isNull();
        }

        @Test
        void a_target_from_a_thousand_on_is_reached_to_the_person() {
            exact.cohort("pupils", 1_005L).people("pupils", held(ABAI, 1_005));

            assertThat(table("pupils").isReached()).isTrue();
        }
    }

    @Nested
    class OfMacroRegions {

        private static final String MARCH = "2026-03-31";

        private MonthEndTables.OfCohort april(List<PastMonthEndCounts> before) {
            return exact.monthEnd(APRIL, ReleasedTrainedHistory.NONE.after(before))
                    .cohort("pupils")
                    .orElseThrow();
        }

        private static List<String> keys(MonthEndTables.OfCohort table) {
            return table.regions().stream().map(ReleasedPlace::key).toList();
        }

        @Test
        void each_is_divided_from_twenty_thousand_trained_on_if_each_part_is_held() {
            exact.cohort("pupils", 500_000L)
                    .people("pupils", held(ABAI, 10_000))
                    .people("pupils", held(EAST_KAZAKHSTAN, 10_000));

            assertThat(keys(table("pupils")))
                    .containsExactly("KZ-10", "KZ-63", "centre", "north", "south", "unknown", "west");
        }

        @Test
        void none_is_divided_below_twenty_thousand_trained() {
            exact.cohort("pupils", 500_000L)
                    .people("pupils", held(ABAI, 10_000))
                    .people("pupils", held(EAST_KAZAKHSTAN, 9_999));

            assertThat(keys(table("pupils"))).contains("east");
        }

        @Test
        void none_is_divided_while_a_part_is_not_held() {
            exact.cohort("pupils", 500_000L)
                    .people("pupils", held(ABAI, 20_000))
                    .people("pupils", times(500, trained(EAST_KAZAKHSTAN, "school-1")));

            assertThat(keys(table("pupils"))).contains("east");
        }

        @Test
        void one_that_was_divided_stays_divided() {
            exact.cohort("pupils", 500_000L)
                    .people("pupils", held(ABAI, 10_000))
                    .people("pupils", held(EAST_KAZAKHSTAN, 10_000));
            List<PastMonthEndCounts> march = List.of(exact.pastMonthEnd(MARCH));
            exact.nobody("pupils").people("pupils", held(ABAI, 40));

            assertThat(april(march).region(ABAI).trained()).isEqualTo(40);
            assertThat(april(march).region(EAST_KAZAKHSTAN)).isEqualTo(PublishedCounts.NONE);
        }

        @Test
        void the_number_of_one_that_is_divided_is_the_sum_of_its_regions() {
            exact.cohort("pupils", 500_000L)
                    .people("pupils", held(ABAI, 10_000))
                    .people("pupils", held(EAST_KAZAKHSTAN, 10_000));
            ReleasedTrainedHistory history =
                    ReleasedTrainedHistory.of(List.of(exact.release(APRIL, exact.monthEnd(APRIL), List.of())));

            assertThat(history.region("pupils", "east", LocalDate.parse("2026-04-01"), LocalDate.parse("2026-04-30")))
                    .hasValue(new ReleasedTrainedHistory.Released(LocalDate.parse(APRIL), 20_000L));
        }

        @Test
        void regions_of_an_earlier_rule_divide_none() {
            exact.cohort("pupils", 500_000L).people("pupils", held(ABAI, 40));
            Release earlier = ofEarlierRule(exact.release(APRIL, exact.monthEnd(APRIL), List.of()));

            assertThat(ReleasedTrainedHistory.of(List.of(earlier)).places("pupils"))
                    .isEqualTo(Places.MACRO_REGIONS);
        }
    }

    private static Release ofEarlierRule(Release release) {
        return new Release(
                release.number(),
                release.through(),
                release.on(),
                release.publicFrom(),
                release.nextRelease(),
                2,
                release.rhythm(),
                release.because(),
                release.programme(),
                release.cohorts(),
                release.total(),
                release.monthEnd(),
                release.before(),
                null);
    }

    @Nested
    class BetweenMonthEnds {

        private static ReleasedCohort country(Release release, String cohort) {
            return release.cohort(cohort).orElseThrow();
        }

        private Release april() {
            return exact.release(APRIL, exact.monthEnd(APRIL), List.of());
        }

        @Test
        void a_large_cohort_has_the_country_of_the_end_of_the_week() {
            exact.cohort("business", 80_000L).people("business", people(ABAI, 10, 100));
            Release april = april();
            exact.people("business", times(50, trained(ABAI, "another")));

            ReleasedCohort country = country(exact.ofWeekEnd(SUNDAY, april), "business");

            assertThat(country.counts().trained()).isEqualTo(1_050);
            assertThat(country.on()).isEqualTo(SUNDAY);
        }

        @Test
        void a_large_cohort_has_all_measures_of_the_end_of_the_week() {
            exact.cohort("business", 80_000L).people("business", people(ABAI, 10, 100));
            Release april = april();
            exact.people("business", times(25, enrolled(ABAI, "another")));

            assertThat(country(exact.ofWeekEnd(SUNDAY, april), "business").counts())
                    .isEqualTo(new PublishedCounts(1_020L, 1_000L, 1_000L));
        }

        @Test
        void in_the_week_the_last_numbers_are_repeated_with_their_day() {
            exact.cohort("business", 1_050L).people("business", people(ABAI, 10, 100));
            Release week = exact.ofWeekEnd(SUNDAY, april());
            exact.people("business", times(50, trained(ABAI, "another")));

            assertThat(country(exact.withoutNewNumbers("2026-05-12", week), "business"))
                    .isEqualTo(country(week, "business"));
        }

        @Test
        void that_a_target_is_reached_is_seen_at_the_end_of_the_week_and_not_before() {
            exact.cohort("business", 1_050L).people("business", people(ABAI, 10, 100));
            Release april = april();
            exact.people("business", times(50, trained(ABAI, "another")));

            assertThat(country(exact.withoutNewNumbers("2026-05-09", april), "business")
                            .isReached())
                    .isFalse();
            assertThat(country(exact.ofWeekEnd(SUNDAY, april), "business").isReached())
                    .isTrue();
        }

        @Test
        void that_a_target_was_reached_is_not_repeated_for_another_target() {
            exact.cohort("business", 1_000L).people("business", people(ABAI, 10, 100));
            Release april = april();
            exact.cohort("business", 80_000L);

            assertThat(country(exact.withoutNewNumbers("2026-05-09", april), "business")
                            .isReached())
                    .isFalse();
        }

        @Test
        void a_small_cohort_has_the_country_of_the_last_month_end() {
            exact.cohort("pupils", 500_000L).people("pupils", held(ABAI, 42));
            Release april = april();
            exact.people("pupils", times(42, trained(ABAI, "school-2")));

            ReleasedCohort country = country(exact.ofWeekEnd(SUNDAY, april), "pupils");

            assertThat(country.counts().trained()).isEqualTo(40);
            assertThat(country.on()).isEqualTo(APRIL);
        }

        @Test
        void a_cohort_that_shrinks_below_the_limits_stays_weekly_until_the_next_month_end() {
            exact.cohort("business", 80_000L).people("business", people(ABAI, 10, 100));
            Release april = april();
            exact.nobody("business").people("business", people(ABAI, 9, 100));

            assertThat(country(exact.ofWeekEnd(SUNDAY, april), "business").on()).isEqualTo(SUNDAY);
        }

        @Test
        void a_cohort_that_grows_above_the_limits_becomes_weekly_after_the_next_month_end() {
            exact.cohort("business", 80_000L).people("business", people(ABAI, 9, 100));
            Release april = april();
            exact.people("business", people(AKMOLA, 9, 100));

            assertThat(country(exact.ofWeekEnd(SUNDAY, april), "business").on()).isEqualTo(APRIL);
        }

        @Test
        void a_cohort_that_did_not_exist_at_the_month_end_has_no_numbers() {
            Release april = april();
            exact.cohort("citizens", null).people("citizens", people(ABAI, 10, 200));

            assertThat(country(exact.ofWeekEnd(SUNDAY, april), "citizens").counts())
                    .isEqualTo(PublishedCounts.NONE);
        }

        @Test
        void the_tables_are_those_of_the_last_month_end() {
            exact.cohort("pupils", 500_000L).people("pupils", held(ABAI, 42));
            Release april = april();
            exact.people("pupils", times(42, trained(ABAI, "school-2")));

            assertThat(exact.ofWeekEnd(SUNDAY, april).monthEnd()).isEqualTo(april.monthEnd());
        }

        @Test
        void an_earlier_rule_stays_that_of_repeated_numbers() {
            exact.cohort("pupils", 500_000L).people("pupils", held(ABAI, 42));
            Release april = ofEarlierRule(april());

            Release repeated = exact.withoutNewNumbers("2026-05-12", april);

            assertThat(repeated.rule()).isEqualTo(2);
            assertThat(repeated.monthEnd()).isEqualTo(april.monthEnd());
        }
    }

    @Nested
    class BeforeTheFirstRelease {

        private PastMonthEndCounts.OfCohort past() {
            return exact.pastMonthEnd("2026-03-31").cohorts().get(0);
        }

        @Test
        void a_month_end_has_the_same_trained_people_as_one_after_it() {
            exact.cohort("pupils", 500_000L)
                    .people("pupils", people(ABAI, 3, 25))
                    .people("pupils", held(AKMOLA, 29))
                    .people("pupils", times(19, trained("KZ-75", "school-2")));

            assertThat(past().trained()).isEqualTo(table("pupils").country().trained());
            assertThat(past().regions())
                    .containsExactly(
                            new PastMonthEndCounts.OfRegion("east", 70), new PastMonthEndCounts.OfRegion("north", 20));
        }

        @Test
        void a_region_with_few_people_is_absent() {
            exact.cohort("pupils", 500_000L).people("pupils", times(9, trained(ABAI, "school-1")));

            assertThat(past().regions()).isEmpty();
        }

        @Test
        void the_first_release_carries_them() {
            List<PastMonthEndCounts> before = new ArrayList<>(List.of(exact.pastMonthEnd("2026-03-31")));

            assertThat(exact.release(APRIL, exact.monthEnd(APRIL), before).before())
                    .isEqualTo(before);
        }
    }

    @Test
    void reasons_for_provisional_figures_are_codes_in_order() {
        assertThat(exact.because("dead-letters", "behind")
                        .release(APRIL, exact.monthEnd(APRIL), List.of())
                        .because())
                .containsExactly("behind", "dead-letters");
    }

    @Test
    void a_release_names_the_version_of_the_rule() {
        assertThat(exact.release(APRIL, exact.monthEnd(APRIL), List.of()).rule())
                .isEqualTo(DisclosureRule.VERSION);
    }

    @Test
    void a_release_is_not_changed_by_what_comes_later() {
        exact.cohort("pupils", 500_000L).people("pupils", held(ABAI, 42));
        Release release = exact.release(APRIL, exact.monthEnd(APRIL), List.of());
        exact.people("pupils", times(42, trained(ABAI, "school-1")));

        assertThat(release.monthEnd().cohort("pupils").orElseThrow().country().trained())
                .isEqualTo(40);
    }
}
