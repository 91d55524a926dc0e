package kz.qadam.reporting.recount;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/** Counts things in places, each in all grains that the roll-up has. */
final class Count {

    private static final LocalDate UNDATED = LocalDate.of(1, 1, 1);

    private final Rules rules;
    private final Consumer<Place> cells;

    /** @param cells is told of each thing and each place where it counts */
    Count(Rules rules, Consumer<Place> cells) {
        this.rules = rules;
        this.cells = cells;
    }

    void dated(String measure, Spot spot, LocalDate day) {
        places(measure, spot, day).forEach(cells);
    }

    void person(LocalDate firstDay) {
        cells.accept(new Place("people", "", "nation", "", firstDay));
    }

    /** A learner's enrolments: once in each place, however many there are. */
    void enrolled(Iterable<Joined> enrolments) {
        Set<Place> places = new HashSet<>();
        for (Joined one : enrolments) {
            places.addAll(places("enrolled", one.spot(), UNDATED));
        }
        places.forEach(cells);
    }

    /** A learner's completions: in each place once, on the first day there. */
    void completed(Iterable<Statement> counting) {
        Map<Place, LocalDate> first = new HashMap<>();
        for (Statement one : counting) {
            for (Place place : places("completed", one.spot(), UNDATED)) {
                first.merge(place, one.completedOn(), (day, other) -> other.isBefore(day) ? other : day);
            }
        }
        first.forEach((place, day) -> cells.accept(place.on(day)));
    }

    private List<Place> places(String measure, Spot spot, LocalDate day) {
        return List.of(
                new Place(measure, spot.cohort(), "nation", "", day),
                new Place(measure, spot.cohort(), "region", spot.region(), day),
                new Place(measure, spot.cohort(), "institution", spot.institution(), day),
                new Place(measure, spot.cohort(), "course", spot.course(), day),
                new Place(measure, spot.cohort(), "area", rules.area(spot.course()), day));
    }
}
