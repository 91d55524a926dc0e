package kz.qadam.reporting.release;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * Decides what is published of exact counts, so that nobody can be found in what is published: not by comparing parts
 * with wholes, not by comparing releases, and not by an institution that subtracts its own people.
 *
 * <p>Sources: rounding of UCAS and HESA; the cell-key method of the ONS (Census 2021) and the averaging attack on it
 * (arXiv 1902.06414); the rounding rules of the US Census Disclosure Review Board.
 */
public final class DisclosureRule {

    /** Every release names the version of the rule that made it. */
    public static final int VERSION = 1;

    /** Counts of people are multiples of this. */
    public static final int UNIT = 10;

    /** The unit of courses and areas. */
    public static final int UNIT_OF_COURSES = 100;

    /** The unit of people in any cohort, who are published from {@link #FEWEST_PEOPLE} on. */
    private static final long UNIT_OF_PEOPLE = 1_000;

    private static final long FEWEST_PEOPLE = 10_000;

    /** So many people must be outside an institution for its people to be published together with theirs. */
    private static final int FEWEST_OUTSIDE = 10;

    /** The country of a cohort is published daily from these on. */
    private static final long DAILY_FROM_TRAINED = 1_000;

    private static final long DAILY_FROM_INSTITUTIONS = 10;

    /** Whether a cohort has reached its target is exact from this target on. */
    private static final long EXACT_FROM_TARGET = 1_000;

    private DisclosureRule() {}

    /**
     * The usable counts of a region: of each measure the least of its people, of the usable count of the wider measure,
     * and of the people of every institution outside which there are fewer than ten.
     */
    public static FunnelCounts usable(ExactPlace region) {
        Collection<FunnelCounts> own = region.byInstitution().values();
        FunnelCounts people = region.people();
        long enrolled = usable(
                people.enrolled(), own.stream().map(FunnelCounts::enrolled), Long.MAX_VALUE);
        long completed = usable(people.completed(), own.stream().map(FunnelCounts::completed), enrolled);
        long trained = usable(people.trained(), own.stream().map(FunnelCounts::trained), completed);
        return new FunnelCounts(enrolled, completed, trained);
    }

    private static long usable(long people, Stream<Long> own, long wider) {
        long most = Math.min(wider, people);
        return own.filter(count -> people - count < FEWEST_OUTSIDE)
                .min(Comparator.naturalOrder())
                .map(least -> Math.min(least, most))
                .orElse(most);
    }

    /** The published counts of a region. */
    public static PublishedCounts region(ExactPlace region) {
        return PublishedCounts.of(usable(region), UNIT);
    }

    /**
     * The published counts of the country: the sum of its usable regions, so that no region can be found by subtracting
     * the others from it.
     */
    public static PublishedCounts country(ExactCohort cohort) {
        FunnelCounts sum = cohort.regions().values().stream()
                .map(DisclosureRule::usable)
                .map(usable -> usable.map(count -> count < UNIT ? 0 : count))
                .reduce(FunnelCounts.NONE, FunnelCounts::plus);
        return PublishedCounts.of(sum.atMost(cohort.people()), UNIT);
    }

    /** The published counts of a course or an area; none if fewer than a hundred people are outside one institution. */
    public static PublishedCounts course(ExactPlace course) {
        Collection<FunnelCounts> own = course.byInstitution().values();
        FunnelCounts people = course.people();
        long enrolled = ofCourse(
                people.enrolled(), own.stream().map(FunnelCounts::enrolled), Long.MAX_VALUE);
        long completed = ofCourse(people.completed(), own.stream().map(FunnelCounts::completed), enrolled);
        long trained = ofCourse(people.trained(), own.stream().map(FunnelCounts::trained), completed);
        return PublishedCounts.of(new FunnelCounts(enrolled, completed, trained), UNIT_OF_COURSES);
    }

    private static long ofCourse(long people, Stream<Long> own, long wider) {
        boolean isFew = people - own.max(Comparator.naturalOrder()).orElse(0L) < UNIT_OF_COURSES;
        return isFew ? 0 : Math.min(people, wider);
    }

    /** Distinct people over all published cohorts; null if there are too few to publish. */
    public static Long people(long distinct) {
        return distinct < FEWEST_PEOPLE ? null : PublishedCounts.rounded(distinct, UNIT_OF_PEOPLE);
    }

    /** Whether the country is published daily until the next month end. */
    static boolean isDaily(ExactCohort cohort, PublishedCounts country) {
        return country.trained() != null
                && country.trained() >= DAILY_FROM_TRAINED
                && cohort.trainingInstitutions() >= DAILY_FROM_INSTITUTIONS;
    }

    /** Whether it is published that the target is reached although the published count may be lower. */
    static boolean isReachedExactly(Long target, ExactCohort cohort) {
        return target != null
                && target >= EXACT_FROM_TARGET
                && cohort.people().trained() >= target;
    }

    /** The published counts of a cohort that has reached its target: no measure is below the target. */
    static PublishedCounts reached(long target, PublishedCounts counts) {
        long least = target - target % UNIT;
        return new PublishedCounts(
                atLeast(least, counts.enrolled()),
                atLeast(least, counts.completed()),
                atLeast(least, counts.trained()));
    }

    private static Long atLeast(long least, Long count) {
        return count == null ? (Long) least : (Long) Math.max(least, count);
    }

    /** The institutions of a region that report; only the active ones if one of the counts is below three. */
    static ReleasedCoverage.Row coverage(ReleasedCoverage.Row exact) {
        boolean isFew = List.of(exact.reported(), exact.zero(), exact.silent(), exact.never()).stream()
                .anyMatch(count -> count < FEWEST_INSTITUTIONS);
        return isFew || exact.active() < FEWEST_INSTITUTIONS
                ? new ReleasedCoverage.Row(exact.region(), exact.active(), null, null, null, null)
                : exact;
    }

    private static final long FEWEST_INSTITUTIONS = 3;
}
