package kz.qadam.reporting.publication.release;

import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import kz.qadam.reporting.asof.PointInTime;
import kz.qadam.reporting.catalogue.DerivedMemberReader;
import kz.qadam.reporting.release.ExactPeople;
import kz.qadam.reporting.release.ExactState.CohortRegion;
import kz.qadam.reporting.release.FunnelCounts;
import kz.qadam.reporting.rollup.Dimension;
import org.jdbi.v3.core.Handle;

/** What releases are counted from, in the words of other counts: such as "trained region KZ-75". Zeros are left out. */
public final class CountedPeople {

    private CountedPeople() {}

    /** The people of a cohort in the country and by course and area, and the trained ones by region. */
    public static Map<String, Long> of(Handle database, PointInTime time, String cohort) {
        var counts = new PeopleCounter(database, time);
        Map<String, String> areas = DerivedMemberReader.at(database, time.batch(), Dimension.AREA);
        Map<String, Long> all = new TreeMap<>();
        counts.regions().forEach((region, people) -> {
            if (region.cohort().equals(cohort)) {
                put(all, "nation", people.people());
                put(all, "trained region " + region.region(), people.people().trained());
                people.alone().forEach((owner, alone) -> put(all, "alone " + owner, alone));
            }
        });
        counts.courses().forEach((region, courses) -> put(all, "course", region, courses, cohort));
        counts.areas(areas).forEach((region, ofRegion) -> put(all, "area", region, ofRegion, cohort));
        return all;
    }

    private static void put(
            Map<String, Long> all,
            String by,
            CohortRegion region,
            SortedMap<String, ExactPeople> courses,
            String cohort) {
        if (region.cohort().equals(cohort)) {
            courses.forEach((code, course) -> put(all, by + " " + code, course.people()));
        }
    }

    private static void put(Map<String, Long> all, String where, FunnelCounts counts) {
        put(all, "enrolled " + where, counts.enrolled());
        put(all, "completed " + where, counts.completed());
        put(all, "trained " + where, counts.trained());
    }

    private static void put(Map<String, Long> all, String figure, long count) {
        if (count > 0) {
            all.merge(figure, count, Long::sum);
        }
    }
}
