package kz.qadam.reporting.page;

/** The addresses of the data of a card, as CSV and as JSON. */
public record DataLinks(String csv, String json) {

    static DataLinks ofBreakdown(DashboardSelection selection, String by) {
        return of(selection, selection.apiPath("/breakdown"), "by", by);
    }

    static DataLinks ofMonths(DashboardSelection selection) {
        return of(selection, selection.apiPath("/series"), "interval", "month", "region", selection.region());
    }

    /** @param parameters names and values, without {@code asOf} and {@code on} */
    static DataLinks of(DashboardSelection selection, String path, String... parameters) {
        String[] asCsv = new String[parameters.length + 2];
        System.arraycopy(parameters, 0, asCsv, 0, parameters.length);
        asCsv[parameters.length] = "format";
        asCsv[parameters.length + 1] = "csv";
        return new DataLinks(selection.apiAddress(path, asCsv), selection.apiAddress(path, parameters));
    }
}
