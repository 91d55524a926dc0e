package kz.qadam.reporting.release.attack;

import java.util.Collections;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import kz.qadam.reporting.release.PublishedCounts;

/**
 * What anybody can read of a cohort about one day.
 *
 * @param regions by code; empty between month ends
 * @param isReached whether it is public that the usable count of trained people has reached the target
 * @param leastTrained so many trained people the courses or the areas have together
 */
record PublicTable(
        PublishedCounts country, SortedMap<String, PublishedCounts> regions, boolean isReached, long leastTrained) {

    PublicTable {
        regions = Collections.unmodifiableSortedMap(new TreeMap<>(regions));
    }

    /** This table with only some regions. */
    PublicTable only(Set<String> some) {
        SortedMap<String, PublishedCounts> kept = new TreeMap<>(regions);
        kept.keySet().retainAll(some);
        return new PublicTable(country, kept, isReached, leastTrained);
    }

    boolean isMonthEnd() {
        return !regions.isEmpty();
    }
}
