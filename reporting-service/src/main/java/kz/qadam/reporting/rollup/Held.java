package kz.qadam.reporting.rollup;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;

/** The newest state of each subject, by subject and by learner; a subject can pass from one learner to another. */
final class Held<K, F> {

    private final Function<F, K> key;
    private final Function<F, UUID> learner;
    private final Map<K, F> all = new HashMap<>();
    private final Map<UUID, Map<K, F>> byLearner = new HashMap<>();

    Held(Collection<F> known, Function<F, K> key, Function<F, UUID> learner) {
        this.key = key;
        this.learner = learner;
        known.forEach(this::put);
    }

    /** What it is about. */
    K keyOf(F one) {
        return key.apply(one);
    }

    UUID learnerOf(F one) {
        return learner.apply(one);
    }

    /** The state that is known of the same subject, or null. */
    F known(F one) {
        return all.get(key.apply(one));
    }

    Collection<F> of(UUID whose) {
        Map<K, F> theirs = byLearner.get(whose);
        return theirs == null ? List.of() : theirs.values();
    }

    void put(F one) {
        F old = all.put(key.apply(one), one);
        if (old != null) {
            byLearner.get(learner.apply(old)).remove(key.apply(old));
        }
        byLearner.computeIfAbsent(learner.apply(one), whose -> new HashMap<>()).put(key.apply(one), one);
    }
}
