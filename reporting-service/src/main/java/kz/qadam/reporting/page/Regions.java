package kz.qadam.reporting.page;

import java.util.Comparator;
import java.util.List;
import kz.qadam.reporting.figures.Breakdown;

/**
 * The trained by region: as a tile map, and as a list in order.
 *
 * @param places the region with the most trained people first
 * @param everywhere the address of the dashboard of all regions; null if it is shown already
 */
public record Regions(List<String> sentences, List<Place> places, String most, String everywhere, DataLinks source) {

    /**
     * A region.
     *
     * @param tile null for the unknown region, which is not on the map
     * @param shade from 0 (nobody) to 5 (as many as in the first region)
     */
    public record Place(
            String code,
            String name,
            String brief,
            RegionTile tile,
            int shade,
            Bar bar,
            String trained,
            String completed,
            String enrolled,
            String address,
            boolean isShown) {}

    static final Comparator<Breakdown.Cell> MOST_TRAINED_FIRST = Comparator.comparing(
                    Breakdown.Cell::trained, Comparator.nullsFirst(Comparator.<Long>naturalOrder()))
            .reversed()
            .thenComparing(Breakdown.Cell::key);

    private static final int SHADES = 5;

    static Regions of(DashboardFigures figures, PageView view, PageText text) {
        List<Breakdown.Cell> cells =
                figures.regions().cells().stream().sorted(MOST_TRAINED_FIRST).toList();
        long most = most(cells);
        return new Regions(
                sentences(cells, most, text),
                cells.stream().map(cell -> place(cell, most, view, text)).toList(),
                text.number(most),
                view.region() == null ? null : view.ofRegion(null).address(),
                DataLinks.ofBreakdown(view, "region"));
    }

    /** The trained people of the cell that has the most of them. */
    static long most(List<Breakdown.Cell> cells) {
        return cells.stream()
                .filter(cell -> cell.trained() != null)
                .mapToLong(Breakdown.Cell::trained)
                .max()
                .orElse(0);
    }

    private static Place place(Breakdown.Cell cell, long most, PageView view, PageText text) {
        RegionTile tile = RegionTile.ALL.get(cell.key());
        boolean isShown = cell.key().equals(view.region());
        return new Place(
                cell.key(),
                text.name(cell.names()),
                tile == null ? "" : text.name(tile.brief()),
                tile,
                shade(cell.trained(), most),
                Bar.of(cell.trained(), most),
                text.number(cell.trained()),
                text.number(cell.completed()),
                text.number(cell.enrolled()),
                view.ofRegion(isShown ? null : cell.key()).address(),
                isShown);
    }

    private static int shade(Long trained, long most) {
        return trained == null || most == 0 ? 0 : (int) Math.ceil(SHADES * trained / (double) most);
    }

    private static List<String> sentences(List<Breakdown.Cell> sorted, long most, PageText text) {
        if (most == 0) {
            return List.of(text.say("regions.none"));
        }
        List<Breakdown.Cell> real = sorted.stream()
                .filter(cell -> RegionTile.ALL.containsKey(cell.key()) && cell.trained() != null)
                .toList();
        Breakdown.Cell first = real.get(0);
        Breakdown.Cell last = real.get(real.size() - 1);
        return List.of(text.say(
                "regions.most",
                text.name(first.names()),
                text.number(first.trained()),
                text.name(last.names()),
                text.number(last.trained())));
    }
}
