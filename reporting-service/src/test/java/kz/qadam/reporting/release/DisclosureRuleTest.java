package kz.qadam.reporting.release;

import static kz.qadam.reporting.release.Person.trained;
import static kz.qadam.reporting.release.Population.times;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DisclosureRuleTest {

    private static final String ABAI = "KZ-10";
    private static final String AKMOLA = "KZ-11";

    @SafeVarargs
    private static List<Person> people(List<Person>... some) {
        List<Person> all = new ArrayList<>();
        for (List<Person> one : some) {
            all.addAll(one);
        }
        return all;
    }

    @SafeVarargs
    private static PublishedCounts country(List<Person>... some) {
        return DisclosureRule.country(Population.cohort(people(some)));
    }

    @Nested
    class OfCountry {

        @Test
        void is_the_sum_of_the_usable_counts_of_its_regions() {
            assertThat(country(times(15, trained(ABAI, "school-1")), times(15, trained(AKMOLA, "school-2")))
                            .trained())
                    .isEqualTo(30);
        }

        @ParameterizedTest
        @ValueSource(longs = {0, 1, 5, 9})
        void does_not_contain_regions_that_are_not_published(long few) {
            assertThat(country(times(15, trained(ABAI, "school-1")), times(few, trained(AKMOLA, "school-2")))
                            .trained())
                    .isEqualTo(10);
        }

        @ParameterizedTest
        @ValueSource(longs = {0, 1, 5, 9})
        void does_not_contain_the_others_of_a_region_that_one_institution_dominates(long others) {
            assertThat(country(
                                    times(19, trained(ABAI, "school-1")),
                                    times(others, trained(ABAI, "school-2")),
                                    times(15, trained(AKMOLA, "school-3")))
                            .trained())
                    .isEqualTo(30);
        }

        @Test
        void is_not_published_if_no_region_is() {
            assertThat(country(times(9, trained(ABAI, "school-1")), times(9, trained(AKMOLA, "school-2"))))
                    .isEqualTo(PublishedCounts.NONE);
        }
    }

    @Nested
    class Daily {

        private static ExactCohort tenInstitutions(long each) {
            return Population.cohort(LongStream.rangeClosed(1, 10)
                    .boxed()
                    .flatMap(i -> times(each, trained(ABAI, "school-" + i)).stream())
                    .toList());
        }

        @Test
        void is_the_country_from_a_thousand_trained_at_ten_institutions_on() {
            assertThat(DisclosureRule.isDaily(tenInstitutions(100))).isTrue();
        }

        @Test
        void is_not_the_country_with_fewer_than_a_thousand_trained() {
            assertThat(DisclosureRule.isDaily(tenInstitutions(99))).isFalse();
        }

        @Test
        void is_not_the_country_with_a_thousand_trained_at_nine_institutions() {
            assertThat(DisclosureRule.isDaily(Population.cohort(LongStream.rangeClosed(1, 9)
                            .boxed()
                            .flatMap(i -> times(200, trained(ABAI, "school-" + i)).stream())
                            .toList())))
                    .isFalse();
        }

        @ParameterizedTest
        @ValueSource(longs = {0, 1, 9})
        void does_not_show_whether_a_tenth_institution_has_trained_a_few(long few) {
            List<Person> people = new ArrayList<>(times(few, trained(AKMOLA, "school-10")));
            for (int i = 1; i <= 9; i++) {
                people.addAll(times(200, trained(ABAI, "school-" + i)));
            }

            assertThat(DisclosureRule.isDaily(Population.cohort(people))).isFalse();
        }
    }

    @Nested
    class TenthInstitution {

        @ParameterizedTest
        @ValueSource(longs = {0, 1, 9})
        void is_not_seen_through_the_few_whom_another_institution_does_not_know(long others) {
            List<Person> people = new ArrayList<>(times(9, trained(AKMOLA, "school-10", "centre")));
            people.addAll(times(others, trained(AKMOLA, "centre")));
            for (int i = 1; i <= 9; i++) {
                people.addAll(times(200, trained(ABAI, "school-" + i)));
            }

            assertThat(DisclosureRule.isDaily(Population.cohort(people))).isFalse();
        }
    }

    @Nested
    class Reached {

        private static ExactCohort trainedBySchool(long count, long others) {
            return Population.cohort(
                    people(times(count, trained(ABAI, "school-1")), times(others, trained(ABAI, "school-2"))));
        }

        @Test
        void is_a_target_from_a_thousand_on_to_the_person() {
            assertThat(DisclosureRule.isReached(1_005L, trainedBySchool(1_004, 0)))
                    .isFalse();
            assertThat(DisclosureRule.isReached(1_005L, trainedBySchool(1_005, 0)))
                    .isTrue();
        }

        @ParameterizedTest
        @ValueSource(longs = {0, 1, 9})
        void is_no_target_by_people_who_are_not_usable(long others) {
            assertThat(DisclosureRule.isReached(1_000L, trainedBySchool(999, others)))
                    .isFalse();
        }

        @Test
        void is_not_published_to_the_person_for_a_lower_target() {
            assertThat(DisclosureRule.isReached(999L, trainedBySchool(2_000, 0)))
                    .isFalse();
        }

        @Test
        void is_not_published_without_a_target() {
            assertThat(DisclosureRule.isReached(null, trainedBySchool(2_000, 0)))
                    .isFalse();
        }
    }

    @Nested
    class PeopleOfAllCohorts {

        @Test
        void are_thousands_rounded_down() {
            assertThat(DisclosureRule.people(12_999, 20_000)).isEqualTo(12_000);
        }

        @Test
        void are_published_from_ten_thousand_on() {
            assertThat(DisclosureRule.people(9_999, 20_000)).isNull();
            assertThat(DisclosureRule.people(10_000, 20_000)).isEqualTo(10_000);
        }

        @Test
        void are_at_most_the_usable_counts_of_the_cohorts() {
            assertThat(DisclosureRule.people(12_001, 11_999)).isEqualTo(11_000);
        }
    }
}
