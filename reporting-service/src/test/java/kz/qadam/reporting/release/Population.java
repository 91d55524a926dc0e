package kz.qadam.reporting.release;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Counts the people of a cohort: the same counts that the database makes from its records. */
public final class Population {

    private final SortedMap<String, List<Person>> byRegion;
    private final UnaryOperator<String> areaOfCourse;
    private final UnaryOperator<String> ownerOfInstitution;

    /** Each institution is its own owner. */
    public Population(Collection<Person> people, UnaryOperator<String> areaOfCourse) {
        this(people, areaOfCourse, institution -> institution);
    }

    /**
     * @param areaOfCourse gives the area of a course
     * @param ownerOfInstitution gives the owner of an institution
     */
    public Population(
            Collection<Person> people, UnaryOperator<String> areaOfCourse, UnaryOperator<String> ownerOfInstitution) {
        this.byRegion =
                people.stream().collect(Collectors.groupingBy(Person::region, TreeMap::new, Collectors.toList()));
        this.areaOfCourse = areaOfCourse;
        this.ownerOfInstitution = ownerOfInstitution;
    }

    public static ExactCohort cohort(Collection<Person> people) {
        return new Population(people, course -> "ai").cohort();
    }

    /** These people, in one place. */
    public static ExactPeople place(Collection<Person> people) {
        return new Population(people, course -> "ai").people(people);
    }

    public ExactCohort cohort() {
        SortedMap<String, ExactPlaceCounts> places = new TreeMap<>();
        byRegion.forEach((region, people) -> places.put(
                region,
                new ExactPlaceCounts(
                        people(people), courses(people, course -> course), courses(people, areaOfCourse))));
        return new ExactCohort(places);
    }

    private ExactPeople people(Collection<Person> people) {
        Counter counter = new Counter();
        people.forEach(person -> counter.add(person, person.isCompleted(), person.isTrained()));
        return counter.people();
    }

    private SortedMap<String, ExactPeople> courses(List<Person> people, UnaryOperator<String> keyOfCourse) {
        SortedMap<String, Counter> counters = new TreeMap<>();
        people.forEach(person -> keys(person.enrolled(), keyOfCourse)
                .forEach(key -> counters.computeIfAbsent(key, any -> new Counter())
                        .add(
                                person,
                                keys(person.completed(), keyOfCourse).contains(key),
                                person.isTrained()
                                        && keyOfCourse.apply(person.trainedBy()).equals(key))));
        SortedMap<String, ExactPeople> courses = new TreeMap<>();
        counters.forEach((key, counter) -> courses.put(key, counter.people()));
        return courses;
    }

    private static Set<String> keys(Map<String, Set<String>> courses, UnaryOperator<String> keyOfCourse) {
        return courses.values().stream().flatMap(Set::stream).map(keyOfCourse).collect(Collectors.toSet());
    }

    /** Sums people and those whom one owner alone has enrolled. */
    private final class Counter {

        private FunnelCounts people = FunnelCounts.NONE;
        private final Map<String, FunnelCounts> alone = new HashMap<>();

        private void add(Person person, boolean isCompleted, boolean isTrained) {
            FunnelCounts one = new FunnelCounts(1, isCompleted || isTrained ? 1 : 0, isTrained ? 1 : 0);
            people = people.plus(one);
            Set<String> owners = Stream.concat(
                            person.enrolled().keySet().stream(), person.completed().keySet().stream())
                    .map(ownerOfInstitution)
                    .collect(Collectors.toSet());
            if (owners.size() == 1) {
                alone.merge(owners.iterator().next(), one, FunnelCounts::plus);
            }
        }

        private ExactPeople people() {
            return new ExactPeople(people, alone);
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
