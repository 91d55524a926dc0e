package kz.qadam.demo;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * All figures at once.
 *
 * @param at by key: a cohort in the nation, in a region or at an institution, such as {@code pupils}, {@code pupils
 *     KZ-75} and {@code pupils school-42}; zero figures have no entry
 * @param people the number of distinct trained persons, over all cohorts
 */
record Figures(Map<String, Figure> at, long people) {

    Figures {
        at = new TreeMap<>(at);
        at.values().removeIf(Figure.NOTHING::equals);
    }

    Figure of(String place) {
        return at.getOrDefault(place, Figure.NOTHING);
    }

    /** The national figures of the cohorts. */
    Figures ofCohorts() {
        Map<String, Figure> cohorts = new TreeMap<>(at);
        cohorts.keySet().removeIf(place -> place.contains(" "));
        return new Figures(cohorts, people);
    }

    /** The sum of all figures, which only shows the progress of the counting. */
    long sum() {
        return at.values().stream()
                .mapToLong(figure -> figure.enrolled() + figure.completions() + figure.trained())
                .sum();
    }

    /** The differences from other figures; empty if all are equal. */
    List<String> differences(Figures others) {
        var places = new TreeSet<>(at.keySet());
        places.addAll(others.at.keySet());
        places.removeIf(place -> of(place).equals(others.of(place)));
        List<String> differences = places.stream()
                .map(place -> "%s: %s, but %s".formatted(place, of(place), others.of(place)))
                .collect(Collectors.toCollection(ArrayList::new));
        if (people != others.people) {
            differences.add("people: %,d, but %,d".formatted(people, others.people));
        }
        return differences;
    }
}
