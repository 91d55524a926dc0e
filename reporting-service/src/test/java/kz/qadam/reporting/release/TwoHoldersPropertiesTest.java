package kz.qadam.reporting.release;

import static kz.qadam.reporting.release.Population.times;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The theorems of the rule, tried with random people; decision 235 has the proofs. */
@Tag("computation")
class TwoHoldersPropertiesTest {

    private static final String ABAI = "KZ-10";
    private static final int POPULATIONS = 2_000;

    private static final List<Predicate<Person>> MEASURES =
            List.of(person -> true, Person::isCompleted, Person::isTrained);

    static LongStream seeds() {
        return LongStream.rangeClosed(1, 30);
    }

    private static PublishedCounts published(List<Person> people) {
        return DisclosureRule.place(Population.place(people));
    }

    private static List<Long> measures(PublishedCounts counts) {
        List<Long> all = new ArrayList<>();
        all.add(counts.enrolled());
        all.add(counts.completed());
        all.add(counts.trained());
        return all;
    }

    private static Set<String> institutions(List<Person> people) {
        Set<String> all = new HashSet<>();
        people.forEach(person -> all.addAll(person.enrolled().keySet()));
        return all;
    }

    private static String bytes(List<Person> people) {
        return bytes(people, institution -> institution);
    }

    /** A release with everything that is made of these people. */
    private static String bytes(List<Person> people, UnaryOperator<String> owners) {
        ExactFixture exact = new ExactFixture()
                .cohort("pupils", 1_000L)
                .people("pupils", people)
                .owners(owners);
        return exact.release("2026-04-30", exact.monthEnd("2026-04-30"), List.of(exact.pastMonthEnd("2026-03-31")))
                .toString();
    }

    private static Person alsoEnrolledBy(String institution, Person person) {
        return person.enrolled().containsKey(institution) ? person : person.alsoEnrolledBy(institution);
    }

    @Test
    void fewer_than_ten_people_whom_an_institution_does_not_know_are_never_published() {
        int cases = 0;
        for (long seed = 0; seed < POPULATIONS; seed++) {
            List<Person> people = new RandomPeople(seed).inOneRegion(ABAI);
            List<Long> published = measures(published(people));
            for (String attacker : institutions(people)) {
                for (int measure = 0; measure < MEASURES.size(); measure++) {
                    long unknown = people.stream()
                            .filter(MEASURES.get(measure))
                            .filter(person -> !person.enrolled().containsKey(attacker))
                            .count();
                    if (unknown > 0 && unknown < 10) {
                        cases++;
                        assertThat(published.get(measure)).isNull();
                    }
                }
            }
        }
        assertThat(cases).isGreaterThan(1_000);
    }

    @Test
    void fewer_than_ten_people_in_a_course_whom_an_institution_does_not_know_are_in_no_sum() {
        int cases = 0;
        for (long seed = 0; seed < POPULATIONS; seed++) {
            List<Person> people = new RandomPeople(seed).inOneRegion(ABAI);
            ExactPlaceCounts place = Population.cohort(people).place(ABAI);
            for (Map.Entry<String, ExactPeople> course : place.courses().entrySet()) {
                for (String attacker : institutions(people)) {
                    long unknown = people.stream()
                            .filter(person -> !person.enrolled().containsKey(attacker))
                            .filter(person -> person.enrolled().values().stream()
                                    .anyMatch(courses -> courses.contains(course.getKey())))
                            .count();
                    if (unknown > 0 && unknown < 10) {
                        cases++;
                        assertThat(course.getValue().held()).isEqualTo(FunnelCounts.NONE);
                    }
                }
            }
        }
        assertThat(cases).isGreaterThan(1_000);
    }

    /** So nothing that is published depends on how many of some people are a small institution's. */
    @ParameterizedTest
    @MethodSource("seeds")
    void people_of_a_small_institution_who_become_those_of_a_holder_change_no_byte(long seed) {
        RandomPeople random = new RandomPeople(seed);
        List<Person> others = new ArrayList<>(random.inOneRegion(ABAI));
        others.addAll(random.inSeveralRegions());
        others.addAll(times(10 + random.below(150), Person.trained(ABAI, "large")));
        int own = random.below(26);
        others.addAll(times(own, Person.trained(ABAI, "attacker")));
        int few = random.below(10);
        List<Person> before = new ArrayList<>(others);
        List<Person> after = new ArrayList<>(others);
        for (int i = 0; i < few; i++) {
            int stage = random.below(3);
            before.add(atStage(stage, "small"));
            after.add(atStage(stage, i % 2 == 0 ? "large" : "small"));
        }

        assertThat(bytes(after)).isEqualTo(bytes(before));
    }

