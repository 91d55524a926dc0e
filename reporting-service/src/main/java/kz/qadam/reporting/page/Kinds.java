package kz.qadam.reporting.page;

import java.util.List;
import kz.qadam.reporting.figures.Breakdown;

/**
 * The trained by the kind of the institution that reported them, in the whole country.
 *
 * @param rows the kind with the most trained people first
 */
public record Kinds(List<Row> rows, DataLinks source) {

    /** The figures of one kind. */
    public record Row(String name, Bar bar, String trained, String completed, String enrolled) {}

    /** Null for the public. */
    static Kinds of(DashboardFigures figures, PageView view, PageText text) {
        if (figures.kinds() == null) {
            return null;
        }
        List<Breakdown.Cell> cells = figures.kinds().cells().stream()
                .sorted(Regions.MOST_TRAINED_FIRST)
                .toList();
        long most = Regions.most(cells);
        return new Kinds(
                cells.stream().map(cell -> row(cell, most, text)).toList(), DataLinks.ofBreakdown(view, "kind"));
    }

    private static Row row(Breakdown.Cell cell, long most, PageText text) {
        return new Row(
                text.name(cell.names()),
                Bar.of(cell.trained(), most),
                text.number(cell.trained()),
                text.number(cell.completed()),
                text.number(cell.enrolled()));
    }
}
