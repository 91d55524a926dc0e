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
 * Where one learner counts: once in each place, on the first day that any of the learner's facts has there. It is kept
 * up fact by fact, since a learner may have thousands of them.
 */
final class FirstDays {

    /** By place, which is a cell of any day: how many facts are there on each day. */
    private final Map<Cell, NavigableMap<LocalDate, Integer>> days = new HashMap<>();

    static FirstDays of(Stream<Collection<Cell>> facts) {
        var all = new FirstDays();
        facts.forEach(all::add);
        return all;
    }

    void add(Collection<Cell> ofOneFact) {
        for (Cell cell : ofOneFact) {
            days.computeIfAbsent(cell.on(Cell.ANY_DAY), place -> new TreeMap<>())
                    .merge(cell.day(), 1, Integer::sum);
        }
    }

    void remove(Collection<Cell> ofOneFact) {
        for (Cell cell : ofOneFact) {
            days.computeIfPresent(cell.on(Cell.ANY_DAY), (place, here) -> {
                here.computeIfPresent(cell.day(), (day, facts) -> facts == 1 ? null : facts - 1);
                return here.isEmpty() ? null : here;
            });
        }
    }

    /** All cells in which the learner counts. */
    Collection<Cell> cells() {
        return in(days.keySet());
    }

    /** Those in these places. */
    Collection<Cell> in(Collection<Cell> places) {
        List<Cell> cells = new ArrayList<>(places.size());
        for (Cell place : places) {
            NavigableMap<LocalDate, Integer> here = days.get(place);
            if (here != null) {
                cells.add(place.on(here.firstKey()));
            }
        }
        return cells;
    }
}