    private static Person atStage(int stage, String institution) {
        return switch (stage) {
            case 0 -> Person.enrolled(ABAI, institution);
            case 1 -> Person.completed(ABAI, institution);
            default -> Person.trained(ABAI, institution);
        };
    }

    /** Whatever number of its own people the attacker has, and whomever of the others it enrols. */
    @ParameterizedTest
    @MethodSource("seeds")
    void whether_there_is_a_number_does_not_depend_on_how_many_fewer_than_ten_a_small_institution_has(long seed) {
        RandomPeople random = new RandomPeople(seed);
        List<Person> others = random.inOneRegion(ABAI);
        String known = random.below(2) == 0 ? "school-0" : "school-1";
        int enrolled = random.below(3);
        int share = 1 + random.below(10);
        for (int own = 0; own <= 25; own++) {
            Set<String> states = new HashSet<>();
            for (int few = 0; few <= 9; few++) {
                List<Person> people = new ArrayList<>(times(own, Person.trained(ABAI, "attacker")));
                for (int i = 0; i < few; i++) {
                    Person one = Person.trained(ABAI, "small");
                    people.add(i < enrolled ? alsoEnrolledBy("attacker", one) : one);
                }
                for (int i = 0; i < others.size(); i++) {
                    boolean isEnrolled =
                            i % share == 0 && others.get(i).enrolled().containsKey(known);
                    people.add(isEnrolled ? alsoEnrolledBy("attacker", others.get(i)) : others.get(i));
                }
                states.add(measures(published(people)).stream()
                        .map(count -> count == null ? "null" : "number")
                        .toList()
                        .toString());
            }
            assertThat(states).hasSize(1);
        }
    }

