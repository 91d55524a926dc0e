package kz.qadam.reporting.release.attack;

import static kz.qadam.reporting.release.Person.completed;
import static kz.qadam.reporting.release.Person.enrolled;
import static kz.qadam.reporting.release.Person.trained;
import static kz.qadam.reporting.release.Population.times;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import kz.qadam.reporting.release.Person;
import kz.qadam.reporting.release.PublishedCounts;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is published of a region, and of whom. */
class UsablePeopleTest {

    private static final String ABAI = "KZ-10";
    private static final Set<String> AI = Set.of("AI-101");

    @SafeVarargs
    private static PublishedCounts region(List<Person>... some) {
        List<Person> people = new ArrayList<>();
        for (List<Person> one : some) {
            people.addAll(one);
        }
        return Publication.VERSION_2.place(KnownCohort.region(people), Set.of());
    }

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
        assertThat(Publication.VERSION_2.place(RegionPeople.NONE, Set.of())).isEqualTo(PublishedCounts.NONE);
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
        Person completedElsewhere = new Person(ABAI, Map.of("school", AI, "centre", AI), Map.of("centre", AI), null);

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

    @ParameterizedTest
    @ValueSource(longs = {0, 1, 8, 9})
    void an_institution_whose_completions_are_known_before_its_enrolments_does_not_see_others(long others) {
        Person notYetEnrolledByCentre = new Person(ABAI, Map.of("school", AI), Map.of("centre", AI), null);

        assertThat(region(times(12, notYetEnrolledByCentre), times(others, completed(ABAI, "school")))
                        .completed())
                .isEqualTo(10);
    }
}
