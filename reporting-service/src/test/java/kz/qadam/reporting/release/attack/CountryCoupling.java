package kz.qadam.reporting.release.attack;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import kz.qadam.reporting.release.PublishedCounts;

/**
 * Bounds that follow from the country: what is published of it is rounded from the sum of all regions, so the others
 * leave a range for each of them.
 */
final class CountryCoupling {

    private final Publication publication;
    private final PublicTable table;
    private final Long target;
    private final Map<String, Integer> institutions;
    private final Function<String, OwnPeople> own;

    /**
     * @param target the target of the cohort; null: none
     * @param institutions how many institutions may know people of each region
     * @param own what the attacker knows of a region; null if nothing
     */
    CountryCoupling(
            Publication publication,
            PublicTable table,
            Long target,
            Map<String, Integer> institutions,
            Function<String, OwnPeople> own) {
        this.publication = publication;
        this.table = table;
        this.target = target;
        this.institutions = institutions;
        this.own = own;
    }

    /** What the attacker knows of each region. */
    SortedMap<String, RegionView> regions() {
        SortedMap<String, List<Range>> ranges = new TreeMap<>();
        table.regions().keySet().forEach(region -> ranges.put(region, new ArrayList<>()));
        for (int measure = 0; measure < RegionView.MEASURES; measure++) {
            int index = measure;
            SortedMap<String, Range> parts = new TreeMap<>();
            table.regions().forEach((region, counts) -> parts.put(region, part(region, counts, index)));
            Range all = parts.values().stream().reduce(Range.of(0), Range::plus);
            Range whole = whole(index);
            parts.forEach((region, part) -> ranges.get(region)
                    .add(part.and(new Range(
                            whole.least() - (all.most() - part.most()), whole.most() - (all.least() - part.least())))));
        }
        SortedMap<String, RegionView> views = new TreeMap<>();
        table.regions()
                .forEach((region, counts) -> views.put(
                        region,
                        new RegionView(institutions.get(region), counts, own.apply(region), ranges.get(region))));
        return views;
    }

    /** What a region may have in the country. */
    private Range part(String region, PublishedCounts counts, int measure) {
        Long shown = RegionView.published(counts, measure);
        if (publication.isCountryOfUsable()) {
            return shown == null ? Range.of(0) : new Range(shown, shown + 9);
        }
        List<Range> any = List.of(Range.ANY, Range.ANY, Range.ANY);
        return new RegionView(institutions.get(region), counts, own.apply(region), any).people(publication, measure);
    }

    /** The sum of all regions. */
    Range whole(int measure) {
        Long shown = RegionView.published(table.country(), measure);
        Range rounded = switch (publication) {
            case EXACT -> Range.of(shown);
            case NEAREST_FIVE -> new Range(Math.max(0, shown - 2), shown + 2);
            default -> shown == null ? new Range(0, 9) : new Range(shown, shown + 9);
        };
        if (publication != Publication.VERSION_2 || measure < 2) {
            return rounded;
        }
        Range byCourses = new Range(table.leastTrained(), Range.ANY.most());
        return rounded.and(byCourses).and(byTarget());
    }

    private Range byTarget() {
        if (target == null || target < 1_000) {
            return Range.ANY;
        }
        return table.isReached() ? new Range(target, Range.ANY.most()) : new Range(0, target - 1);
    }
}
