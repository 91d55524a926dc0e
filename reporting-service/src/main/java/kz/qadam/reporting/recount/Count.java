package kz.qadam.reporting.recount;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** Counts things in places, each in all grains that the roll-up has. */
final class Count {

    private final Map<Place, Long> counts = new HashMap<>();

    void dated(String measure, String cohort, String region, String institution, LocalDate day) {
        one(new Place(measure, cohort, "", "", day));
        one(new Place(measure, cohort, region, "", day));
        one(new Place(measure, cohort, region, institution, day));
    }

    void person(LocalDate firstDay) {
        one(new Place("people", "", "", "", firstDay));
    }

    /** A learner's enrolments: once in each place, however many there are. */
    void enrolled(Iterable<Joined> enrolments) {
        Set<Place> places = new HashSet<>();
        for (Joined one : enrolments) {
            places.add(Place.undated("enrolled", one.cohort(), "", ""));
            places.add(Place.undated("enrolled", one.cohort(), one.region(), ""));
            places.add(Place.undated("enrolled", one.cohort(), "", one.institution()));
        }
        places.forEach(this::one);
    }

    long at(Place place) {
        return counts.getOrDefault(place, 0L);
    }

    Set<Place> places() {
        return counts.keySet();
    }

    private void one(Place place) {
        counts.merge(place, 1L, Long::sum);
    }
}
