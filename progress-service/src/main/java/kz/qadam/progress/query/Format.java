package kz.qadam.progress.query;

/** Media types of answers other than JSON. */
public final class Format {

    public static final String CSV = "text/csv";

    private Format() {}
}
