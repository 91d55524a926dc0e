package kz.qadam.reporting.publication.release;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import kz.qadam.reporting.asof.PointInTime;
import kz.qadam.reporting.catalogue.Catalogue;
import kz.qadam.reporting.catalogue.Course;
import kz.qadam.reporting.catalogue.DerivedMemberReader;
import kz.qadam.reporting.figures.coverage.Coverage;
import kz.qadam.reporting.figures.coverage.CoverageReader;
import kz.qadam.reporting.release.ExactCohort;
import kz.qadam.reporting.release.ExactPeople;
import kz.qadam.reporting.release.ExactPlaceCounts;
import kz.qadam.reporting.release.ExactState;
import kz.qadam.reporting.release.ExactState.CohortRegion;
import kz.qadam.reporting.release.ReleasedCoverage;
import kz.qadam.reporting.rollup.Dimension;
import org.jdbi.v3.core.Handle;

/** Reads the exact counts that releases are made from. */
final class ExactStates {

    private static final SortedMap<String, ExactPeople> NONE = new TreeMap<>();
    private static final ReleasedCoverage.Row NOBODY = row(null, Coverage.Count.NONE);

    private ExactStates() {}

    /** What the country and its regions are counted from; without courses, areas and the institutions that report. */
    static ExactState ofCountry(Handle database, PointInTime time) {
        PeopleCounter counts = new PeopleCounter(database, time);
        return new ExactState(
                time.asOf(),
                time.on(),
                cohorts(counts.regions(), Map.of(), Map.of()),
                ExactStates::notCounted,
                Map.of(),
                NOBODY,
                List.of());
    }

    private static long notCounted(Collection<CohortRegion> regions) {
        throw new UnsupportedOperationException("Distinct people are counted for month ends only: " + regions);
    }

    /** What all tables of a month end are counted from. */
    static ExactState ofMonthEnd(Handle database, PointInTime time, Catalogue catalogue) {
        PeopleCounter counts = new PeopleCounter(database, time);
        Map<String, String> areas = DerivedMemberReader.at(database, time.batch(), Dimension.AREA);
        SortedMap<String, Coverage.Count> reporting =
                CoverageReader.counts(database, new CoverageReader.Question(time, ReleasedCoverage.DAYS, null));
        return new ExactState(
                time.asOf(),
                time.on(),
                cohorts(counts.regions(), counts.courses(), counts.areas(areas)),
                counts::trainedInAny,
                catalogue.courses().values().stream().collect(Collectors.toMap(Course::code, Course::titles)),
                row(null, Coverage.Count.sum(reporting.values())),
                reporting.entrySet().stream()
                        .map(region -> row(region.getKey(), region.getValue()))
                        .toList());
    }

    private static SortedMap<String, ExactCohort> cohorts(
            Map<CohortRegion, ExactPeople> regions,
            Map<CohortRegion, SortedMap<String, ExactPeople>> courses,
            Map<CohortRegion, SortedMap<String, ExactPeople>> areas) {
        Map<String, SortedMap<String, ExactPlaceCounts>> byCohort = new HashMap<>();
        regions.forEach((region, people) -> byCohort.computeIfAbsent(region.cohort(), cohort -> new TreeMap<>())
                .put(
                        region.region(),
                        new ExactPlaceCounts(
                                people, courses.getOrDefault(region, NONE), areas.getOrDefault(region, NONE))));
        SortedMap<String, ExactCohort> cohorts = new TreeMap<>();
        byCohort.forEach((code, ofCohort) -> cohorts.put(code, new ExactCohort(ofCohort)));
        return cohorts;
    }

    private static ReleasedCoverage.Row row(String region, Coverage.Count count) {
        return new ReleasedCoverage.Row(
                region, count.active(), count.reported(), count.zero(), count.silent(), count.never());
    }
}
