package kz.qadam.chassis.http.body;

/**
 * How much heap a body needs while it is read, judged and answered, in bytes. The numbers are measured, and bounded by
 * the limits of a body: see decision 86.
 */
public final class BodyWeight {

    /** Shorter bodies are posts of the usual size; they are limited by number instead. */
    public static final long NOT_WEIGHED = 1024;

    /** The cost of a byte: its copies, as bytes and as characters, and the values that it is part of. */
    static final long OF_BYTE = 5;

    /** The cost of an item beyond its bytes: its verdict, and its database rows. */
    static final long OF_ITEM = 3 * 1024;

    static final long SHORTEST_ITEM = 25;
    static final long MOST_ITEMS = 10_000;

    private BodyWeight() {}

    /** The weight of a body of this many bytes with a single item. */
    public static long ofOne(long bytes) {
        return OF_BYTE * bytes + OF_ITEM;
    }

    /** The weight of a batch of this many bytes. */
    public static long of(long bytes) {
        return OF_BYTE * bytes + OF_ITEM * Math.min(MOST_ITEMS, 1 + bytes / SHORTEST_ITEM);
    }
}
