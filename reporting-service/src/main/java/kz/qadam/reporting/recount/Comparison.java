package kz.qadam.reporting.recount;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;

/** Holds what the roll-up says against what was counted, row by row, so that every altered row is found and named. */
final class Comparison {

    private static final Comparator<Place> ORDER = Comparator.comparing(Place::measure)
            .thenComparing(Place::cohort)
            .thenComparing(Place::grain)
            .thenComparing(Place::code)
            .thenComparing(Place::day);

    private static final Set<String> TOLD_ANEW = Set.of("completions", "completed");

    private record Pair(long figure, long recount) {

        Pair plus(Pair other) {
            return new Pair(figure + other.figure, recount + other.recount);
        }

        boolean isEqual() {
            return figure == recount;
        }
    }

    private final Map<Place, Long> figures = new HashMap<>();
    private final Count recount;
    private final Count leftOut;
    private final Set<String> judging;

    /**
     * @param leftOut of the figures
     * @param judging cohorts that are being judged by a changed catalogue
     */
    Comparison(Count recount, Count leftOut, Set<String> judging) {
        this.recount = recount;
        this.leftOut = leftOut;
        this.judging = judging;
    }

    /** A row of the roll-up. */
    void figure(Place place, long count) {
        figures.merge(place, count, Long::sum);
    }

    List<Recounted.Difference> differences(Predicate<Place> asked) {
        Map<Place, Map<LocalDate, Pair>> different = new TreeMap<>(ORDER);
        Map<Place, Pair> sums = new HashMap<>();
        Set<Place> places = new HashSet<>(figures.keySet());
        places.addAll(recount.places());
        places.addAll(leftOut.places());
        places.stream().filter(asked).filter(this::isSettled).forEach(place -> {
            Pair pair = new Pair(figures.getOrDefault(place, 0L) - leftOut.at(place), recount.at(place));
            Place allDays = place.ofAllDays();
            sums.merge(allDays, pair, Pair::plus);
            if (!pair.isEqual()) {
                different.computeIfAbsent(allDays, key -> new TreeMap<>()).put(place.day(), pair);
            }
        });
        List<Recounted.Difference> all = new ArrayList<>();
        different.forEach((place, days) -> {
            Pair sum = sums.get(place);
            if (sum.isEqual()) {
                days.forEach((day, pair) -> all.add(difference(place, day, pair)));
            } else {
                all.add(difference(place, null, sum));
            }
        });
        return all.subList(0, Math.min(all.size(), Recounted.MOST));
    }

    /** Which completions count is told anew while a cohort is being judged. */
    private boolean isSettled(Place place) {
        return !TOLD_ANEW.contains(place.measure()) || !judging.contains(place.cohort());
    }

    private static Recounted.Difference difference(Place place, LocalDate day, Pair pair) {
        return new Recounted.Difference(
                place.cohort().isEmpty() ? null : place.cohort(),
                place.measure(),
                place.codeAt("region"),
                place.codeAt("institution"),
                place.codeAt("course"),
                place.codeAt("area"),
                day,
                pair.figure(),
                pair.recount());
    }
}
