package kz.qadam.load;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;

/** What became of the requests of a load. */
public final class LoadTally {

    private final Queue<Long> nanos = new ConcurrentLinkedQueue<>();
    private final LongAdder unavailable = new LongAdder();
    private final LongAdder refused = new LongAdder();
    private final LongAdder unread = new LongAdder();
    private final Map<String, LongAdder> unknown = new ConcurrentHashMap<>();
    private final LongestGap gap = new LongestGap();
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

    void addUnread() {
        unread.increment();
    }

    /** @param how the answer did not come, or which status came */
    void addUnknown(String how) {
        unknown.computeIfAbsent(how, first -> new LongAdder()).increment();
    }

    void addWritten() {
        gap.written(System.nanoTime());
    }

    void addError(String error) {
        errors.add(error);
    }

    /** How many requests were answered. */
    public int answered() {
        return nanos.size();
    }

    /** What had to be sent again until now. */
    public RepeatCounts repeats() {
        return new RepeatCounts(
                unavailable.sum(),
                refused.sum(),
                unknown.values().stream().mapToLong(LongAdder::sum).sum(),
                unread.sum());
    }

    /** How many outcomes were unknown, by what was seen of them. */
    public Map<String, Long> unknown() {
        Map<String, Long> sums = new TreeMap<>();
        unknown.forEach((how, sum) -> sums.put(how, sum.sum()));
        return sums;
    }

    /** From now on the longest gap is measured anew. */
    public void beginGap() {
        gap.begin(System.nanoTime());
    }

    /** The longest time without an acknowledged writing since {@link #beginGap}. */
    public Duration longestGap() {
        return gap.until(System.nanoTime());
    }

    /** Everything but answers and what is sent again. */
    public List<String> errors() {
        return List.copyOf(errors);
    }

    @Override
    public String toString() {
        long[] sorted = nanos.stream().mapToLong(Long::longValue).sorted().toArray();
        return "%,d requests answered (median %d ms, 99 %% within %d ms, longest %d ms); repeated: %d after 503, %d after a refused connection, %d with an unknown outcome, %d readings without an answer; other errors: %d"
                .formatted(
                        sorted.length,
                        millis(sorted, 0.5),
                        millis(sorted, 0.99),
                        millis(sorted, 1),
                        repeats().unavailable(),
                        repeats().refused(),
                        repeats().unknown(),
                        repeats().unread(),
                        errors.size());
    }

    private static long millis(long[] sorted, double share) {
        return sorted.length == 0
                ? 0
                : TimeUnit.NANOSECONDS.toMillis(sorted[(int) Math.round(share * (sorted.length - 1))]);
    }
}
