package kz.qadam.reporting.rollup;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;
import kz.qadam.reporting.rollup.fact.Cause;

/** The changes of cells by cause. Changes that cancel each other out are left out. */
final class CellChanges {

    private final Map<CellPart, Long> changes = new HashMap<>();

    void subtract(Collection<Cell> cells, Cause cause) {
        cells.forEach(cell -> changes.merge(new CellPart(cell, cause), -1L, Long::sum));
    }

    void add(Collection<Cell> cells, Cause cause) {
        cells.forEach(cell -> changes.merge(new CellPart(cell, cause), 1L, Long::sum));
    }

    Map<CellPart, Long> toMap() {
        return changes.entrySet().stream()
                .filter(change -> change.getValue() != 0)
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }
}
