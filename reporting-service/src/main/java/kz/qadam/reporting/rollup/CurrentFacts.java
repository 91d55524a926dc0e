package kz.qadam.reporting.rollup;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;

/** The current fact of each subject and the cells of each learner. A subject can move to another learner. */
final class CurrentFacts<K, F> {

    private final Function<F, K> key;
    private final Function<F, UUID> learner;
    private final Map<K, F> all = new HashMap<>();
    private final Function<F, Collection<Cell>> cells;
    private final Map<UUID, FirstDays> byLearner = new HashMap<>();

    /** @param cells gives the cells in which a fact counts its learner */
    CurrentFacts(
            Collection<F> known, Function<F, K> key, Function<F, UUID> learner, Function<F, Collection<Cell>> cells) {
        this.key = key;
        this.learner = learner;
        this.cells = cells;
        known.forEach(this::put);
    }

    /** The key of the subject. */
    K keyOf(F one) {
        return key.apply(one);
    }

    UUID learnerOf(F one) {
        return learner.apply(one);
    }

    /** The current fact of the same subject, or null. */
    F known(F one) {
        return all.get(key.apply(one));
    }

    /** The members under which a fact counts its learner, as cells of any day. */
    List<Cell> membersOf(F one) {
        return cells.apply(one).stream().map(cell -> cell.on(Cell.ANY_DAY)).toList();
    }

    /** The cells in which a learner counts under these members. */
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
