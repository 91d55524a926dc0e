package kz.qadam.reporting.release;

import java.util.List;
import java.util.stream.Stream;
import kz.qadam.reporting.catalogue.MacroRegion;

/**
 * Decides what is published of exact counts, so that nobody can be found in what is published: not by comparing parts
 * with wholes, not by comparing releases, and not by an institution that subtracts its own people or adds some.
 *
 * <p>An owner of institutions <em>holds</em> a count of a place if at least ten of its people are enrolled with this owner
 * and with no other. A count is published only if two owners hold it: then it has everybody, rounded down to a ten.
 * Otherwise it is null, and in no sum. So fewer than ten people whom an institution does not know always make null; and
 * nothing changes if people of an institution with fewer than ten become those of a holder, so that a third institution
 * cannot count a small one. Decision 235 has the proofs, and how the rule was attacked.
 *
 * <p>Sources: rounding of UCAS and HESA; the cell-key method of the ONS (Census 2021) and the averaging attack on it
 * (arXiv 1902.06414); the rounding rules of the US Census Disclosure Review Board.
 */
public final class DisclosureRule {

    /**
     * Every release names the version of the rule that made it. The first two versions counted only some people of a
     * region: those whom each institution knew that knew nearly everybody.
     */
    public static final int VERSION = 3;

    /** Counts of people are multiples of this. */
    public static final int UNIT = 10;

    /** The unit of people in any cohort, who are published from {@link #FEWEST_PEOPLE} on. */
    private static final long UNIT_OF_PEOPLE = 1_000;

    private static final long FEWEST_PEOPLE = 10_000;

    /** The country of a cohort is published weekly from these on. */
    private static final long WEEKLY_FROM_TRAINED = 1_000;

    private static final long WEEKLY_FROM_HOLDERS = 10;

    /** Macro-regions are divided from so many trained people of the cohort on. */
    private static final long DIVIDED_FROM_TRAINED = 20_000;

    /** Whether a cohort has reached its target is published to the person from this target on. */
    private static final long EXACT_FROM_TARGET = 1_000;

    private DisclosureRule() {}

    /** The published counts of a place. */
    public static PublishedCounts place(ExactPeople people) {
        return PublishedCounts.of(people.held(), UNIT);
    }

    /** The published counts of the country: the sum of the published counts of its places, before they are rounded. */
    public static PublishedCounts country(ExactCohort cohort) {
        return PublishedCounts.of(published(cohort), UNIT);
    }

    private static FunnelCounts published(ExactCohort cohort) {
        return places(cohort).map(ExactPeople::held).reduce(FunnelCounts.NONE, FunnelCounts::plus);
    }

    private static Stream<ExactPeople> places(ExactCohort cohort) {
        return cohort.places().values().stream().map(ExactPlaceCounts::people);
    }

    /** Whether the number of trained people is published. */
    static boolean isTrainedPublished(ExactPeople people) {
        return people.held().trained() > 0;
    }

    /**
     * The places of a cohort that are in force from a month end on: those before, and the parts of macro-regions that are
     * now divided. A macro-region is divided only if the trained people of each of its regions are held by two owners, so
     * that its last number shows nothing of a region without one.
     *
     * @param regions the cohort by region
     */
    static Places inForce(ExactCohort regions, Places before) {
        if (published(regions.in(before)).trained() < DIVIDED_FROM_TRAINED) {
            return before;
        }
        return Places.divided(MacroRegion.all().stream()
                .filter(macro -> before.divided().contains(macro.code()) || isEachHeld(macro.regions(), regions))
                .map(MacroRegion::code)
                .toList());
    }

    private static boolean isEachHeld(List<String> parts, ExactCohort regions) {
        return parts.stream()
                .allMatch(region -> isTrainedPublished(regions.place(region).people()));
    }

    /** Distinct people of published counts; null if there are too few to publish. */
    static Long people(long distinct) {
        return distinct < FEWEST_PEOPLE ? null : PublishedCounts.rounded(distinct, UNIT_OF_PEOPLE);
    }

    /** Whether the country is published weekly until the next month end. */
    static boolean isWeekly(ExactCohort cohort) {
        return published(cohort).trained() >= WEEKLY_FROM_TRAINED
                && places(cohort)
                                .flatMap(ExactPeople::holdersOfTrained)
                                .distinct()
                                .count()
                        >= WEEKLY_FROM_HOLDERS;
    }

    /** Whether it is published that the target is reached: by the sum of published counts before it is rounded. */
    static boolean isReached(Long target, ExactCohort cohort) {
        return target != null
                && target >= EXACT_FROM_TARGET
                && published(cohort).trained() >= target;
    }
}