    /** The number is that of everybody: the same for each way in which a holder and a small institution share them. */
    @Test
    void the_number_does_not_depend_on_how_many_fewer_than_ten_a_small_institution_has() {
        for (int own = 0; own <= 25; own++) {
            for (int together = 19; together <= 60; together++) {
                Set<PublishedCounts> all = new HashSet<>();
                for (int few = 0; few <= 9; few++) {
                    List<Person> people = new ArrayList<>(times(own, Person.trained(ABAI, "attacker")));
                    people.addAll(times(few, Person.trained(ABAI, "small")));
                    people.addAll(times(together - few, Person.trained(ABAI, "large")));
                    all.add(published(people));
                }
                assertThat(all).hasSize(1);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void one_more_person_and_one_more_step_lower_no_count(long seed) {
        RandomPeople random = new RandomPeople(seed);
        List<Person> people = new ArrayList<>(random.inOneRegion(ABAI));
        for (int i = 0; i < 60; i++) {
            PublishedCounts before = published(people);
            int place = people.isEmpty() ? 0 : random.below(people.size());
            if (people.isEmpty() || random.below(2) == 0) {
                people.add(atStage(random.below(3), "school-" + random.below(5)));
            } else {
                people.set(place, oneStepFurther(people.get(place)));
            }
            assertNotLower(published(people), before);
        }
    }

    private static Person oneStepFurther(Person person) {
        Map<String, Set<String>> completed = new HashMap<>(person.completed());
        String institution = person.enrolled().keySet().iterator().next();
        completed.put(institution, person.enrolled().get(institution));
        return new Person(
                person.region(),
                person.enrolled(),
                completed,
                person.isCompleted()
                        ? person.enrolled().get(institution).iterator().next()
                        : person.trainedBy());
    }

    private static void assertNotLower(PublishedCounts after, PublishedCounts before) {
        for (int measure = 0; measure < MEASURES.size(); measure++) {
            long least = orZero(measures(before).get(measure));
            assertThat(orZero(measures(after).get(measure))).isGreaterThanOrEqualTo(least);
        }
    }

    private static long orZero(Long count) {
        return count == null ? 0 : count;
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void a_count_is_everybody_rounded_down_to_a_ten_or_null_also_after_a_further_enrolment(long seed) {
        RandomPeople random = new RandomPeople(seed);
        List<Person> people = new ArrayList<>(random.inOneRegion(ABAI));
        for (int i = 0; i < 60 && !people.isEmpty(); i++) {
            int place = random.below(people.size());
            people.set(place, alsoEnrolledBy("school-" + random.below(5), people.get(place)));
            for (int measure = 0; measure < MEASURES.size(); measure++) {
                long everybody = people.stream().filter(MEASURES.get(measure)).count();
                assertThat(measures(published(people)).get(measure)).isIn(null, everybody - everybody % 10);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void a_place_that_nobody_or_one_institution_holds_changes_no_byte(long seed) {
        RandomPeople random = new RandomPeople(seed);
        List<Person> others = new ArrayList<>(random.inSeveralRegions());
        others.removeIf(person -> person.region().equals(ABAI));
        String nobody = bytes(others);
        for (int i = 0; i < 5; i++) {
            List<Person> people = new ArrayList<>(others);
            people.addAll(times(random.below(200), Person.trained(ABAI, "large")));
            people.addAll(times(random.below(200), Person.trained(ABAI, "large", "small")));
            people.addAll(times(random.below(10), Person.trained(ABAI, "small")));
            people.addAll(times(random.below(10), Person.completed(ABAI, "centre")));

            assertThat(bytes(people)).isEqualTo(nobody);
        }
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void institutions_of_one_owner_are_published_like_one_institution(long seed) {
        List<Person> people = new RandomPeople(seed).inSeveralRegions();
        UnaryOperator<String> owner =
                institution -> institution.endsWith("-1") || institution.endsWith("-2") ? "owner" : institution;

        assertThat(bytes(people, owner))
                .isEqualTo(bytes(people.stream()
                        .map(person -> new Person(
                                person.region(),
                                renamed(person.enrolled(), owner),
                                renamed(person.completed(), owner),
                                person.trainedBy()))
                        .toList()));
    }

    private static Map<String, Set<String>> renamed(Map<String, Set<String>> courses, UnaryOperator<String> owner) {
        Map<String, Set<String>> renamed = new HashMap<>();
        courses.forEach((institution, some) -> renamed.merge(
                owner.apply(institution),
                some,
                (first, second) -> Set.copyOf(
                        Stream.concat(first.stream(), second.stream()).collect(java.util.stream.Collectors.toSet()))));
        return renamed;
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void the_country_is_the_sum_of_published_places_and_nothing_else(long seed) {
        ExactCohort cohort = Population.cohort(new RandomPeople(seed).inSeveralRegions());
        long sum = cohort.places().values().stream()
                .filter(place -> DisclosureRule.place(place.people()).trained() != null)
                .mapToLong(place -> place.people().people().trained())
                .sum();

        assertThat(orZero(DisclosureRule.country(cohort).trained())).isEqualTo(sum - sum % 10);
    }

    @Test
    void a_macro_region_of_random_regions_is_divided_only_if_two_institutions_hold_each_part() {
        SeedsOfRegions.all()
                .forEach(one -> assertThat(DisclosureRule.inForce(one.regions(), Places.MACRO_REGIONS)
                                .divided()
                                .contains("east"))
                        .isEqualTo(one.isEachHeld()));
    }

    /** Two regions of the east, beside a north that is large enough. */
    private record SeedsOfRegions(ExactCohort regions, boolean isEachHeld) {

        static Stream<SeedsOfRegions> all() {
            return IntStream.rangeClosed(1, 30).mapToObj(seed -> {
                var random = new RandomPeople(seed);
                List<Person> people = new ArrayList<>(random.inOneRegion("KZ-10"));
                people.addAll(random.inOneRegion("KZ-63"));
                people.addAll(times(10_000, Person.trained("KZ-11", "school-1")));
                people.addAll(times(10_000, Person.trained("KZ-11", "school-2")));
                ExactCohort cohort = Population.cohort(people);
                return new SeedsOfRegions(cohort, isHeld(cohort, "KZ-10") && isHeld(cohort, "KZ-63"));
            });
        }

        private static boolean isHeld(ExactCohort cohort, String region) {
            return DisclosureRule.place(cohort.place(region).people()).trained() != null;
        }
    }
}
