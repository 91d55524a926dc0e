package kz.qadam.reporting.history;

import static kz.qadam.reporting.CatalogueFixture.describeCohort;
import static kz.qadam.reporting.CatalogueFixture.describeCourse;
import static kz.qadam.reporting.CatalogueFixture.describeInstitution;
import static kz.qadam.reporting.CatalogueFixture.evaluateCohort;
import static kz.qadam.reporting.CatalogueFixture.givenCohort;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import kz.qadam.reporting.CohortVersion;

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

    private final Random random;
    private final String name;
    private final Map<String, List<CohortVersion>> cohorts = new HashMap<>();
    private final Map<String, Long> versions = new HashMap<>();
    private final Set<String> keys = new HashSet<>();
    private long evaluations = 1;

    RandomCatalogue(Random random, String name) {
        this.random = random;
        this.name = name;
        cohorts().forEach(cohort -> {
            givenCohort(cohort, 10L);
            cohorts.put(cohort, new ArrayList<>(List.of(CohortVersion.of(1, 10L))));
        });
    }

    List<String> cohorts() {
        return List.of(name + "-a", name + "-b");
    }

    String anyCourse() {
        return random.nextInt(4) == 0 ? "AI-101" : describedCourse();
    }

    String anyInstitution() {
        return name + "-school-" + random.nextInt(3);
    }

    /** How many courses make trained in a cohort on a day. */
    int minCourses(String cohort, String day) {
        return cohorts.get(cohort).stream()
                .filter(one -> one.validFrom().compareTo(day) <= 0)
                .max(Comparator.comparing(CohortVersion::validFrom).thenComparing(CohortVersion::number))
                .orElseThrow()
                .minCourses();
    }

    void describesCourse() {
        String code = describedCourse();
        describeCourse(code, 20, any(AREAS), next("course/" + code));
        evaluatesCohorts();
    }

    void describesInstitution() {
        String code = anyInstitution();
        long version = next("institution/" + code);
        String kind = any(KINDS);
        String region = random.nextInt(4) == 0 ? null : any(List.of("KZ-71", "KZ-75"));
        describeInstitution(code, kind, region, any(STATUSES), version);
    }

    /** From some day on, which may have passed, a cohort has another target, or none, and may ask for more or less. */
    void changesCohort(String cohort) {
        List<CohortVersion> all = cohorts.get(cohort);
        Long target = random.nextBoolean() ? null : (Long) (10L + random.nextInt(3));
        all.add(CohortVersion.of(all.size() + 1, target).from(any(FROM)).requiring(1 + random.nextInt(2)));
        describeCohort(cohort, all.toArray(CohortVersion[]::new));
        keys.add("cohort/" + cohort);
    }

    /** All learners have been evaluated by the newest versions. */
    void evaluatesCohorts() {
        evaluations++;
        cohorts().forEach(cohort -> {
            keys.add(cohort);
            evaluateCohort(cohort, evaluations, cohorts.get(cohort).size());
        });
    }

    /** The keys of what was published since this was asked last. */
    Set<String> takeKeys() {
        Set<String> taken = Set.copyOf(keys);
        keys.clear();
        return taken;
    }

    /** One whose area may be unknown, and may change. */
    private String describedCourse() {
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
