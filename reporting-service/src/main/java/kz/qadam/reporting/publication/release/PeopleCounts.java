package kz.qadam.reporting.publication.release;

import java.sql.Array;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import kz.qadam.reporting.asof.KnownFacts;
import kz.qadam.reporting.asof.PointInTime;
import kz.qadam.reporting.release.ExactCourse;
import kz.qadam.reporting.release.FunnelCounts;
import kz.qadam.reporting.release.KnownPeople;
import kz.qadam.reporting.release.RegionPeople;
import kz.qadam.reporting.release.Stage;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;

/**
 * Counts people in the facts that were known at a batch: with any enrolment, whatever its day; with a completion that
 * counts by the end of a day; trained by then. Each person of a cohort is counted in one region, and an institution
 * knows whom it has enrolled; {@link KnownPeople} says more.
 */
final class PeopleCounts {

    private static final String FACTS = """
            select cohort, learner, region, institution, course, true as enrolled, false as completed,
                   false as trained, enrolled_on as day, enrolment as id
              from %s as enrolment
             union all
            select cohort, learner, region, institution, course, false, true, false, completed_on, completion
              from %s as completion
             union all
            select cohort, learner, region, institution, course, false, false, true, trained_on, learner
              from %s as training
            """.formatted(
                    KnownFacts.of("select * from enrolment_fact where {known}"),
                    KnownFacts.of("select * from completion_fact where {known} and counts and completed_on <= :on"),
                    KnownFacts.of("select * from trained_fact where {known} and trained_on <= :on"));

    /** The first fact of a person in a state, as a text that begins with day and id and ends with the region. */
    private static final String FIRST = "min((day::text || id || region) collate \"C\") filter (where %s)";

    /** The region in such a text. */
    private static final String REGION_OF = "substr(min(%%s), %d)".formatted(1 + 10 + 36);

    /**
     * The institutions that know a person. A person is counted in the region of the training, else of the first
     * completion, else of the first enrolment; nobody is counted whose enrolment is not known yet.
     */
    private static final String PEOPLE = """
            with known as materialized (
                select cohort, learner, institution, bool_or(enrolled) as enrolled, bool_or(completed) as completed,
                       bool_or(trained) as trained, max(region) filter (where trained) as trained_in,
                       %s as first_completed, %s as first_enrolled
                  from (%s) as fact group by cohort, learner, institution),
            person as materialized (
                select cohort, learner, coalesce(max(trained_in), %s, %s) as region,
                       bool_or(completed) as completed, bool_or(trained) as trained,
                       array_agg(institution order by institution) filter (where enrolled) as institutions,
                       array_agg(institution order by institution) filter (where completed) as completed_with
                  from known group by cohort, learner having bool_or(enrolled))
            """.formatted(
                    FIRST.formatted("completed"),
                    FIRST.formatted("enrolled"),
                    FACTS,
                    REGION_OF.formatted("first_completed"),
                    REGION_OF.formatted("first_enrolled"));

    private static final String REGIONS = PEOPLE + """
            select cohort, region, case when trained then 'TRAINED' when completed then 'COMPLETED' else 'ENROLLED' end,
                   institutions, completed_with, count(*)
              from person group by 1, 2, 3, 4, 5
            """;

    /**
     * The rows without an institution are about all people of a course. An institution that knows a person is taken to
     * know all that the person has done.
     */
    private static final String COURSES = PEOPLE + """
            , taken as (
                select cohort, learner, {code} as code, bool_or(enrolled) as enrolled, bool_or(completed) as completed,
                       bool_or(trained) as trained
                  from ({facts}) as fact {joined} group by cohort, learner, code)
            select cohort, person.region, code, null as institution, count(*) filter (where taken.enrolled),
                   count(*) filter (where taken.completed), count(*) filter (where taken.trained)
              from person join taken using (cohort, learner) group by cohort, person.region, code
             union all
            select cohort, person.region, code, institution, count(*) filter (where taken.enrolled),
                   count(*) filter (where taken.completed), count(*) filter (where taken.trained)
              from person join taken using (cohort, learner) join known using (cohort, learner)
             group by cohort, person.region, code, institution
            """.replace("{facts}", FACTS);

    private static final String BY_COURSE = COURSES.replace("{code}", "course").replace("{joined}", "");

    private static final String BY_AREA = COURSES.replace("{code}", "coalesce(described.area, 'unknown')")
            .replace(
                    "{joined}",
                    "left join unnest(:courses, :areas) as described (described, area) on described.described = course");

    private static final String DISTINCT =
            "select count(distinct learner) from %s as training".formatted(KnownFacts.of("""
                    select learner from trained_fact
                     where {known} and cohort = any(:cohorts) and trained_on <= :on
                    """));

    /** A region of a cohort. */
    record Region(String cohort, String code) {}

    /** A course or an area in a region. */
    private record Course(Region region, String code) {}

    private record CourseRow(Course course, String institution, FunnelCounts counts) {}

    private final Handle database;
    private final PointInTime time;

    PeopleCounts(Handle database, PointInTime time) {
        this.database = database;
        this.time = time;
    }

    Map<Region, RegionPeople> regions() {
        Map<Region, List<KnownPeople>> groups = new HashMap<>();
        query(REGIONS)
                .map((row, context) -> Map.entry(
                        new Region(row.getString(1), row.getString(2)),
                        new KnownPeople(
                                Stage.valueOf(row.getString(3)),
                                institutions(row.getArray(4)),
                                institutions(row.getArray(5)),
                                row.getLong(6))))
                .forEach(one -> groups.computeIfAbsent(one.getKey(), region -> new ArrayList<>())
                        .add(one.getValue()));
        Map<Region, RegionPeople> regions = new HashMap<>();
        groups.forEach((region, people) -> regions.put(region, new RegionPeople(people)));
        return regions;
    }

    private static Set<String> institutions(Array array) throws SQLException {
        return array == null ? Set.of() : Set.of((String[]) array.getArray());
    }

    /** By region and course. */
    Map<Region, SortedMap<String, ExactCourse>> courses() {
        return byCode(query(BY_COURSE));
    }

    /**
     * By region and area.
     *
     * @param areas by course
     */
    Map<Region, SortedMap<String, ExactCourse>> areas(Map<String, String> areas) {
        List<String> courses = List.copyOf(areas.keySet());
        return byCode(query(BY_AREA)
                .bindArray("courses", String.class, courses)
                .bindArray(
                        "areas", String.class, courses.stream().map(areas::get).toList()));
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

    private static Map<Region, SortedMap<String, ExactCourse>> byCode(Query query) {
        Map<Course, Map<String, FunnelCounts>> counts = new HashMap<>();
        query.map((row, context) -> new CourseRow(
                        new Course(new Region(row.getString(1), row.getString(2)), row.getString(3)),
                        row.getString(4),
                        new FunnelCounts(row.getLong(5), row.getLong(6), row.getLong(7))))
                .forEach(row -> counts.computeIfAbsent(row.course(), course -> new HashMap<>())
                        .put(row.institution(), row.counts()));
        Map<Region, SortedMap<String, ExactCourse>> courses = new HashMap<>();
        counts.forEach((course, all) -> {
            FunnelCounts people = Objects.requireNonNull(all.remove(null));
            courses.computeIfAbsent(course.region(), region -> new TreeMap<>())
                    .put(course.code(), new ExactCourse(people, all));
        });
        return courses;
    }
}
