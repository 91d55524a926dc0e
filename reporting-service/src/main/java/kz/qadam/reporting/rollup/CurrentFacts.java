package kz.qadam.reporting.rollup;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import kz.qadam.reporting.rollup.fact.CountedFact;

/** The current facts of one type, and the cells in which they count their learners. */
final class CurrentFacts<F extends CountedFact> {

    private final Function<F, ?> referred;
    private final Function<F, Collection<Cell>> cells;
    private final Function<F, Collection<Cell>> cellsOfLearner;
    private final Map<Object, F> bySubject = new HashMap<>();
    private final Map<Object, F> newer = new HashMap<>();
    private final Map<UUID, LearnerCells> byLearner = new HashMap<>();

    /** The subjects of the facts that have referred to something; null until somebody asks for them. */
    private Map<Object, Set<Object>> byReferred;

    /**
     * @param known all current facts of some learners; of others, those that facts of these learners refer to
     * @param referred gives what a fact refers to, or null
     * @param cells gives the cells in which a fact counts by itself
     * @param cellsOfLearner gives the cells in which a fact counts its learner
     */
    CurrentFacts(
            Collection<F> known,
            Function<F, ?> referred,
            Function<F, Collection<Cell>> cells,
            Function<F, Collection<Cell>> cellsOfLearner) {
        this.referred = referred;
        this.cells = cells;
        this.cellsOfLearner = cellsOfLearner;
        known.forEach(this::put);
    }

    /** The current fact of a subject. */
    Optional<F> of(Object subject) {
        return Optional.ofNullable(bySubject.get(subject));
    }

    /** The current facts that refer to something. */
    List<F> referringTo(Object one) {
        if (byReferred == null) {
            byReferred = new HashMap<>();
            bySubject.values().forEach(this::noteReferred);
        }
        return byReferred.getOrDefault(one, Set.of()).stream()
                .map(bySubject::get)
                .filter(fact -> one.equals(referred.apply(fact)))
                .toList();
    }

    private void noteReferred(F one) {
        Object to = referred.apply(one);
        if (to != null) {
            byReferred.computeIfAbsent(to, key -> new LinkedHashSet<>()).add(one.subject());
        }
    }

    /** Whether a fact is newer than the current fact of its subject. */
    boolean isNewer(F one) {
        F old = bySubject.get(one.subject());
        return old == null || old.version() < one.version();
    }

    /** Makes a fact the current one of its subject; adds the changes of cells. */
    void set(F one, CellChanges changes) {
        F old = bySubject.get(one.subject());
        Set<UUID> learners = new HashSet<>();
        Set<Cell> members = new HashSet<>();
        learners.add(one.learner());
        members.addAll(membersOf(one));
        if (old != null) {
            learners.add(old.learner());
            members.addAll(membersOf(old));
            changes.subtract(cells.apply(old), one.cause());
        }
        learners.forEach(learner -> changes.subtract(cellsOf(learner, members), one.cause()));
        put(one);
        newer.put(one.subject(), one);
        changes.add(cells.apply(one), one.cause());
        learners.forEach(learner -> changes.add(cellsOf(learner, members), one.cause()));
    }

    /** The facts that were set, without those that were replaced since. */
    List<F> newer() {
        return List.copyOf(newer.values());
    }

    /** The members under which a fact counts its learner, as cells of any day. */
    private List<Cell> membersOf(F one) {
        return cellsOfLearner.apply(one).stream()
                .map(cell -> cell.on(Cell.ANY_DAY))
                .toList();
    }

    /** The cells in which a learner counts under these members. */
    private Collection<Cell> cellsOf(UUID learner, Collection<Cell> members) {
        LearnerCells days = byLearner.get(learner);
        return days == null ? List.of() : days.in(members);
    }

    private void put(F one) {
        F old = bySubject.put(one.subject(), one);
        if (old != null) {
            byLearner.get(old.learner()).remove(cellsOfLearner.apply(old));
        }
        byLearner.computeIfAbsent(one.learner(), id -> new LearnerCells()).add(cellsOfLearner.apply(one));
        if (byReferred != null) {
            noteReferred(one);
        }
    }
}
