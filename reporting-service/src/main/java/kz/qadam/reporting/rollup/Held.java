package kz.qadam.reporting.rollup;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;

/** The newest state of each subject, and where each learner counts; a subject can pass from one learner to another. */
final class Held<K, F> {

    private final Function<F, K> key;
    private final Function<F, UUID> learner;
    private final Map<K, F> all = new HashMap<>();
    private final Function<F, Collection<Cell>> shared;
    private final Map<UUID, FirstDays> byLearner = new HashMap<>();

    /** @param shared where a fact makes its learner count */
    Held(Collection<F> known, Function<F, K> key, Function<F, UUID> learner, Function<F, Collection<Cell>> shared) {
        this.key = key;
        this.learner = learner;
        this.shared = shared;
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

    /** The places, which are cells of any day, where a fact makes its learner count. */
    List<Cell> placesOf(F one) {
        return shared.apply(one).stream().map(cell -> cell.on(Cell.ANY_DAY)).toList();
    }

    /** In which cells of these places a learner counts. */
    Collection<Cell> of(UUID whose, Collection<Cell> places) {
        FirstDays theirs = byLearner.get(whose);
        return theirs == null ? List.of() : theirs.in(places);
    }

    void put(F one) {
        F old = all.put(key.apply(one), one);
        if (old != null) {
            byLearner.get(learner.apply(old)).remove(shared.apply(old));
        }
        byLearner.computeIfAbsent(learner.apply(one), whose -> new FirstDays()).add(shared.apply(one));
    }
}
