package kz.qadam.chassis.places;

import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import kz.qadam.chassis.language.Text;
import kz.qadam.chassis.problem.Problem;
import kz.qadam.chassis.problem.ProblemType;

/**
 * Counts what goes on at the same time, in all and by key, so that there is never more than is permitted.
 *
 * @param <K> by what it is counted, such as a sender or an address
 */
public final class Places<K> {

    /** A place that is taken. */
    public interface Place {

        /** Gives it back; to do so again does nothing. */
        void leave();
    }

    private final Limit ofAll;
    private final Limit ofOne;
    private final Map<K, Integer> byKey = new HashMap<>();
    private int taken;

    public Places(Limit ofAll, Limit ofOne) {
        this.ofAll = ofAll;
        this.ofOne = ofOne;
    }

    /**
     * Takes a place.
     *
     * @throws Problem 429 if this key has as many places as it may have, 503 if all are taken
     */
    public synchronized Place take(K key) {
        if (byKey.getOrDefault(key, 0) >= ofOne.most()) {
            throw new Problem(ProblemType.TOO_MANY_REQUESTS, ofOne.reached());
        }
        if (taken >= ofAll.most()) {
            throw new Problem(ProblemType.UNAVAILABLE, ofAll.reached());
        }
        taken++;
        byKey.merge(key, 1, Integer::sum);
        var left = new AtomicBoolean();
        return () -> {
            if (left.compareAndSet(false, true)) {
                leave(key);
            }
        };
    }

    /** How many are taken at this moment. */
    public synchronized int taken() {
        return taken;
    }

    private synchronized void leave(K key) {
        taken--;
        byKey.computeIfPresent(key, (same, count) -> count == 1 ? null : count - 1);
    }

    /**
     * How many places there are.
     *
     * @param most the most that may be taken
     * @param reached what is answered when they are
     */
    public record Limit(int most, Text reached) {

        /**
         * A limit that says how many it is.
         *
         * @param key of a message, whose argument is the limit
         */
        public static Limit of(int most, String key) {
            return new Limit(most, Text.of(key, most));
        }
    }
}
