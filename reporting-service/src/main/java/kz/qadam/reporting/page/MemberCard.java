package kz.qadam.reporting.page;

import java.util.List;
import java.util.stream.Stream;
import kz.qadam.reporting.catalogue.MemberNames;
import kz.qadam.reporting.figures.Breakdown;
import kz.qadam.reporting.rollup.Dimension;

/**
 * The trained by the members of a dimension that has few of them, in the whole country.
 *
 * @param id the plural of the code of the dimension
 * @param rows the member with the most trained people first
 */
public record MemberCard(String id, String title, String column, List<Row> rows, DataLinks source) {

    /** By the kind of the institution that reported them, and by each attribute of enrolments. */
    static final List<Dimension> DIMENSIONS = Stream.concat(Stream.of(Dimension.KIND), Dimension.ATTRIBUTES.stream())
            .toList();

    /** The figures of one member. */
    public record Row(String name, Bar bar, String trained, String completed, String enrolled) {}

    static List<MemberCard> of(DashboardFigures figures, DashboardSelection selection, PageText text) {
        return figures.byMember().stream().map(one -> of(one, selection, text)).toList();
    }

    private static MemberCard of(Breakdown by, DashboardSelection selection, PageText text) {
        Dimension dimension = Dimension.breakdown(by.by()).orElseThrow();
        List<Breakdown.Cell> cells =
                by.cells().stream().sorted(Regions.MOST_TRAINED_FIRST).toList();
        long most = Regions.most(cells);
        String column = text.name(MemberNames.title(dimension));
        return new MemberCard(
                dimension.code() + "s",
                dimension == Dimension.KIND ? text.say("kinds") : column,
                column,
                cells.stream().map(cell -> row(cell, most, text)).toList(),
                DataLinks.ofBreakdown(selection, dimension.code()));
    }

    private static Row row(Breakdown.Cell cell, long most, PageText text) {
        return new Row(
                text.name(cell.names()),
                Bar.of(cell.counts().trained(), most),
                text.number(cell.counts().trained()),
                text.number(cell.counts().completed()),
                text.number(cell.counts().enrolled()));
    }
}
