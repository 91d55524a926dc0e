package kz.qadam.reporting.release;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;

/** Random people of a cohort. The same seed gives the same people. */
final class RandomPeople {

    private static final List<String> REGIONS = List.of("KZ-10", "KZ-11", "KZ-15", "KZ-19", "unknown");
    private static final List<String> COURSES = List.of("AI-101", "BD-201", "PE-301");
    private static final int INSTITUTIONS = 4;
    private static final int MOST = 120;

    private final SplittableRandom random;

    RandomPeople(long seed) {
        this.random = new SplittableRandom(seed);
    }

    /** Some people in several regions, of whom some learn at several institutions. */
    List<Person> inSeveralRegions() {
        List<Person> people = new ArrayList<>();
        double shared = random.nextDouble();
        for (String region : REGIONS) {
            for (int i = random.nextInt(INSTITUTIONS + 1); i > 0; i--) {
                for (int count = random.nextInt(random.nextBoolean() ? MOST : 12); count > 0; count--) {
                    people.add(person(region, institutions(region, region + "-school-" + i, shared)));
                }
            }
        }
        return people;
    }

    /** Some learn at the centre, which is in all regions, and some at another school too. */
    private Set<String> institutions(String region, String school, double shared) {
        Set<String> institutions = new HashSet<>(Set.of(school));
        if (random.nextDouble() < shared) {
            institutions.add("centre");
        }
        if (random.nextDouble() < 0.1) {
            institutions.add(region + "-school-" + (1 + random.nextInt(INSTITUTIONS)));
        }
        return institutions;
    }

    /**
     * People of one region, as an institution may meet them: one that knows nearly everybody, small ones, and some whom
     * several have enrolled.
     */
    List<Person> inOneRegion(String region) {
        List<Person> people = new ArrayList<>();
        int institutions = 2 + random.nextInt(4);
        for (int i = 0; i < institutions; i++) {
            int most = i == 0 ? 60 : random.nextBoolean() ? 25 : 12;
            double shared = random.nextBoolean() ? 0 : random.nextDouble();
            for (int count = random.nextInt(most); count > 0; count--) {
                Set<String> some = new HashSet<>(Set.of("school-" + i));
                if (random.nextDouble() < shared) {
                    some.add("school-" + random.nextInt(institutions));
                }
                people.add(person(region, some));
            }
        }
        return people;
    }

    private Person person(String region, Set<String> institutions) {
        Map<String, Set<String>> enrolled = new HashMap<>();
        Map<String, Set<String>> completed = new HashMap<>();
        String trainedBy = null;
        for (String one : institutions) {
            String course = COURSES.get(random.nextInt(COURSES.size()));
            enrolled.put(one, Set.of(course));
            if (random.nextDouble() < 0.8) {
                completed.put(one, Set.of(course));
                trainedBy = random.nextDouble() < 0.8 ? course : trainedBy;
            }
        }
        return new Person(region, enrolled, completed, trainedBy);
    }

    /** A number from 0 to below a bound. */
    int below(int bound) {
        return random.nextInt(bound);
    }
}
