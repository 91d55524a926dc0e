package kz.qadam.reporting.publication.release;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import kz.qadam.reporting.asof.KnownFacts;
import kz.qadam.reporting.asof.PointInTime;
import kz.qadam.reporting.release.ExactPlace;
import kz.qadam.reporting.release.FunnelCounts;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;

/**
 * Counts distinct people in the facts that were known at a batch: with any enrolment, whatever its day; with a
 * completion that counts by the end of a day; trained by then.
 */
final class PeopleCounts {

    private static final String COLUMNS = "cohort, learner, region, institution, course";

    private static final String FACTS = """
            select %1$s, true as enrolled, false as completed, false as trained from %2$s as enrolment
             union all
            select %1$s, false, true, false from %3$s as completion
             union all
            select %1$s, false, false, true from %4$s as training
            """.formatted(
                    COLUMNS,
                    KnownFacts.of("select " + COLUMNS + " from enrolment_fact where {known}"),
                    KnownFacts.of("select " + COLUMNS
                            + " from completion_fact where {known} and counts and completed_on <= :on"),
                    KnownFacts.of("select " + COLUMNS + " from trained_fact where {known} and trained_on <= :on"));

    /** A person with several facts in a group counts once in it. */
    private static final String COUNTS = """
            select cohort, place, institution, count(*) filter (where enrolled),
                   count(*) filter (where completed), count(*) filter (where trained)
              from (select cohort, place, {institution} as institution, learner, bool_or(enrolled) as enrolled,
                           bool_or(completed) as completed, bool_or(trained) as trained
                      from (select *, {place} as place from ({facts}) as fact {joined}) as placed
                     group by grouping sets ({groups})) as person
             group by cohort, place, institution
            """.replace("{facts}", FACTS);

    private static final String COUNTRY = COUNTS.replace("{place}", "''")
            .replace("{institution}", "null::text")
            .replace("{joined}", "")
            .replace("{groups}", "(cohort, place, learner)");

    /** The rows without an institution are about all of a place. */
    private static final String PLACES = COUNTS.replace("{institution}", "institution")
            .replace("{groups}", "(cohort, place, learner), (cohort, place, institution, learner)");

    private static final String REGIONS = PLACES.replace("{place}", "region").replace("{joined}", "");

    private static final String COURSES = PLACES.replace("{place}", "course").replace("{joined}", "");

    private static final String AREAS = PLACES.replace("{place}", "coalesce(described.area, 'unknown')")
            .replace(
                    "{joined}",
                    "left join unnest(:courses, :areas) as described (code, area) on described.code = fact.course");

    private static final String DISTINCT =
            "select count(distinct learner) from %s as training".formatted(KnownFacts.of("""
                    select learner from trained_fact
                     where {known} and cohort = any(:cohorts) and trained_on <= :on
                    """));

    private record Row(String cohort, String place, String institution, FunnelCounts counts) {}

    private final Handle database;
    private final PointInTime time;

    PeopleCounts(Handle database, PointInTime time) {
        this.database = database;
        this.time = time;
    }

    /** The people of each cohort. */
    Map<String, FunnelCounts> country() {
        Map<String, FunnelCounts> byCohort = new HashMap<>();
        rows(query(COUNTRY)).forEach(row -> byCohort.put(row.cohort(), row.counts()));
        return byCohort;
    }

    /** By cohort and region. */
    Map<String, SortedMap<String, ExactPlace>> regions() {
        return places(query(REGIONS));
    }

    /** By cohort and course. */
    Map<String, SortedMap<String, ExactPlace>> courses() {
        return places(query(COURSES));
    }

    /**
     * By cohort and area.
     *
     * @param areas by course
     */
    Map<String, SortedMap<String, ExactPlace>> areas(Map<String, String> areas) {
        return places(query(AREAS)
                .bindArray("courses", String.class, areas.keySet())
                .bindArray("areas", String.class, areas.values()));
    }

    /** How many distinct people are trained in any of these cohorts. */
    long trainedInAny(Collection<String> cohorts) {
        return query(DISTINCT)
                .bindArray("cohorts", String.class, cohorts)
                .mapTo(Long.class)
                .one();
    }

    private Query query(String sql) {
        return database.createQuery(sql).bind("batch", time.batch()).bind("on", time.on());
    }

    private static Iterable<Row> rows(Query query) {
        return query.map((row, context) -> new Row(
                row.getString(1),
                row.getString(2),
                row.getString(3),
                new FunnelCounts(row.getLong(4), row.getLong(5), row.getLong(6))));
    }

    private static Map<String, SortedMap<String, ExactPlace>> places(Query query) {
        Map<String, Map<String, Map<String, FunnelCounts>>> counts = new HashMap<>();
        rows(query).forEach(row -> counts.computeIfAbsent(row.cohort(), cohort -> new HashMap<>())
                .computeIfAbsent(row.place(), place -> new HashMap<>())
                .put(row.institution(), row.counts()));
        Map<String, SortedMap<String, ExactPlace>> places = new HashMap<>();
        counts.forEach((cohort, byPlace) -> {
            SortedMap<String, ExactPlace> ofCohort = new TreeMap<>();
            byPlace.forEach((code, all) -> {
                FunnelCounts people = Objects.requireNonNull(all.remove(null));
                ofCohort.put(code, new ExactPlace(people, all));
            });
            places.put(cohort, ofCohort);
        });
        return places;
    }
}
