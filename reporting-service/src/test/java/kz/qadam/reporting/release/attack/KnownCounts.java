package kz.qadam.reporting.release.attack;

import java.util.List;
import kz.qadam.reporting.release.FunnelCounts;

/**
 * How many people a region has, and how many of them each institution knows; not which of them. Drafts of the rule were
 * computed from this.
 */
record KnownCounts(FunnelCounts people, List<FunnelCounts> byInstitution) {

    static KnownCounts of(RegionPeople region) {
        return new KnownCounts(
                region.counts(),
                region.institutions().stream().map(region::knownTo).toList());
    }

    /** How many people of a measure each institution does not know. */
    List<Long> outside(Stage measure) {
        return byInstitution.stream()
                .map(known -> measure.of(people) - measure.of(known))
                .toList();
    }
}
