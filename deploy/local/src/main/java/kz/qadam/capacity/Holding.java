package kz.qadam.capacity;

/**
 * A table with its indexes, a topic, or files.
 *
 * @param store such as {@code reporting-service} for its database, or {@code Kafka}
 * @param width the bytes of a row without its head and indexes
 */
public record Holding(String store, String name, long rows, long width, long bytes) {

    private static final int MANY_ROWS = 5_000;
    private static final int HEAD_AND_INDEXES = 130;

    /** A topic, or files. */
    public static Holding withoutRows(String store, String name, long bytes) {
        return new Holding(store, name, 0, 0, bytes);
    }

    /** How many rows a day come, however many people there are; 0 for what grows with the people. */
    int rowsADay() {
        return switch (name) {
            case "release", "recount" -> 1;
            // Three streams of others, sealed every quarter of an hour.
            case "archive_anchor" -> 3 * 96;
            default -> 0;
        };
    }

    /** For how many days something is kept; 0: for ever. */
    public int days() {
        return switch (name) {
            // As large as it was while everything was sent in one go.
            case "outbox_event", "tally_delta" -> 1;
            case "sent_event" -> 4;
            // The packed lines, which are nearly all of it.
            case "archive_segment" -> 30;
            default -> 0;
        };
    }

    /** Whether it has about this size, however many people there are: states alone, or what Kafka needs itself. */
    boolean isBounded() {
        return name.startsWith("__") || name.equals("qadam.keys") || name.equals("qadam.archive");
    }

    /** With its part of the indexes. A table with few rows is mostly empty pages. */
    double bytesOfARow() {
        return rows < MANY_ROWS ? width + HEAD_AND_INDEXES : (double) bytes / rows;
    }
}
