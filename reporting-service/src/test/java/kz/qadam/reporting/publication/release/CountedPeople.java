package kz.qadam.reporting.publication.release;

import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import kz.qadam.reporting.asof.PointInTime;
import kz.qadam.reporting.catalogue.DescribedMembers;
import kz.qadam.reporting.release.ExactPlace;
import kz.qadam.reporting.release.FunnelCounts;
import kz.qadam.reporting.rollup.Dimension;
import org.jdbi.v3.core.Handle;

/** What releases are counted from, in the words of other counts: such as "trained region KZ-75". Zeros are left out. */
public final class CountedPeople {

    private CountedPeople() {}

    /** The people of a cohort in the country and at each place. */
    public static Map<String, Long> of(Handle database, PointInTime time, String cohort) {
        var counts = new PeopleCounts(database, time);
        Map<String, Long> all = new TreeMap<>();
        put(all, "nation", counts.country().getOrDefault(cohort, FunnelCounts.NONE));
        put(all, "region", counts.regions(), cohort);
        put(all, "course", counts.courses(), cohort);
        put(all, "area", counts.areas(DescribedMembers.at(database, time.batch(), Dimension.AREA)), cohort);
        return all;
    }

    /** The trained people of a cohort at each institution, summed over regions. */
    public static Map<String, Long> trainedByInstitution(Handle database, PointInTime time, String cohort) {
        Map<String, Long> all = new TreeMap<>();
        new PeopleCounts(database, time)
                .regions()
                .getOrDefault(cohort, new TreeMap<>())
                .values()
                .forEach(region -> region.byInstitution()
                        .forEach((institution, own) -> put(all, "trained institution " + institution, own.trained())));
        return all;
    }

    private static void put(
            Map<String, Long> all, String by, Map<String, SortedMap<String, ExactPlace>> places, String cohort) {
        places.getOrDefault(cohort, new TreeMap<>())
                .forEach((code, place) -> put(all, by + " " + code, place.people()));
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
