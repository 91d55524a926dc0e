package kz.qadam.reporting.history;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import kz.qadam.reporting.Events;

/**
 * Courses change their area, institutions their region, kind and status, cohorts their target and their requirement, from
 * days that may have passed: all by chance.
 */
final class RandomCatalogue {

    private static final List<String> AREAS = List.of("ai", "big-data", "digitalisation");
    private static final List<String> KINDS = List.of("school", "university", "agency");
    private static final List<String> STATUSES = List.of("active", "active", "suspended", "closed");
    private static final List<String> FROM =
            List.of("2000-01-01", "2026-03-01", "2026-06-01", "2026-06-01", "2026-09-15", "2027-02-01");

    /** @param target null: there is none */
    private record Version(int number, String validFrom, Long target, int minCourses) {

        String json() {
            return """
                    {"version": %d, "validFrom": "%s", "target": %s, "requirement": %s,
                     "recordedAt": "2026-01-01T00:00:00Z"}""".formatted(
                    number, validFrom, target, minCourses == 1 ? "{}" : "{\"minCourses\": %d}".formatted(minCourses));
        }
    }

    private final Random random;
    private final String name;
    private final Map<String, List<Version>> cohorts = new HashMap<>();
    private final Map<String, Long> versions = new HashMap<>();
    private final Set<String> keys = new HashSet<>();
    private long evaluations = 1;

    RandomCatalogue(Random random, String name) {
        this.random = random;
        this.name = name;
        cohorts().forEach(cohort -> {
            Events.cohort(cohort, 10L);
            cohorts.put(cohort, new ArrayList<>(List.of(new Version(1, "2000-01-01", 10L, 1))));
        });
    }

    List<String> cohorts() {
        return List.of(name + "-a", name + "-b");
    }

    String anyCourse() {
        return random.nextInt(4) == 0 ? "AI-101" : described();
    }

    String anyInstitution() {
        return name + "-school-" + random.nextInt(3);
    }

    /** How many courses make trained in a cohort on a day. */
    int minCourses(String cohort, String day) {
        return cohorts.get(cohort).stream()
                .filter(one -> one.validFrom().compareTo(day) <= 0)
                .max(Comparator.comparing(Version::validFrom).thenComparing(Version::number))
                .orElseThrow()
                .minCourses();
    }

    void describesCourse() {
        String code = described();
        Events.course(code, 20, any(AREAS), next("course/" + code));
        evaluated();
    }

    void describesInstitution() {
        String code = anyInstitution();
        long version = next("institution/" + code);
        Events.institution(
                code,
                any(KINDS),
                "School " + version,
                random.nextInt(4) == 0 ? null : any(List.of("KZ-71", "KZ-75")),
                any(STATUSES),
                version);
    }

    /** From some day on, which may have passed, a cohort has another target, or none, and may ask for more or less. */
    void changesCohort(String cohort) {
        List<Version> all = cohorts.get(cohort);
        int number = all.size() + 1;
        Long target = random.nextBoolean() ? null : (Long) (10L + random.nextInt(3));
        all.add(new Version(number, any(FROM), target, 1 + random.nextInt(2)));
        Events.cohort(cohort, number, all.stream().map(Version::json).collect(Collectors.joining(", ")));
        keys.add("cohort/" + cohort);
    }

    /** Everybody has been judged by all of it. */
    void evaluated() {
        evaluations++;
        cohorts().forEach(cohort -> {
            keys.add(cohort);
            Events.evaluated(cohort, evaluations, 1, cohorts.get(cohort).size());
        });
    }

    /** The keys of what was sent since this was asked last. */
    Set<String> takeKeys() {
        Set<String> taken = Set.copyOf(keys);
        keys.clear();
        return taken;
    }

    /** One whose area may be unknown, and may change. */
    private String described() {
        return name + "-course-" + random.nextInt(3);
    }

    private long next(String key) {
        keys.add(key);
        return versions.merge(key, 1L, Long::sum);
    }

    private <T> T any(List<T> all) {
        return all.get(random.nextInt(all.size()));
    }
}
