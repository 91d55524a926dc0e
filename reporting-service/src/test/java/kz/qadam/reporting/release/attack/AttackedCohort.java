package kz.qadam.reporting.release.attack;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * A cohort of a pilot: what is true, and what is public, by half month since the pilot began.
 *
 * @param tables only of the regions of the pilot
 * @param institutions those that know anybody of a region on any day, by region: the attacker knows who teaches where
 */
record AttackedCohort(
        PilotCohort cohort,
        SortedMap<Integer, KnownCohort> exact,
        SortedMap<Integer, PublicTable> tables,
        SortedMap<String, Set<String>> institutions) {

    /** The cohorts of a pilot, as they would be published. */
    static List<AttackedCohort> all(Publication publication, PilotReleases pilot) {
        return Arrays.stream(PilotCohort.values())
                .map(cohort -> published(pilot, publication, cohort))
                .toList();
    }

    /** A cohort as it would be published in another way. */
    private static AttackedCohort published(PilotReleases pilot, Publication publication, PilotCohort cohort) {
        SortedMap<Integer, KnownCohort> exact = exact(pilot, cohort);
        Set<String> regions = new TreeSet<>();
        exact.values().forEach(one -> regions.addAll(one.regions().keySet()));
        SortedMap<Integer, PublicTable> tables = new TreeMap<>();
        for (int month = 2; month <= Pilot.END; month += 2) {
            tables.put(month, publication.table(exact.get(month), regions));
        }
        return of(cohort, exact, tables);
    }

    private static SortedMap<Integer, KnownCohort> exact(PilotReleases pilot, PilotCohort cohort) {
        SortedMap<Integer, KnownCohort> exact = new TreeMap<>();
        for (int halfMonth = 2; halfMonth <= Pilot.END; halfMonth++) {
            exact.put(halfMonth, pilot.exact(cohort, Math.max(PilotReleases.FIRST, halfMonth), halfMonth));
        }
        return exact;
    }

    private static AttackedCohort of(
            PilotCohort cohort, SortedMap<Integer, KnownCohort> exact, SortedMap<Integer, PublicTable> tables) {
        SortedMap<String, Set<String>> institutions = new TreeMap<>();
        exact.values()
                .forEach(one -> one.regions()
                        .forEach((code, region) -> institutions
                                .computeIfAbsent(code, any -> new TreeSet<>(Set.of(Pilot.CENTRE)))
                                .addAll(region.institutions())));
        SortedMap<Integer, PublicTable> pilot = new TreeMap<>();
        tables.forEach((halfMonth, table) -> pilot.put(halfMonth, table.only(institutions.keySet())));
        return new AttackedCohort(cohort, exact, pilot, institutions);
    }

    /** The month ends with tables, in order. */
    List<Integer> monthEnds() {
        List<Integer> monthEnds = new ArrayList<>();
        tables.forEach((halfMonth, table) -> {
            if (table.isMonthEnd()) {
                monthEnds.add(halfMonth);
            }
        });
        return monthEnds;
    }

    /** Every institution that knows anybody. */
    Set<String> attackers() {
        Set<String> all = new TreeSet<>();
        institutions.values().forEach(all::addAll);
        return all;
    }

    Map<String, Integer> numbersOfInstitutions() {
        SortedMap<String, Integer> numbers = new TreeMap<>();
        institutions.forEach((region, some) -> numbers.put(region, some.size()));
        return numbers;
    }
}
