package kz.qadam.reporting.release;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/** Counts the people of a cohort: the same counts that the database makes from its records. */
public final class Population {

    private final SortedMap<String, List<Person>> byRegion;
    private final UnaryOperator<String> areaOfCourse;

    /** @param areaOfCourse gives the area of a course */
    public Population(Collection<Person> people, UnaryOperator<String> areaOfCourse) {
        this.byRegion =
                people.stream().collect(Collectors.groupingBy(Person::region, TreeMap::new, Collectors.toList()));
        this.areaOfCourse = areaOfCourse;
    }

    public static ExactCohort cohort(Collection<Person> people) {
        return new Population(people, course -> "ai").cohort();
    }

    /** These people, in one region. */
    public static RegionPeople region(Collection<Person> people) {
        Map<KnownPeople, Long> groups = new LinkedHashMap<>();
        people.forEach(person -> groups.merge(known(person), 1L, Long::sum));
        return new RegionPeople(groups.entrySet().stream()
                .map(group -> times(group.getKey(), group.getValue()))
                .toList());
    }

    public ExactCohort cohort() {
        SortedMap<String, ExactRegion> regions = new TreeMap<>();
        byRegion.forEach((region, people) -> regions.put(
                region,
                new ExactRegion(region(people), courses(people, course -> course), courses(people, areaOfCourse))));
        return new ExactCohort(regions);
    }

    private static KnownPeople times(KnownPeople one, long count) {
        return new KnownPeople(one.stage(), one.institutions(), one.completedWith(), count);
    }

    private static KnownPeople known(Person person) {
        Stage stage = person.isTrained() ? Stage.TRAINED : person.isCompleted() ? Stage.COMPLETED : Stage.ENROLLED;
        return new KnownPeople(
                stage, person.enrolled().keySet(), person.completed().keySet(), 1);
    }

    private SortedMap<String, ExactCourse> courses(List<Person> people, UnaryOperator<String> keyOfCourse) {
        Map<String, Counter> counters = new TreeMap<>();
        people.forEach(person -> keys(person.enrolled(), keyOfCourse)
                .forEach(key -> count(counters.computeIfAbsent(key, any -> new Counter()), person, key, keyOfCourse)));
        SortedMap<String, ExactCourse> courses = new TreeMap<>();
        counters.forEach((key, counter) -> courses.put(key, counter.course()));
        return courses;
    }

    private static void count(Counter counter, Person person, String key, UnaryOperator<String> keyOfCourse) {
        boolean isTrained =
                person.isTrained() && keyOfCourse.apply(person.trainedBy()).equals(key);
        counter.count(null, true, keys(person.completed(), keyOfCourse).contains(key), isTrained);
        person.enrolled()
                .keySet()
                .forEach(institution -> counter.count(
                        institution,
                        keys(person.enrolled().get(institution), keyOfCourse).contains(key),
                        keys(person.completed().getOrDefault(institution, Set.of()), keyOfCourse)
                                .contains(key),
                        isTrained));
    }

    private static Set<String> keys(Map<String, Set<String>> courses, UnaryOperator<String> keyOfCourse) {
        return courses.values().stream().flatMap(Set::stream).map(keyOfCourse).collect(Collectors.toSet());
    }

    private static Set<String> keys(Set<String> courses, UnaryOperator<String> keyOfCourse) {
        return courses.stream().map(keyOfCourse).collect(Collectors.toSet());
    }

    /** Sums people and those whom each institution knows. */
    private static final class Counter {

        private FunnelCounts people = FunnelCounts.NONE;
        private final Map<String, FunnelCounts> known = new HashMap<>();

        /** @param institution null: everybody */
        private void count(String institution, boolean isEnrolled, boolean isCompleted, boolean isTrained) {
            FunnelCounts one = new FunnelCounts(isEnrolled ? 1 : 0, isCompleted ? 1 : 0, isTrained ? 1 : 0);
            if (institution == null) {
                people = people.plus(one);
            } else {
                known.merge(institution, one, FunnelCounts::plus);
            }
        }

        private ExactCourse course() {
            return new ExactCourse(people, known);
        }
    }

    /** So many times the same person. */
    public static List<Person> times(long count, Person person) {
        List<Person> people = new ArrayList<>();
        for (long i = 0; i < count; i++) {
            people.add(person);
        }
        return people;
    }
}
