package kz.qadam.system;

import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * All figures at once.
 *
 * @param at by place: a cohort or the total, everywhere, in a region or at an institution, such as {@code pupils}, {@code
 *     pupils KZ-75} and {@code pupils school-1}; where there is nothing is no entry
 * @param people distinct persons trained, over all cohorts
 */
record Figures(Map<String, Figure> at, long people) {

    Figures {
        at = new TreeMap<>(at);
        at.values().removeIf(Figure.NOTHING::equals);
    }

    /**
     * The figures of each place.
     *
     * @param enrolled who is enrolled there
     * @param completions how many completions count there
     * @param trained who is trained there
     */
    static <M> Figures of(
            Map<String, Set<M>> enrolled, Map<String, Integer> completions, Map<String, Set<M>> trained, long people) {
        Set<String> places = new HashSet<>(enrolled.keySet());
        places.addAll(completions.keySet());
        Map<String, Figure> at = new TreeMap<>();
        for (String place : places) {
            at.put(
                    place,
                    new Figure(
                            enrolled.getOrDefault(place, Set.of()).size(),
                            completions.getOrDefault(place, 0),
                            trained.getOrDefault(place, Set.of()).size()));
        }
        return new Figures(at, people);
    }

    /** By how much these have grown. */
    Figures since(Figures before) {
        Set<String> places = new HashSet<>(at.keySet());
        places.addAll(before.at.keySet());
        Map<String, Figure> grown = new TreeMap<>();
        for (String place : places) {
            grown.put(place, of(place).minus(before.of(place)));
        }
        return new Figures(grown, people - before.people);
    }

    Figure of(String place) {
        return at.getOrDefault(place, Figure.NOTHING);
    }
}
