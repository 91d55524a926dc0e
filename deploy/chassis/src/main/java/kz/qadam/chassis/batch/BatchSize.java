package kz.qadam.chassis.batch;

import java.util.function.LongConsumer;
import kz.qadam.chassis.language.Text;
import kz.qadam.chassis.problem.Problem;
import kz.qadam.chassis.problem.ProblemType;
import kz.qadam.chassis.table.Row;

/**
 * How much a batch holds, counted row by row before a row becomes an item: characters, since a packed file may hold any
 * number of them, and values, since each costs an object of its own, however short it is.
 */
final class BatchSize {

    /** Of any batch, whatever its length. */
    static final int VALUES_OF_ANY = 20_000;

    static final int MOST_VALUES = 1_000_000;

    /** An honest value is, with what separates it from the next, longer than this on average. */
    private static final int SHORTEST_VALUE = 4;

    private final LongConsumer unpacks;
    private long expected;
    private long characters;
    private long values;

    /**
     * Of a body of so many bytes.
     *
     * @param unpacks is told, now and then, when there are more characters than bytes
     */
    BatchSize(long bytes, LongConsumer unpacks) {
        this.expected = bytes;
        this.unpacks = unpacks;
    }

    /**
     * Counts one row more.
     *
     * @throws Problem 413 if it is too much for a batch
     */
    void add(Row row) {
        characters += row.characters();
        values += row.values();
        if (characters > Batch.MOST_BYTES) {
            throw new Problem(ProblemType.TOO_LARGE, Text.of("too-large/bytes", "10 MiB"));
        }
        if (values > Math.min(MOST_VALUES, VALUES_OF_ANY + characters / SHORTEST_VALUE)) {
            throw new Problem(ProblemType.TOO_LARGE, Text.of("too-large/values"));
        }
        if (characters > expected) {
            expected = Math.min(2 * characters, Batch.MOST_BYTES);
            unpacks.accept(expected);
        }
    }
}
