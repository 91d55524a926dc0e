package kz.qadam.reporting.release;

import static kz.qadam.reporting.release.Person.enrolled;
import static kz.qadam.reporting.release.Person.trained;
import static kz.qadam.reporting.release.Population.times;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class ReleaseMakingTest {

    private static final String ABAI = "KZ-10";
    private static final String AKMOLA = "KZ-11";
    private static final String APRIL = "2026-04-30";
    private static final String MAY = "2026-05-10";

    private final ExactFixture exact = new ExactFixture();

    private MonthEnd.OfCohort table(String cohort) {
        return exact.monthEnd(APRIL).cohort(cohort).orElseThrow();
    }

    private static List<Person> people(String region, int institutions, long each) {
        return LongStream.range(0, institutions)
                .boxed()
                .flatMap(i -> times(each, trained(region, region + "-school-" + i)).stream())
                .toList();
    }

    @Nested
    class OfMonthEnd {

        @Test
        void there_are_always_twenty_regions_and_unknown() {
            exact.cohort("pupils", 500_000L).people("pupils", times(20, trained(ABAI, "school-1")));

            assertThat(table("pupils").regions())
                    .hasSize(21)
                    .extracting(ReleasedMember::key)
                    .contains("unknown");
        }

        @Test
        void a_region_without_people_looks_like_one_with_few() {
            exact.cohort("pupils", 500_000L).people("pupils", times(9, trained(ABAI, "school-1")));

            assertThat(table("pupils").region(ABAI)).isEqualTo(table("pupils").region(AKMOLA));
        }

        @Test
        void what_no_published_region_contains_is_the_country_less_the_regions() {
            exact.cohort("pupils", 500_000L)
                    .people("pupils", times(15, trained(ABAI, "school-1")))
                    .people("pupils", times(15, trained(AKMOLA, "school-2")));

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
                    .extracting(ReleasedMember::key, ReleasedMember::counts)
                    .containsExactly(
                            org.assertj.core.groups.Tuple.tuple("AI-101", new PublishedCounts(200L, 200L, 200L)));
        }

        private static Person enrolledInRobots() {
            return new Person(ABAI, java.util.Map.of("school-robots", Set.of("ROBOTS")), java.util.Map.of(), null);
        }

        @Test
        void people_are_counted_over_the_published_cohorts() {
            exact.cohort("pupils", 500_000L)
                    .cohort("students", 300_000L)
                    .people("pupils", people(ABAI, 12, 1_001))
                    .people("students", times(9, trained(ABAI, "college")));

            assertThat(exact.monthEnd(APRIL).people()).isEqualTo(12_000);
        }

        @Test
        void people_are_not_published_if_no_cohort_is() {
            exact.cohort("students", 300_000L).people("students", times(9, trained(ABAI, "college")));

            assertThat(exact.monthEnd(APRIL).people()).isNull();
        }

        @Test
        void a_target_from_a_thousand_on_is_reached_to_the_person() {
            exact.cohort("pupils", 1_005L).people("pupils", times(1_005, trained(ABAI, "school-1")));

            assertThat(table("pupils").isReached()).isTrue();
        }
    }

    @Nested
    class BetweenMonthEnds {

        private Release release() {
            return exact.release(MAY, exact.monthEnd(APRIL), List.of());
        }

        @Test
        void a_large_cohort_has_the_country_of_the_day() {
            exact.cohort("business", 80_000L).people("business", people(ABAI, 10, 100));
            MonthEnd april = exact.monthEnd(APRIL);
            exact.people("business", times(50, trained(ABAI, "another")));

            ReleasedCohort country =
                    exact.release(MAY, april, List.of()).cohort("business").orElseThrow();

            assertThat(country.counts().trained()).isEqualTo(1_050);
            assertThat(country.on()).isEqualTo(MAY);
        }

        @Test
        void a_large_cohort_has_all_measures_of_the_day() {
            exact.cohort("business", 80_000L)
                    .people("business", people(ABAI, 10, 100))
                    .people("business", times(25, enrolled(ABAI, "another")));

            assertThat(release().cohort("business").orElseThrow().counts())
                    .isEqualTo(new PublishedCounts(1_020L, 1_000L, 1_000L));
        }

        @Test
        void a_small_cohort_has_the_country_of_the_last_month_end() {
            exact.cohort("pupils", 500_000L).people("pupils", times(42, trained(ABAI, "school-1")));
            MonthEnd april = exact.monthEnd(APRIL);
            exact.people("pupils", times(42, trained(ABAI, "school-2")));

            ReleasedCohort country =
                    exact.release(MAY, april, List.of()).cohort("pupils").orElseThrow();

            assertThat(country.counts().trained()).isEqualTo(40);
            assertThat(country.on()).isEqualTo(APRIL);
        }

        @Test
        void a_cohort_that_shrinks_below_the_limits_stays_daily_until_the_next_month_end() {
            exact.cohort("business", 80_000L).people("business", people(ABAI, 10, 100));
            MonthEnd april = exact.monthEnd(APRIL);
            exact.nobody("business").people("business", people(ABAI, 9, 100));

            assertThat(exact.release(MAY, april, List.of())
                            .cohort("business")
                            .orElseThrow()
                            .on())
                    .isEqualTo(MAY);
        }

        @Test
        void a_cohort_that_grows_above_the_limits_becomes_daily_after_the_next_month_end() {
            exact.cohort("business", 80_000L).people("business", people(ABAI, 9, 100));
            MonthEnd april = exact.monthEnd(APRIL);
            exact.people("business", people(AKMOLA, 9, 100));

            assertThat(exact.release(MAY, april, List.of())
                            .cohort("business")
                            .orElseThrow()
                            .on())
                    .isEqualTo(APRIL);
        }

        @Test
        void a_cohort_that_did_not_exist_at_the_month_end_has_no_numbers() {
            MonthEnd april = exact.monthEnd(APRIL);
            exact.cohort("citizens", null).people("citizens", people(ABAI, 10, 200));

            assertThat(exact.release(MAY, april, List.of())
                            .cohort("citizens")
                            .orElseThrow()
                            .counts())
                    .isEqualTo(PublishedCounts.NONE);
        }

        @Test
        void the_tables_are_those_of_the_last_month_end() {
            exact.cohort("pupils", 500_000L).people("pupils", times(42, trained(ABAI, "school-1")));
            MonthEnd april = exact.monthEnd(APRIL);
            exact.people("pupils", times(42, trained(ABAI, "school-2")));

            assertThat(exact.release(MAY, april, List.of()).monthEnd()).isEqualTo(april);
        }
    }

    @Nested
    class BeforeTheFirstRelease {

        private PastMonthEnd.OfCohort past() {
            return exact.pastMonthEnd("2026-03-31").cohorts().get(0);
        }

        @Test
        void a_month_end_has_the_same_trained_people_as_one_after_it() {
            exact.cohort("pupils", 500_000L)
                    .people("pupils", people(ABAI, 3, 25))
                    .people("pupils", times(19, trained(AKMOLA, "school-2")));

            assertThat(past().trained()).isEqualTo(table("pupils").country().trained());
            assertThat(past().regions())
                    .containsExactly(new PastMonthEnd.OfRegion(ABAI, 70), new PastMonthEnd.OfRegion(AKMOLA, 10));
        }

        @Test
        void a_region_with_few_people_is_absent() {
            exact.cohort("pupils", 500_000L).people("pupils", times(9, trained(ABAI, "school-1")));

            assertThat(past().regions()).isEmpty();
        }

        @Test
        void the_first_release_carries_them() {
            List<PastMonthEnd> before = new ArrayList<>(List.of(exact.pastMonthEnd("2026-03-31")));

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
        exact.cohort("pupils", 500_000L).people("pupils", times(42, trained(ABAI, "school-1")));
        Release release = exact.release(APRIL, exact.monthEnd(APRIL), List.of());
        exact.people("pupils", times(42, trained(ABAI, "school-1")));

        assertThat(release.monthEnd().cohort("pupils").orElseThrow().country().trained())
                .isEqualTo(40);
    }
}
