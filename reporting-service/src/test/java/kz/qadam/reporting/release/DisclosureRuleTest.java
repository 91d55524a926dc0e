package kz.qadam.reporting.release;

import static kz.qadam.reporting.release.Person.completed;
import static kz.qadam.reporting.release.Person.enrolled;
import static kz.qadam.reporting.release.Person.trained;
import static kz.qadam.reporting.release.Population.times;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DisclosureRuleTest {

    private static final String ABAI = "KZ-10";
    private static final String AKMOLA = "KZ-11";
    private static final Set<String> AI = Set.of("AI-101");

    @SafeVarargs
    private static List<Person> people(List<Person>... some) {
        List<Person> all = new ArrayList<>();
        for (List<Person> one : some) {
            all.addAll(one);
        }
        return all;
    }

    @SafeVarargs
    private static PublishedCounts region(List<Person>... some) {
        return DisclosureRule.region(Population.region(people(some)));
    }

    @SafeVarargs
    private static PublishedCounts country(List<Person>... some) {
        return DisclosureRule.country(Population.cohort(people(some)));
    }

    @Nested
    class OfRegion {

        @Test
        void counts_are_whole_tens_rounded_down() {
            assertThat(region(
                            times(20, trained(ABAI, "school-1")),
                            times(10, trained(ABAI, "school-2")),
                            times(11, completed(ABAI, "school-2")),
                            times(18, enrolled(ABAI, "school-2"))))
                    .isEqualTo(new PublishedCounts(50L, 40L, 30L));
        }

        @Test
        void fewer_than_ten_are_not_published() {
            assertThat(region(times(9, trained(ABAI, "school-1")))).isEqualTo(PublishedCounts.NONE);
        }

        @Test
        void zero_looks_like_fewer_than_ten() {
            assertThat(DisclosureRule.region(RegionPeople.NONE)).isEqualTo(PublishedCounts.NONE);
        }

        @Test
        void ten_of_one_institution_are_published() {
            assertThat(region(times(10, trained(ABAI, "school-1"))).trained()).isEqualTo(10);
        }

        @Test
        void two_institutions_with_nine_each_are_not_published() {
            assertThat(region(times(9, trained(ABAI, "school-1")), times(9, trained(ABAI, "school-2"))))
                    .isEqualTo(PublishedCounts.NONE);
        }

        @ParameterizedTest
        @ValueSource(longs = {0, 1, 2, 5, 8, 9})
        void an_institution_does_not_see_whether_there_are_nine_others_or_none(long others) {
            assertThat(region(times(58, trained(ABAI, "school-1")), times(others, trained(ABAI, "school-2"))))
                    .isEqualTo(new PublishedCounts(50L, 50L, 50L));
        }

        @Test
        void ten_others_are_counted() {
            assertThat(region(times(58, trained(ABAI, "school-1")), times(10, trained(ABAI, "school-2"))))
                    .isEqualTo(new PublishedCounts(60L, 60L, 60L));
        }

        @ParameterizedTest
        @ValueSource(longs = {0, 1, 2, 5, 8, 9})
        void an_institution_does_not_see_others_behind_an_institution_that_knows_nearly_the_same_people(long others) {
            // The school has 57 pupils. The centre teaches 48 of them, and others.
            assertThat(region(
                            times(9, enrolled(ABAI, "school")),
                            times(48, enrolled(ABAI, "school", "centre")),
                            times(others, enrolled(ABAI, "centre"))))
                    .isEqualTo(new PublishedCounts(40L, null, null));
        }

        @ParameterizedTest
        @ValueSource(longs = {0, 1, 2, 5, 8, 9})
        void an_institution_that_sees_its_learners_trained_elsewhere_does_not_see_how_many_others_are(long others) {
            // The school knows that 58 of its pupils are trained, 11 of them by the centre.
            assertThat(region(
                                    times(47, trained(ABAI, "school")),
                                    times(11, trained(ABAI, "centre").alsoEnrolledBy("school")),
                                    times(others, trained(ABAI, "centre")))
                            .trained())
                    .isEqualTo(50);
        }

        @ParameterizedTest
        @ValueSource(longs = {0, 1, 2, 5, 8, 9})
        void an_institution_does_not_see_others_who_have_completed_together_with_its_own_elsewhere(long others) {
            // The school has 88 pupils. It knows that 79 have completed a course, and not that nine more have.
            Person completedElsewhere =
                    new Person(ABAI, Map.of("school", AI, "centre", AI), Map.of("centre", AI), null);

            assertThat(region(
                            times(79, completed(ABAI, "school")),
                            times(9, completedElsewhere),
                            times(others, completed(ABAI, "centre"))))
                    .isEqualTo(new PublishedCounts(80L, 70L, null));
        }

        @ParameterizedTest
        @ValueSource(longs = {0, 1, 2, 5, 8, 9})
        void several_institutions_that_know_the_same_people_do_not_see_whether_there_are_others(long others) {
            assertThat(region(
                            times(30, trained(ABAI, "school", "centre", "platform")),
                            times(others, trained(ABAI, "other-school"))))
                    .isEqualTo(new PublishedCounts(30L, 30L, 30L));
        }

        @Test
        void only_people_are_counted_whom_each_institution_that_knows_nearly_everybody_knows() {
            // Nine pupils are not at the centre. Of those who are, nine are not on the platform.
            PublishedCounts published = region(
                    times(9, trained(ABAI, "school")),
                    times(9, trained(ABAI, "school", "centre")),
                    times(32, trained(ABAI, "school", "centre", "platform")));

            assertThat(published).isEqualTo(new PublishedCounts(30L, 30L, 30L));
        }

        @Test
        void those_who_are_not_counted_as_enrolled_are_not_counted_as_trained() {
            // The centre trains 20 pupils of the school, and nine whom the school does not know.
            PublishedCounts published = region(
                    times(50, enrolled(ABAI, "school")),
                    times(20, trained(ABAI, "school", "centre")),
                    times(9, trained(ABAI, "centre")));

            assertThat(published).isEqualTo(new PublishedCounts(70L, 20L, 20L));
        }
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
