package kz.qadam.reporting.page;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import kz.qadam.reporting.figures.Breakdown;

/**
 * The trained by region: as a tile map, and as a list in order.
 *
 * @param places the region with the most trained people first
 * @param most the trained of the first region; null if no region is published
 * @param country only in published figures: the country of the same month end; otherwise null
 * @param everywhere the address of the dashboard of all regions; null if it is shown already
 */
public record Regions(
        List<String> sentences, List<Place> places, String most, Country country, String everywhere, DataLinks source) {

    /**
     * A region.
     *
     * @param tile null for the unknown region, which is not on the map
     * @param shade from 0 (nobody, or too few to publish) to 5 (as many as in the first region)
     */
    public record Place(
            String code,
            String name,
            String brief,
            RegionTile tile,
            int shade,
            Bar bar,
            CountText trained,
            CountText completed,
            CountText enrolled,
            String address,
            boolean isShown) {}

    /**
     * The published country.
     *
     * @param notByRegion the trained who are in the number of the country and not in those of the regions; null if there
     *     are none
     */
    public record Country(CountText trained, CountText completed, CountText enrolled, String notByRegion) {

        private static Country of(Breakdown.Country country, PageText text) {
            boolean hasOthers = country.notByRegion() != null && country.notByRegion() > 0;
            return new Country(
                    text.people(country.trained()),
                    text.people(country.completed()),
                    text.people(country.enrolled()),
                    hasOthers ? text.people(country.notByRegion()).text() : null);
        }
    }

    static final Comparator<Breakdown.Cell> MOST_TRAINED_FIRST = Comparator.comparing(
                    (Breakdown.Cell cell) -> cell.counts().trained(),
                    Comparator.nullsFirst(Comparator.<Long>naturalOrder()))
            .reversed()
            .thenComparing(Breakdown.Cell::key);

    private static final int SHADES = 5;

    static Regions of(DashboardFigures figures, DashboardSelection selection, PageText text) {
        List<Breakdown.Cell> cells =
                figures.regions().cells().stream().sorted(MOST_TRAINED_FIRST).toList();
        long most = most(cells);
        Breakdown.Country country = figures.regions().country();
        return new Regions(
                text.isPublished()
                        ? withMacroRegions(published(cells, text), cells, text)
                        : sentences(cells, most, text),
                cells.stream().map(cell -> place(cell, most, selection, text)).toList(),
                text.isPublished() && most == 0 ? null : text.people(most).text(),
                country == null ? null : Country.of(country, text),
                selection.region() == null ? null : selection.ofRegion(null).address(),
                DataLinks.ofBreakdown(selection, "region"));
    }

    /** The trained people of the cell that has the most of them. */
    static long most(List<Breakdown.Cell> cells) {
        return cells.stream()
                .filter(cell -> cell.counts().trained() != null)
                .mapToLong(cell -> cell.counts().trained())
                .max()
                .orElse(0);
    }

    private static Place place(Breakdown.Cell cell, long most, DashboardSelection selection, PageText text) {
        RegionTile tile = RegionTile.ALL.get(cell.key());
        boolean isShown = cell.isOf(selection.region());
        return new Place(
                cell.key(),
                text.name(cell.names()),
                tile == null ? "" : text.name(tile.brief()),
                tile,
                shade(cell.counts().trained(), most),
                Bar.of(cell.counts().trained(), most),
                text.people(cell.counts().trained()),
                text.people(cell.counts().completed()),
                text.people(cell.counts().enrolled()),
                selection.ofRegion(isShown ? null : cell.key()).address(),
                isShown);
    }

    private static int shade(Long trained, long most) {
        return trained == null || most == 0 ? 0 : (int) Math.ceil(SHADES * trained / (double) most);
    }

    private static List<String> sentences(List<Breakdown.Cell> sorted, long most, PageText text) {
        if (most == 0) {
            return List.of(text.say("regions.none"));
        }
        List<Breakdown.Cell> real = real(sorted);
        Breakdown.Cell first = real.get(0);
        Breakdown.Cell last = real.get(real.size() - 1);
        return List.of(text.say(
                "regions.most",
                text.name(first.names()),
                text.number(first.counts().trained()),
                text.name(last.names()),
                text.number(last.counts().trained())));
    }

    private static List<String> published(List<Breakdown.Cell> sorted, PageText text) {
        List<Breakdown.Cell> known = real(sorted);
        if (known.isEmpty()) {
            return List.of(text.say("regions.all-too-few"));
        }
        Breakdown.Cell first = known.get(0);
        String most = text.say(
                "regions.most/published",
                text.name(first.names()),
                text.people(first.counts().trained()).text());
        long tooFew = sorted.stream()
                        .filter(cell -> RegionTile.ALL.containsKey(cell.key()))
                        .count()
                - known.size();
        return tooFew == 0 ? List.of(most) : List.of(most, text.say("regions.some-too-few", tooFew));
    }

    private static List<String> withMacroRegions(List<String> sentences, List<Breakdown.Cell> cells, PageText text) {
        return cells.stream().allMatch(cell -> cell.regions() == null)
                ? sentences
                : Stream.concat(sentences.stream(), Stream.of(text.say("regions.macro")))
                        .toList();
    }

    private static List<Breakdown.Cell> real(List<Breakdown.Cell> cells) {
        return cells.stream()
                .filter(cell ->
                        RegionTile.ALL.containsKey(cell.key()) && cell.counts().trained() != null)
                .toList();
    }
}
