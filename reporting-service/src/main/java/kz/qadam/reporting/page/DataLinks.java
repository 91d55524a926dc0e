package kz.qadam.reporting.page;

/** The addresses of the data of a card, as CSV and as JSON. */
public record DataLinks(String csv, String json) {

    static DataLinks ofBreakdown(DashboardSelection view, String by) {
        return of(view, view.apiPath("/breakdown"), "by", by);
    }

    static DataLinks ofMonths(DashboardSelection view) {
        return of(view, view.apiPath("/series"), "interval", "month", "region", view.region());
    }

    /** @param parameters names and values, without {@code asOf} and {@code on} */
    static DataLinks of(DashboardSelection view, String path, String... parameters) {
        String[] asCsv = new String[parameters.length + 2];
        System.arraycopy(parameters, 0, asCsv, 0, parameters.length);
        asCsv[parameters.length] = "format";
        asCsv[parameters.length + 1] = "csv";
        return new DataLinks(view.source(path, asCsv), view.source(path, parameters));
    }
}
