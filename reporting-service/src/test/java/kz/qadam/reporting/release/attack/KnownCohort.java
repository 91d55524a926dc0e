package kz.qadam.reporting.release.attack;

import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import kz.qadam.reporting.release.Person;

/**
 * The people of a cohort, by what institutions know of them.
 *
 * @param regions by code, each person once
 */
public record KnownCohort(SortedMap<String, RegionPeople> regions) {

    public KnownCohort {
        regions = Collections.unmodifiableSortedMap(new TreeMap<>(regions));
    }

    /** These people, by region. */
    public static KnownCohort of(Collection<Person> people) {
        SortedMap<String, RegionPeople> regions = new TreeMap<>();
        people.stream()
                .collect(Collectors.groupingBy(Person::region))
                .forEach((region, some) -> regions.put(region, region(some)));
        return new KnownCohort(regions);
    }

    /** These people, in one region. */
    public static RegionPeople region(Collection<Person> people) {
        Map<KnownPeople, Long> groups = new LinkedHashMap<>();
        people.forEach(person -> groups.merge(known(person), 1L, Long::sum));
        return new RegionPeople(groups.entrySet().stream()
                .map(group -> times(group.getKey(), group.getValue()))
                .toList());
    }

    private static KnownPeople times(KnownPeople one, long count) {
        return new KnownPeople(one.stage(), one.institutions(), one.completedWith(), count);
    }

    private static KnownPeople known(Person person) {
        Stage stage = person.isTrained() ? Stage.TRAINED : person.isCompleted() ? Stage.COMPLETED : Stage.ENROLLED;
        return new KnownPeople(
                stage, person.enrolled().keySet(), person.completed().keySet(), 1);
    }
}
