package kz.qadam.reporting.catalogue;

import static kz.qadam.chassis.event.EventJson.require;

import java.util.Set;
import kz.qadam.chassis.event.MayBeNull;
import kz.qadam.reporting.rollup.Dimension;

/**
 * A partner institution; the data of {@code kz.qadam.catalogue.institution-described.v1}.
 *
 * @param bin its business identification number, or null
 * @param region null if the region is not known
 */
public record Institution(
        String code,
        @MayBeNull String bin,
        String kind,
        Names names,
        @MayBeNull String region,
        String status,
        long version)
        implements CatalogueEvent {

    private static final Set<String> KINDS = MemberNames.known(Dimension.KIND);

    private static final Set<String> STATUS = Set.of("active", "suspended", "closed");

    public Institution {
        if (region != null) {
            Region.requireCode(region);
        }
        require(KINDS.contains(kind), "kind is not a value of the contract.");
        require(STATUS.contains(status), "status is not a value of the contract.");
    }

    public String regionOrUnknown() {
        return region == null ? "unknown" : region;
    }
}
