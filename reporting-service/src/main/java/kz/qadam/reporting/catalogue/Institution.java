package kz.qadam.reporting.catalogue;

import static kz.qadam.chassis.events.event.EventJson.require;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.BinaryOperator;
import java.util.stream.Stream;
import kz.qadam.chassis.events.event.MayBeAbsent;
import kz.qadam.chassis.events.event.MayBeNull;
import kz.qadam.reporting.rollup.Dimension;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A partner institution; the data of {@code kz.qadam.catalogue.institution-described.v1}.
 *
 * @param bin its business identification number, or null
 * @param owner the business identification number of the organisation that it belongs to; null if it is its own
 * @param region null if the region is not known
 * @param bases on which basis it sends the people of cohorts, by cohort and by day; null if it has declared none
 */
public record Institution(
        String code,
        @MayBeNull String bin,
        @MayBeAbsent String owner,
        String kind,
        LocalizedName names,
        @MayBeNull String region,
        String status,
        long version,
        @MayBeAbsent List<DeclaredBasis> bases)
        implements CatalogueEvent {

    private static final Set<String> KINDS = MemberNames.known(Dimension.KIND);

    private static final Set<String> STATUS = Set.of("active", "suspended", "closed");

    private static final Set<String> BASES = Set.of("consent", "consent-of-representative", "law");

    /**
     * On which basis it sends the people of a cohort, until the next one of the cohort begins.
     *
     * @param since the first day
     */
    @Schema(description = "On which basis an institution sends the people of a cohort, as it has declared.")
    public record DeclaredBasis(
            @Schema(examples = "pupils") String cohort,

            @Schema(
                    enumeration = {"consent", "consent-of-representative", "law"},
                    examples = "consent-of-representative")
            String basis,

            @Schema(description = "The first day on which it is the basis.", examples = "2026-01-15")
            LocalDate since) {

        public DeclaredBasis {
            require(BASES.contains(basis), "basis is not a value of the contract.");
        }
    }

    public Institution {
        if (region != null) {
            RegionCode.requireCode(region);
        }
        require(KINDS.contains(kind), "kind is not a value of the contract.");
        require(STATUS.contains(status), "status is not a value of the contract.");
    }

    public String regionOrUnknown() {
        return region == null ? "unknown" : region;
    }

    /** The bases in force on a day, by cohort. */
    public List<DeclaredBasis> basesOn(LocalDate day) {
        SortedMap<String, DeclaredBasis> inForce = new TreeMap<>();
        Stream.ofNullable(bases)
                .flatMap(List::stream)
                .filter(one -> !one.since.isAfter(day))
                .forEach(one -> inForce.merge(
                        one.cohort, one, BinaryOperator.maxBy(Comparator.comparing(DeclaredBasis::since))));
        return List.copyOf(inForce.values());
    }
}
