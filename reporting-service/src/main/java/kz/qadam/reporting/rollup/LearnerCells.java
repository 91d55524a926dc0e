package kz.qadam.reporting.rollup;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * The cells in which one learner counts: once under each member of a dimension, on the first day of the learner's facts
 * there. It is updated fact by fact, since a learner may have thousands of facts.
 */
final class LearnerCells {

    /** The number of facts on each day, by member. A member is a cell of any day. */
    private final Map<Cell, NavigableMap<LocalDate, Integer>> days = new HashMap<>();

    static LearnerCells of(Stream<Collection<Cell>> facts) {
        var all = new LearnerCells();
        facts.forEach(all::add);
        return all;
    }

    void add(Collection<Cell> ofOneFact) {
        for (Cell cell : ofOneFact) {
            days.computeIfAbsent(cell.on(Cell.ANY_DAY), member -> new TreeMap<>())
                    .merge(cell.day(), 1, Integer::sum);
        }
    }

    void remove(Collection<Cell> ofOneFact) {
        for (Cell cell : ofOneFact) {
            days.computeIfPresent(cell.on(Cell.ANY_DAY), (member, here) -> {
                here.computeIfPresent(cell.day(), (day, facts) -> facts == 1 ? null : facts - 1);
                return here.isEmpty() ? null : here;
            });
        }
    }

    /** All cells in which the learner counts. */
    Collection<Cell> cells() {
        return in(days.keySet());
    }

    /** The cells under these members in which the learner counts. */
    Collection<Cell> in(Collection<Cell> members) {
        List<Cell> cells = new ArrayList<>(members.size());
        for (Cell member : members) {
            NavigableMap<LocalDate, Integer> here = days.get(member);
            if (here != null) {
                cells.add(member.on(here.firstKey()));
            }
        }
        return cells;
    }
}
