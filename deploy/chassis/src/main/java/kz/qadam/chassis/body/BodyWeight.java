package kz.qadam.chassis.body;

/**
 * What a body costs of the heap while it is read, judged and answered, in bytes. Measured, and bounded by what a body may
 * hold: see decision 86.
 */
public final class BodyWeight {

    /** Shorter bodies are posts of the usual size; how many of them wait is limited by number. */
    public static final long NOT_WEIGHED = 1024;

    /** What a byte costs: its copies, as bytes and as characters, and the values that it is part of. */
    static final long OF_BYTE = 5;

    /** What an item costs beyond its bytes: its verdict, and the rows that it becomes. */
    static final long OF_ITEM = 3 * 1024;

    static final long SHORTEST_ITEM = 25;
    static final long MOST_ITEMS = 10_000;

    private BodyWeight() {}

    /** The weight of a body of so many bytes that holds one item. */
    public static long ofOne(long bytes) {
        return OF_BYTE * bytes + OF_ITEM;
    }

    /** The weight of a batch of so many bytes. */
    public static long of(long bytes) {
        return OF_BYTE * bytes + OF_ITEM * Math.min(MOST_ITEMS, 1 + bytes / SHORTEST_ITEM);
    }
}
