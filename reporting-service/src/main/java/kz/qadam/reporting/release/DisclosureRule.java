package kz.qadam.reporting.release;

/**
 * Decides what is published of exact counts, so that nobody can be found in what is published: not by comparing parts
 * with wholes, not by comparing releases, and not by an institution that subtracts its own people.
 *
 * <p>Fewer than ten people whom an institution does not know never change anything that is published: what is published
 * of its region is the same for none of them and for nine. Therefore only {@linkplain UsablePeople some} of its people are counted; decision
 * 140 tells how the rule was attacked.
 *
 * <p>Sources: rounding of UCAS and HESA; the cell-key method of the ONS (Census 2021) and the averaging attack on it
 * (arXiv 1902.06414); the rounding rules of the US Census Disclosure Review Board.
 */
public final class DisclosureRule {

    /**
     * Every release names the version of the rule that made it. The first version left out people once for each
     * institution that does not know them.
     */
    public static final int VERSION = 2;

    /** Counts of people are multiples of this. */
    public static final int UNIT = 10;

    /** The unit of people in any cohort, who are published from {@link #FEWEST_PEOPLE} on. */
    private static final long UNIT_OF_PEOPLE = 1_000;

    private static final long FEWEST_PEOPLE = 10_000;

    /** The country of a cohort is published daily from these on. */
    private static final long DAILY_FROM_TRAINED = 1_000;

    private static final long DAILY_FROM_INSTITUTIONS = 10;

    /** Whether a cohort has reached its target is published to the person from this target on. */
    private static final long EXACT_FROM_TARGET = 1_000;

    private DisclosureRule() {}

    /** The usable counts of a region. */
    public static FunnelCounts usable(RegionPeople region) {
        return UsablePeople.of(region).counts();
    }

    /** The published counts of a region. */
    public static PublishedCounts region(RegionPeople region) {
        return PublishedCounts.of(usable(region), UNIT);
    }

    /**
     * The usable counts of the country: the sum of the usable counts of those regions whose count is published, so that
     * no region can be found by subtracting the others from it.
     */
    public static FunnelCounts usable(ExactCohort cohort) {
        return cohort.regions().values().stream()
                .map(region -> usable(region.people()).map(count -> count < UNIT ? 0 : count))
                .reduce(FunnelCounts.NONE, FunnelCounts::plus);
    }

    /** The published counts of the country. */
    public static PublishedCounts country(ExactCohort cohort) {
        return PublishedCounts.of(usable(cohort), UNIT);
    }

    /**
     * Distinct people over some cohorts, at most the sum of their usable counts; null if there are too few to publish.
     */
    static Long people(long distinct, long usable) {
        long people = Math.min(distinct, usable);
        return people < FEWEST_PEOPLE ? null : PublishedCounts.rounded(people, UNIT_OF_PEOPLE);
    }

    /** Whether the country is published daily until the next month end. */
    static boolean isDaily(ExactCohort cohort) {
        return usable(cohort).trained() >= DAILY_FROM_TRAINED
                && trainingInstitutions(cohort) >= DAILY_FROM_INSTITUTIONS;
    }

    /**
     * How many institutions know ten or more trained people of a region who are counted. Fewer would show where there are
     * only few, and others whom another institution does not know.
     */
    private static long trainingInstitutions(ExactCohort cohort) {
        return cohort.regions().values().stream()
                .flatMap(region -> UsablePeople.of(region.people()).trainingInstitutions(UNIT))
                .distinct()
                .count();
    }

    /** Whether it is published that the target is reached: by the usable count, which is not rounded to tens. */
    static boolean isReached(Long target, ExactCohort cohort) {
        return target != null && target >= EXACT_FROM_TARGET && usable(cohort).trained() >= target;
    }
}
