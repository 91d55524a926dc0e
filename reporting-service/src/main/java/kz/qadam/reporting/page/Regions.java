package kz.qadam.reporting.page;

import java.util.Comparator;
import java.util.List;

/**
 * Where the trained are: as tiles that lie about as the regions do, and in order.
 *
 * @param places largest first
 * @param everywhere where the dashboard shows all of them; null if it does
 */
public record Regions(List<String> sentences, List<Place> places, String most, String everywhere, Source source) {

    /**
     * A region.
     *
     * @param tile null: it lies nowhere
     * @param shade from 0, nobody, to 5, as many as in the largest
     */
    public record Place(
            String code,
            String name,
            String brief,
            Tile tile,
            int shade,
            Bar bar,
            String trained,
            String completed,
            String enrolled,
            String address,
            boolean isShown) {}

    private static final int SHADES = 5;

    static Regions of(Answers answers, View view, Speech speech) {
        List<Answers.Cell> cells = answers.regions().cells().stream()
                .sorted(Comparator.comparing(
                                Answers.Cell::trained, Comparator.nullsFirst(Comparator.<Long>naturalOrder()))
                        .reversed()
                        .thenComparing(Answers.Cell::key))
                .toList();
        long most = cells.stream()
                .filter(cell -> cell.trained() != null)
                .mapToLong(Answers.Cell::trained)
                .max()
                .orElse(0);
        return new Regions(
                sentences(cells, most, speech),
                cells.stream().map(cell -> place(cell, most, view, speech)).toList(),
                speech.number(most),
                view.region() == null ? null : view.ofRegion(null).address(),
                Source.of(view, "/v1/progress/" + view.cohortOrTotal() + "/breakdown", "by", "region"));
    }

    private static Place place(Answers.Cell cell, long most, View view, Speech speech) {
        Tile tile = Tile.ALL.get(cell.key());
        boolean isShown = cell.key().equals(view.region());
        return new Place(
                cell.key(),
                speech.name(cell.names()),
                tile == null ? "" : speech.name(tile.brief()),
                tile,
                shade(cell.trained(), most),
                Bar.of(cell.trained(), most),
                speech.number(cell.trained()),
                speech.number(cell.completed()),
                speech.number(cell.enrolled()),
                view.ofRegion(isShown ? null : cell.key()).address(),
                isShown);
    }

    private static int shade(Long trained, long most) {
        return trained == null || most == 0 ? 0 : (int) Math.ceil(SHADES * trained / (double) most);
    }

    private static List<String> sentences(List<Answers.Cell> sorted, long most, Speech speech) {
        if (most == 0) {
            return List.of(speech.say("regions.none"));
        }
        List<Answers.Cell> real = sorted.stream()
                .filter(cell -> Tile.ALL.containsKey(cell.key()) && cell.trained() != null)
                .toList();
        Answers.Cell first = real.get(0);
        Answers.Cell last = real.get(real.size() - 1);
        return List.of(speech.say(
                "regions.most",
                speech.name(first.names()),
                speech.number(first.trained()),
                speech.name(last.names()),
                speech.number(last.trained())));
    }
}
