package kz.qadam.reporting.release;

import static kz.qadam.reporting.release.Person.completed;
import static kz.qadam.reporting.release.Person.enrolled;
import static kz.qadam.reporting.release.Person.trained;
import static kz.qadam.reporting.release.Population.times;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
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
    private static PublishedCounts place(List<Person>... some) {
        return DisclosureRule.place(Population.place(people(some)));
    }

    /** People of institutions that have so many each, all trained. */
    private static List<Person> ofEach(long... counts) {
        List<Person> people = new ArrayList<>();
        for (int i = 0; i < counts.length; i++) {
            people.addAll(times(counts[i], trained(ABAI, "school-" + i)));
        }
        return people;
    }

    @Nested
    class OfPlace {

        @Test
        void has_everybody_rounded_down_to_a_ten() {
            assertThat(place(
                            times(20, trained(ABAI, "school-1")),
                            times(10, trained(ABAI, "school-2")),
                            times(11, completed(ABAI, "school-2")),
                            times(18, enrolled(ABAI, "school-3"))))
                    .isEqualTo(new PublishedCounts(50L, 40L, 30L));
        }

        @Test
        void is_published_if_two_institutions_have_ten_people_each_whom_no_other_has() {
            assertThat(place(ofEach(10, 10)).trained()).isEqualTo(20);
        }

        @ParameterizedTest
        @CsvSource({"9, 9", "10, 9", "180, 9", "180, 0", "0, 0"})
        void is_not_published_if_there_are_not_two_holders(long first, long second) {
            assertThat(place(ofEach(first, second))).isEqualTo(PublishedCounts.NONE);
        }

        @Test
        void decides_on_each_measure_by_itself() {
            assertThat(place(
                            times(10, trained(ABAI, "school-1")),
                            times(9, trained(ABAI, "school-2")),
                            times(1, completed(ABAI, "school-2"))))
                    .isEqualTo(new PublishedCounts(20L, 20L, null));
        }

        @Test
        void has_no_holder_by_people_whom_several_institutions_have_enrolled() {
            assertThat(place(times(100, trained(ABAI, "school-1", "school-2")))).isEqualTo(PublishedCounts.NONE);
        }

        @Test
        void has_no_holder_by_completions_of_people_who_are_enrolled_elsewhere_too() {
            assertThat(place(
                            times(50, trained(ABAI, "school-1")),
                            times(50, trained(ABAI, "centre").alsoEnrolledBy("school-1"))))
                    .isEqualTo(PublishedCounts.NONE);
        }
    }

    /** Each shows why a rule that was tried before, or instead, was rejected. */
    @Nested
    class GoldenCase {

        /**
         * Only people whom each institution knew were counted that knew nearly everybody: the number grew as soon as the
         * third one and the small one had ten together.
         */
        @ParameterizedTest
        @CsvSource({"180, 3, 190", "180, 7, 190", "218, 2, 230", "218, 5, 230"})
        void an_institution_is_no_ruler_for_a_small_one_by_its_own_number(long large, long small, long published) {
            for (long own = 0; own <= 9; own++) {
                assertThat(place(ofEach(large, small, own)).trained()).isNull();
            }
            for (long own = 10; own <= 13 && large + small + own < published + 10; own++) {
                assertThat(place(ofEach(large, small, own)).trained()).isEqualTo(published);
            }
        }

        /** When small institutions were left out, except if they had fifty together, the fifty showed each of them. */
        @Test
        void many_small_institutions_are_not_added_up() {
            assertThat(place(ofEach(9, 9, 9, 9, 9, 5)).trained()).isNull();
            assertThat(place(ofEach(10, 9, 9, 9, 9, 5)).trained()).isNull();
        }

        /** The number would be one institution's own, under the name of a place. */
        @Test
        void the_people_of_the_only_holder_are_not_shown() {
            assertThat(place(ofEach(180, 5)).trained()).isNull();
        }

        /** A holder that stays one down to seven is seen to have seven, eight or nine. */
        @Test
        void a_holder_that_falls_below_ten_is_none_at_once() {
            assertThat(place(ofEach(40, 10)).trained()).isEqualTo(50);
            assertThat(place(ofEach(40, 9)).trained()).isNull();
        }

        /** The edge that remains: who knows nine of them sees the tenth. */
        @Test
        void the_tenth_person_of_the_second_holder_makes_the_number() {
            assertThat(place(ofEach(10, 9)).trained()).isNull();
            assertThat(place(ofEach(10, 10)).trained()).isEqualTo(20);
        }

        /** What remains: a further enrolment takes the number away. */
        @Test
        void an_institution_that_enrols_one_of_ten_takes_the_number_away() {
            assertThat(place(
                                    times(30, trained(ABAI, "large")),
                                    times(10, trained(ABAI, "small")),
                                    times(5, trained(ABAI, "large", "small")))
                            .trained())
                    .isEqualTo(40);
            assertThat(place(
                                    times(30, trained(ABAI, "large")),
                                    times(9, trained(ABAI, "small")),
                                    times(1, trained(ABAI, "small").alsoEnrolledBy("large")),
                                    times(5, trained(ABAI, "large", "small")))
                            .trained())
                    .isNull();
        }

        @Test
        void two_institutions_of_one_owner_are_one_holder() {
            List<Person> people = people(
                    times(10, trained(ABAI, "branch-1")),
                    times(10, trained(ABAI, "branch-2")),
                    times(5, trained(ABAI, "school")));

            assertThat(DisclosureRule.country(new Population(
                                    people,
                                    course -> "ai",
                                    institution -> institution.startsWith("branch") ? "owner" : institution)
                            .cohort()))
                    .isEqualTo(PublishedCounts.NONE);
        }
    }

    @Nested
    class OfCountry {

        @Test
        void is_the_sum_of_its_published_places_before_they_are_rounded() {
            assertThat(DisclosureRule.country(Population.cohort(people(
                                    times(15, trained(ABAI, "school-1")),
                                    times(10, trained(ABAI, "school-2")),
                                    times(15, trained(AKMOLA, "school-3")),
                                    times(10, trained(AKMOLA, "school-4")))))
                            .trained())
                    .isEqualTo(50);
        }

        @ParameterizedTest
        @ValueSource(longs = {0, 1, 9, 500})
        void does_not_contain_places_that_are_not_published(long hidden) {
            assertThat(DisclosureRule.country(Population.cohort(people(
                                    times(15, trained(ABAI, "school-1")),
                                    times(10, trained(ABAI, "school-2")),
                                    times(hidden, trained(AKMOLA, "school-3")))))
                            .trained())
                    .isEqualTo(20);
        }

        @Test
        void is_not_published_if_no_place_is() {
            assertThat(DisclosureRule.country(Population.cohort(
                            people(times(50, trained(ABAI, "school-1")), times(50, trained(AKMOLA, "school-2"))))))
                    .isEqualTo(PublishedCounts.NONE);
        }
    }

    @Nested
    class Weekly {

        private static ExactCohort institutions(int count, long each) {
            return Population.cohort(LongStream.rangeClosed(1, count)
                    .boxed()
                    .flatMap(i -> times(each, trained(ABAI, "school-" + i)).stream())
                    .toList());
        }

        @Test
        void is_the_country_from_a_thousand_trained_held_by_ten_institutions_on() {
            assertThat(DisclosureRule.isWeekly(institutions(10, 100))).isTrue();
        }

        @Test
        void is_not_the_country_with_fewer_than_a_thousand_trained() {
            assertThat(DisclosureRule.isWeekly(institutions(10, 99))).isFalse();
        }

        @Test
        void is_not_the_country_with_a_thousand_trained_held_by_nine_institutions() {
            assertThat(DisclosureRule.isWeekly(institutions(9, 200))).isFalse();
        }

        @ParameterizedTest
        @ValueSource(longs = {0, 1, 9, 100})
        void does_not_show_whether_a_tenth_institution_works_alone_in_a_place(long hidden) {
            List<Person> people = new ArrayList<>(times(hidden, trained(AKMOLA, "school-10")));
            for (int i = 1; i <= 9; i++) {
                people.addAll(times(200, trained(ABAI, "school-" + i)));
            }

            assertThat(DisclosureRule.isWeekly(Population.cohort(people))).isFalse();
        }
    }

    @Nested
    class Reached {

        private static ExactCohort trainedBySchools(long first, long second) {
            return Population.cohort(
                    people(times(first, trained(ABAI, "school-1")), times(second, trained(ABAI, "school-2"))));
        }

        @Test
        void is_a_target_from_a_thousand_on_to_the_person() {
            assertThat(DisclosureRule.isReached(1_005L, trainedBySchools(994, 10)))
                    .isFalse();
            assertThat(DisclosureRule.isReached(1_005L, trainedBySchools(995, 10)))
                    .isTrue();
        }

        @ParameterizedTest
        @ValueSource(longs = {0, 1, 9})
        void is_no_target_by_people_who_are_not_published(long others) {
            assertThat(DisclosureRule.isReached(1_000L, trainedBySchools(1_000, others)))
                    .isFalse();
        }

        @Test
        void is_not_published_to_the_person_for_a_lower_target() {
            assertThat(DisclosureRule.isReached(999L, trainedBySchools(2_000, 10)))
                    .isFalse();
        }

        @Test
        void is_not_published_without_a_target() {
            assertThat(DisclosureRule.isReached(null, trainedBySchools(2_000, 10)))
                    .isFalse();
        }
    }

    @Nested
    class PeopleOfAllCohorts {

        @Test
        void are_thousands_rounded_down() {
            assertThat(DisclosureRule.people(12_999)).isEqualTo(12_000);
        }

        @Test
        void are_published_from_ten_thousand_on() {
            assertThat(DisclosureRule.people(9_999)).isNull();
            assertThat(DisclosureRule.people(10_000)).isEqualTo(10_000);
        }
    }
}
