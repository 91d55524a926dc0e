package kz.qadam.chassis.http.limit;

import java.util.HashMap;
import java.util.Map;
import kz.qadam.chassis.base.language.Message;
import kz.qadam.chassis.http.problem.Problem;
import kz.qadam.chassis.http.problem.ProblemType;

/**
 * Limits what is in use at the same time, in total and by key: a number of operations, or, if permits have a weight, an
 * amount such as bytes of memory.
 *
 * @param <K> the key, such as a sender or an address
 */
public final class ConcurrencyLimit<K> {

    /** A permit that is in use. */
    public interface Permit {

        /** Gives the permit back; a second call does nothing. */
        void leave();
    }

    /** A permit with a weight. */
    public interface Weighed extends Permit {

        /**
         * Changes the weight of the permit. A permit that was given back stays so.
         *
         * @throws Problem if it is more than is left; the weight is then unchanged
         */
        void resize(long weight);

        @Override
        default void leave() {
            resize(0);
        }
    }

    private final Limit ofAll;
    private final Limit ofOne;
    private final ProblemType ofOneReached;
    private final Map<K, Long> byKey = new HashMap<>();
    private long taken;

    /** A key that has reached its limit is answered 429; anybody is answered 503 if all permits are in use. */
    public ConcurrencyLimit(Limit ofAll, Limit ofOne) {
        this(ofAll, ofOne, ProblemType.TOO_MANY_REQUESTS);
    }

    private ConcurrencyLimit(Limit ofAll, Limit ofOne, ProblemType ofOneReached) {
        this.ofAll = ofAll;
        this.ofOne = ofOne;
        this.ofOneReached = ofOneReached;
    }

    /** Limits how many requests wait, in total and of one owner. */
    public static ConcurrencyLimit<String> ofWaiting(int most, int mostOfOwner) {
        return new ConcurrencyLimit<>(
                new Limit(most, Message.of("too-many-wait")),
                new Limit(mostOfOwner, Message.of("too-many-of-yours-wait")));
    }

    /** A limit that does not say whether the others or the key itself has reached it: both are answered 503. */
    public static ConcurrencyLimit<String> ofAnybody(long most, long mostOfOne, String messageKey) {
        Message reached = Message.of(messageKey);
        return new ConcurrencyLimit<>(new Limit(most, reached), new Limit(mostOfOne, reached), ProblemType.UNAVAILABLE);
    }

    /**
     * Takes a permit.
     *
     * @throws Problem if this key has reached its limit, or all permits are in use
     */
    public Permit take(K key) {
        return take(key, 1, 0);
    }

    /**
     * Takes a permit with a weight.
     *
     * @param onTop how far this permit may exceed both limits
     * @throws Problem if it is more than is left
     */
    public Weighed take(K key, long weight, long onTop) {
        Taken permit = new Taken(key);
        change(permit, weight, onTop);
        return permit;
    }

    /** How much is in use now. */
    public synchronized long taken() {
        return taken;
    }

    private synchronized void change(Taken permit, long weight, long onTop) {
        long by = weight - permit.weight;
        long ofThis = byKey.getOrDefault(permit.key, 0L) + by;
        if (by > 0 && ofThis > ofOne.most() + onTop) {
            throw new Problem(ofOneReached, ofOne.reached());
        }
        if (by > 0 && taken + by > ofAll.most() + onTop) {
            throw new Problem(ProblemType.UNAVAILABLE, ofAll.reached());
        }
        taken += by;
        permit.weight = weight;
        if (ofThis == 0) {
            byKey.remove(permit.key);
        } else {
            byKey.put(permit.key, ofThis);
        }
    }

    private final class Taken implements Weighed {

        private final K key;
        private long weight;

        private Taken(K key) {
            this.key = key;
        }

        @Override
        public void resize(long to) {
            synchronized (ConcurrencyLimit.this) {
                if (weight > 0) {
                    change(this, to, 0);
                }
            }
        }
    }

    /**
     * How much may be in use.
     *
     * @param reached the message when the limit is reached
     */
    public record Limit(long most, Message reached) {

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
