package kz.qadam.reporting.release;

import static kz.qadam.reporting.release.Person.trained;
import static kz.qadam.reporting.release.Population.times;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CourseDisclosureRuleTest {

    private static final String ABAI = "KZ-10";
    private static final String AKMOLA = "KZ-11";

    @SafeVarargs
    private static PublishedCounts course(List<Person>... people) {
        List<Person> all = new ArrayList<>();
        for (List<Person> some : people) {
            all.addAll(some);
        }
        return CourseDisclosureRule.of(
                Population.cohort(all), place -> place.courses().getOrDefault("AI-101", ExactPeople.NONE));
    }

    private static Person inAnotherCourse(String region, String institution) {
        return new Person(
                region, Map.of(institution, Set.of("BD-201")), Map.of(institution, Set.of("BD-201")), "BD-201");
    }

    @Test
    void counts_are_whole_hundreds_rounded_down() {
        assertThat(course(times(150, trained(ABAI, "school-1")), times(149, trained(ABAI, "school-2"))))
                .isEqualTo(new PublishedCounts(200L, 200L, 200L));
    }

    @Test
    void fewer_than_a_hundred_are_absent() {
        assertThat(course(times(50, trained(ABAI, "school-1")), times(49, trained(ABAI, "school-2"))))
                .isEqualTo(PublishedCounts.NONE);
    }

    @Test
    void places_add_up_before_they_are_rounded() {
        assertThat(course(
                        times(60, trained(ABAI, "school-1")),
                        times(50, trained(ABAI, "school-2")),
                        times(50, trained(AKMOLA, "school-3")),
                        times(40, trained(AKMOLA, "school-4"))))
                .isEqualTo(new PublishedCounts(200L, 200L, 200L));
    }

    @ParameterizedTest
    @ValueSource(longs = {0, 1, 5, 9})
    void a_place_in_which_one_institution_holds_the_course_is_not_counted(long few) {
        assertThat(course(
                        times(100, trained(ABAI, "school-1")),
                        times(100, trained(ABAI, "school-2")),
                        times(99, trained(AKMOLA, "school-3")),
                        times(few, trained(AKMOLA, "school-4"))))
                .isEqualTo(new PublishedCounts(200L, 200L, 200L));
    }

    /** If the place were counted since its people are held, the course would grow by the new holder and the few. */
    @ParameterizedTest
    @ValueSource(longs = {9, 10})
    void a_course_does_not_grow_by_a_place_whose_people_are_held_and_whose_course_is_not(long others) {
        assertThat(course(
                        times(95, trained(ABAI, "school-1")),
                        times(95, trained(ABAI, "school-2")),
                        times(10, inAnotherCourse(AKMOLA, "school-3")),
                        times(5, trained(AKMOLA, "school-4")),
                        times(others, trained(AKMOLA, "school-5"))))
                .isEqualTo(new PublishedCounts(100L, 100L, 100L));
    }
}
