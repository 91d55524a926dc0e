package kz.qadam.progress.query;

/** In which form an answer can be had beside JSON. */
public final class Format {

    public static final String CSV = "text/csv";

    private Format() {}
}
