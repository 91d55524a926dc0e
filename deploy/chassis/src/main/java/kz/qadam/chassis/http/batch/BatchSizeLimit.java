package kz.qadam.chassis.http.batch;

import java.util.function.LongConsumer;
import kz.qadam.chassis.base.language.Message;
import kz.qadam.chassis.http.problem.Problem;
import kz.qadam.chassis.http.problem.ProblemType;
import kz.qadam.chassis.http.table.Row;

/**
 * Measures a batch row by row, before a row becomes an item. It counts characters, since a compressed file may contain
 * any number of them, and values, since each becomes an object, however short it is.
 */
final class BatchSizeLimit {

    /** The number of values that any batch may have, whatever its length. */
    static final int VALUES_OF_ANY = 20_000;

    static final int MOST_VALUES = 1_000_000;

    /** In characters: real values, separators included, are longer than this on average. */
    private static final int SHORTEST_VALUE = 4;

    private final LongConsumer unpacked;
    private long expected;
    private long characters;
    private long values;

    /**
     * Measures a body of this many bytes.
     *
     * @param unpacked receives the number of characters from time to time once it exceeds the number of bytes
     */
    BatchSizeLimit(long bytes, LongConsumer unpacked) {
        this.expected = bytes;
        this.unpacked = unpacked;
    }

    /**
     * Counts one more row.
     *
     * @throws Problem 413 if the batch becomes too large
     */
    void add(Row row) {
        characters += row.characters();
        values += row.values();
        if (characters > Batch.MOST_BYTES) {
            throw new Problem(ProblemType.TOO_LARGE, Message.of("too-large/bytes", "10 MiB"));
        }
        if (values > Math.min(MOST_VALUES, VALUES_OF_ANY + characters / SHORTEST_VALUE)) {
            throw new Problem(ProblemType.TOO_LARGE, Message.of("too-large/values"));
        }
        if (characters > expected) {
            expected = Math.min(2 * characters, Batch.MOST_BYTES);
            unpacked.accept(expected);
        }
    }
}
