package kz.qadam.reporting.rollup;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;

/** The newest state of each subject, and where each learner counts; a subject can pass from one learner to another. */
final class CurrentFacts<K, F> {

    private final Function<F, K> key;
    private final Function<F, UUID> learner;
    private final Map<K, F> all = new HashMap<>();
    private final Function<F, Collection<Cell>> cells;
    private final Map<UUID, FirstDays> byLearner = new HashMap<>();

    /** @param cells where a fact makes its learner count */
    CurrentFacts(
            Collection<F> known, Function<F, K> key, Function<F, UUID> learner, Function<F, Collection<Cell>> cells) {
        this.key = key;
        this.learner = learner;
        this.cells = cells;
        known.forEach(this::put);
    }

    /** The subject. */
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

    /** Where a fact makes its learner count, as cells of any day. */
    List<Cell> membersOf(F one) {
        return cells.apply(one).stream().map(cell -> cell.on(Cell.ANY_DAY)).toList();
    }

    /** In which cells a learner counts, of all days of these. */
    Collection<Cell> cellsOf(UUID one, Collection<Cell> members) {
        FirstDays days = byLearner.get(one);
        return days == null ? List.of() : days.in(members);
    }

    void put(F one) {
        F old = all.put(key.apply(one), one);
        if (old != null) {
            byLearner.get(learner.apply(old)).remove(cells.apply(old));
        }
        byLearner.computeIfAbsent(learner.apply(one), id -> new FirstDays()).add(cells.apply(one));
    }
}
