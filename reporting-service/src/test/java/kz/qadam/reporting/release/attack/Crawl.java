package kz.qadam.reporting.release.attack;

import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import kz.qadam.reporting.release.MonthEnd;
import kz.qadam.reporting.release.PublishedCounts;
import kz.qadam.reporting.release.Release;
import kz.qadam.reporting.release.ReleasedCohort;
import kz.qadam.reporting.release.ReleasedMember;

/** Everything that anybody can read in all releases, by cohort, in the order of the days. */
final class Crawl {

    private Crawl() {}

    /** The tables of a cohort by half month since the pilot began; without those before the first release. */
    static SortedMap<Integer, PublicTable> of(List<Release> releases, String cohort, int firstHalfMonth) {
        SortedMap<Integer, PublicTable> tables = new TreeMap<>();
        int halfMonth = firstHalfMonth;
        for (Release release : releases) {
            ReleasedCohort country = release.cohort(cohort).orElseThrow();
            MonthEnd.OfCohort monthEnd = release.monthEnd().cohort(cohort).orElseThrow();
            if (release.monthEnd().on().equals(release.on())) {
                tables.put(halfMonth, table(monthEnd));
            } else if (country.on().equals(release.on())) {
                tables.put(halfMonth, new PublicTable(country.counts(), new TreeMap<>(), country.isReached(), 0));
            }
            halfMonth++;
        }
        return tables;
    }

    private static PublicTable table(MonthEnd.OfCohort monthEnd) {
        SortedMap<String, PublishedCounts> regions = new TreeMap<>();
        monthEnd.regions().forEach(region -> regions.put(region.key(), region.counts()));
        return new PublicTable(
                monthEnd.country(),
                regions,
                monthEnd.isReached(),
                Math.max(trained(monthEnd.courses()), trained(monthEnd.areas())));
    }

    /** A trained person counts in one course and in one area. */
    private static long trained(List<ReleasedMember> members) {
        return members.stream()
                .map(member -> member.counts().trained())
                .filter(count -> count != null)
                .mapToLong(Long::longValue)
                .sum();
    }
}
