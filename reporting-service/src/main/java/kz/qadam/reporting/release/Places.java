package kz.qadam.reporting.release;

import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;
import kz.qadam.reporting.catalogue.LocalizedName;
import kz.qadam.reporting.catalogue.MacroRegion;
import kz.qadam.reporting.catalogue.MemberNames;
import kz.qadam.reporting.rollup.Dimension;

/**
 * The places whose numbers are published of a cohort: macro-regions, or their regions once they are divided, and {@code
 * unknown}.
 *
 * @param divided the codes of the macro-regions that are divided
 */
public record Places(SortedSet<String> divided) {

    /** All macro-regions are whole. */
    static final Places MACRO_REGIONS = new Places(new TreeSet<>());

    /** All macro-regions are divided. */
    static final Places REGIONS =
            divided(MacroRegion.all().stream().map(MacroRegion::code).toList());

    public Places {
        divided = Collections.unmodifiableSortedSet(new TreeSet<>(divided));
    }

    static Places divided(Collection<String> macroRegions) {
        return new Places(new TreeSet<>(macroRegions));
    }

    /** The places in force where numbers of these places were published: a region shows that its macro-region is divided. */
    static Places ofPublished(Stream<String> places) {
        return divided(places.flatMap(place -> MacroRegion.of(place).stream())
                .map(MacroRegion::code)
                .toList());
    }

    /** The places that are in force in all of some tables, so that numbers of all of them can be added up. */
    public static Places inForceInAll(Collection<MonthEndTables.OfCohort> tables) {
        return divided(MacroRegion.all().stream()
                .map(MacroRegion::code)
                .filter(macro -> !tables.isEmpty()
                        && tables.stream()
                                .allMatch(table -> table.places().divided.contains(macro)))
                .toList());
    }

    /** The place of a region; of a place, itself. */
    public String of(String region) {
        return MacroRegion.of(region)
                .map(MacroRegion::code)
                .filter(macro -> !divided.contains(macro))
                .orElse(region);
    }

    /** The codes of all places, with {@code unknown}. */
    public List<String> all() {
        return regions().stream().map(this::of).distinct().sorted().toList();
    }

    private static Set<String> regions() {
        return MemberNames.of(Dimension.REGION).orElseThrow().keySet();
    }

    /** The names of a place. */
    public static LocalizedName names(String place) {
        return MacroRegion.find(place)
                .map(MacroRegion::names)
                .orElseGet(() -> MemberNames.of(Dimension.REGION).orElseThrow().get(place));
    }
}
