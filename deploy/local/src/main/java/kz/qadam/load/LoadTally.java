package kz.qadam.load;

import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;

/** What became of the requests of a load. */
public final class LoadTally {

    private final Queue<Long> nanos = new ConcurrentLinkedQueue<>();
    private final LongAdder unavailable = new LongAdder();
    private final LongAdder refused = new LongAdder();
    private final Queue<String> errors = new ConcurrentLinkedQueue<>();

    LoadTally() {}

    void addAnswer(long duration) {
        nanos.add(duration);
    }

    void addUnavailable() {
        unavailable.increment();
    }

    void addRefused() {
        refused.increment();
    }

    void addError(String error) {
        errors.add(error);
    }

    /** How many requests were answered. */
    public int answered() {
        return nanos.size();
    }

    /** Everything but answers, 503 and refused connections. */
    public List<String> errors() {
        return List.copyOf(errors);
    }

    @Override
    public String toString() {
        long[] sorted = nanos.stream().mapToLong(Long::longValue).sorted().toArray();
        return "%,d requests answered (median %d ms, 99 %% within %d ms, longest %d ms); repeated: %d after 503, %d after a refused connection; other errors: %d"
                .formatted(
                        sorted.length,
                        millis(sorted, 0.5),
                        millis(sorted, 0.99),
                        millis(sorted, 1),
                        unavailable.sum(),
                        refused.sum(),
                        errors.size());
    }

    private static long millis(long[] sorted, double share) {
        return sorted.length == 0
                ? 0
                : TimeUnit.NANOSECONDS.toMillis(sorted[(int) Math.round(share * (sorted.length - 1))]);
    }
}
