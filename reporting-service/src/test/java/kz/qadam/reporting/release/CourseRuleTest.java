package kz.qadam.reporting.release;

import static kz.qadam.reporting.release.Person.trained;
import static kz.qadam.reporting.release.Population.times;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CourseRuleTest {

    private static final String ABAI = "KZ-10";
    private static final String AKMOLA = "KZ-11";

    @SafeVarargs
    private static PublishedCounts course(List<Person>... people) {
        List<Person> all = new ArrayList<>();
        for (List<Person> some : people) {
            all.addAll(some);
        }
        return CourseRule.of(
                Population.cohort(all), region -> region.courses().getOrDefault("AI-101", ExactCourse.NONE));
    }

    @Test
    void counts_are_whole_hundreds_rounded_down() {
        assertThat(course(times(150, trained(ABAI, "school-1")), times(149, trained(ABAI, "school-2"))))
                .isEqualTo(new PublishedCounts(200L, 200L, 200L));
    }

    @Test
    void a_course_with_fewer_than_a_hundred_outside_one_institution_is_absent() {
        assertThat(course(times(500, trained(ABAI, "school-1")), times(99, trained(ABAI, "school-2"))))
                .isEqualTo(PublishedCounts.NONE);
    }

    @Test
    void a_hundred_outside_each_institution_are_enough() {
        assertThat(course(times(500, trained(ABAI, "school-1")), times(100, trained(ABAI, "school-2"))))
                .isEqualTo(new PublishedCounts(600L, 600L, 600L));
    }

    @Test
    void regions_add_up() {
        assertThat(course(
                        times(60, trained(ABAI, "school-1")),
                        times(50, trained(ABAI, "school-2")),
                        times(50, trained(AKMOLA, "school-3")),
                        times(40, trained(AKMOLA, "school-4"))))
                .isEqualTo(new PublishedCounts(200L, 200L, 200L));
    }

    @ParameterizedTest
    @ValueSource(longs = {0, 1, 5, 9})
    void the_few_people_of_another_region_are_not_counted(long few) {
        assertThat(course(
                        times(100, trained(ABAI, "school-1")),
                        times(99, trained(ABAI, "school-2")),
                        times(1, trained(ABAI, "school-3")),
                        times(few, trained(AKMOLA, "school-4"))))
                .isEqualTo(new PublishedCounts(200L, 200L, 200L));
    }

    @ParameterizedTest
    @ValueSource(longs = {0, 1, 5, 9})
    void a_region_that_one_institution_dominates_is_not_counted(long others) {
        assertThat(course(
                        times(100, trained(ABAI, "school-1")),
                        times(100, trained(ABAI, "school-2")),
                        times(99, trained(AKMOLA, "school-3")),
                        times(others, trained(AKMOLA, "school-4"))))
                .isEqualTo(new PublishedCounts(200L, 200L, 200L));
    }
}
