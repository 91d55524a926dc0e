package kz.qadam.chassis.places;

import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import kz.qadam.chassis.language.Message;
import kz.qadam.chassis.problem.Problem;
import kz.qadam.chassis.problem.ProblemType;

/**
 * Limits how many operations run at the same time, in total and by key.
 *
 * @param <K> the key, such as a sender or an address
 */
public final class ConcurrencyLimit<K> {

    /** A place that is in use. */
    public interface Place {

        /** Gives the place back; a second call does nothing. */
        void leave();
    }

    private final Limit ofAll;
    private final Limit ofOne;
    private final Map<K, Integer> byKey = new HashMap<>();
    private int taken;

    public ConcurrencyLimit(Limit ofAll, Limit ofOne) {
        this.ofAll = ofAll;
        this.ofOne = ofOne;
    }

    /** Limits how many requests wait, in total and of one owner. */
    public static ConcurrencyLimit<String> ofWaiting(int most, int mostOfOwner) {
        return new ConcurrencyLimit<>(
                new Limit(most, Message.of("too-many-wait")),
                new Limit(mostOfOwner, Message.of("too-many-of-yours-wait")));
    }

    /**
     * Takes a place.
     *
     * @throws Problem 429 if this key has reached its limit, 503 if all places are in use
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

    /** How many places are in use now. */
    public synchronized int taken() {
        return taken;
    }

    private synchronized void leave(K key) {
        taken--;
        byKey.computeIfPresent(key, (same, count) -> count == 1 ? null : count - 1);
    }

    /**
     * A number of places.
     *
     * @param most the most places in use
     * @param reached the message when the limit is reached
     */
    public record Limit(int most, Message reached) {

        /**
         * A limit whose message names its number.
         *
         * @param key of a message, whose argument is the limit
         */
        public static Limit of(int most, String key) {
            return new Limit(most, Message.of(key, most));
        }
    }
}
