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
                    people.add(person(region, region + "-school-" + i, random.nextDouble() < shared));
                }
            }
        }
        return people;
    }

    private Person person(String region, String institution, boolean isAtCentre) {
        Map<String, Set<String>> enrolled = new HashMap<>();
        Map<String, Set<String>> completed = new HashMap<>();
        String trainedBy = null;
        Set<String> institutions = new HashSet<>(isAtCentre ? Set.of(institution, "centre") : Set.of(institution));
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
