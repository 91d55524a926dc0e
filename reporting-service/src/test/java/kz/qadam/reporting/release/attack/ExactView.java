package kz.qadam.reporting.release.attack;

import java.util.SortedMap;
import java.util.TreeMap;
import kz.qadam.reporting.release.ExactCohort;
import kz.qadam.reporting.release.ExactPeople;
import kz.qadam.reporting.release.ExactPlaceCounts;

/** The people of an attack, as the service counts them. */
final class ExactView {

    private ExactView() {}

    static ExactPeople people(RegionPeople people) {
        return new ExactPeople(people.counts(), Holders.alone(people));
    }

    static ExactCohort cohort(KnownCohort cohort) {
        SortedMap<String, ExactPlaceCounts> places = new TreeMap<>();
        cohort.regions()
                .forEach((place, people) ->
                        places.put(place, new ExactPlaceCounts(people(people), new TreeMap<>(), new TreeMap<>())));
        return new ExactCohort(places);
    }
}
