package kz.qadam.reporting.release.attack;

import java.util.List;
import java.util.Set;
import kz.qadam.reporting.release.FunnelCounts;

/**
 * The people of a region whom an institution knows from its own records.
 *
 * @param knownToOthers how many of them each other institution knows. An attacker may know this too, for instance since a
 *     platform teaches all pupils of a school
 */
record OwnPeople(FunnelCounts counts, List<FunnelCounts> knownToOthers) {

    static OwnPeople of(String institution, RegionPeople region, Set<String> institutions) {
        return new OwnPeople(
                region.knownTo(institution),
                institutions.stream()
                        .filter(other -> !other.equals(institution))
                        .map(other -> knownToBoth(region, Set.of(institution, other)))
                        .toList());
    }

    private static FunnelCounts knownToBoth(RegionPeople region, Set<String> both) {
        return new FunnelCounts(
                count(region, Stage.ENROLLED, both),
                count(region, Stage.COMPLETED, both),
                count(region, Stage.TRAINED, both));
    }

    private static long count(RegionPeople region, Stage stage, Set<String> both) {
        return region.groups().stream()
                .filter(people -> people.knownTo(stage).containsAll(both))
                .mapToLong(KnownPeople::count)
                .sum();
    }

    long count(int measure) {
        return RegionView.count(counts, measure);
    }
}
