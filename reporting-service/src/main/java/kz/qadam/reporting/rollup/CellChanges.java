package kz.qadam.reporting.rollup;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;

/** By how much cells change; what cancels out is no change. */
final class CellChanges {

    private final Map<Cell, Long> changes = new HashMap<>();

    void replace(Collection<Cell> before, Collection<Cell> after) {
        before.forEach(cell -> changes.merge(cell, -1L, Long::sum));
        after.forEach(cell -> changes.merge(cell, 1L, Long::sum));
    }

    Map<Cell, Long> toMap() {
        return changes.entrySet().stream()
                .filter(change -> change.getValue() != 0)
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }
}
