package kz.qadam.reporting.page;

/** Where a program finds what a drawing shows. */
public record DataLinks(String csv, String json) {

    /** @param parameters names and values, beside the moment */
    static DataLinks of(View view, String path, String... parameters) {
        String[] asCsv = new String[parameters.length + 2];
        System.arraycopy(parameters, 0, asCsv, 0, parameters.length);
        asCsv[parameters.length] = "format";
        asCsv[parameters.length + 1] = "csv";
        return new DataLinks(view.source(path, asCsv), view.source(path, parameters));
    }
}
