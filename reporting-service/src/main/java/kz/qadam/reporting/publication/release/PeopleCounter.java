package kz.qadam.reporting.publication.release;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import kz.qadam.reporting.asof.KnownFacts;
import kz.qadam.reporting.asof.PointInTime;
import kz.qadam.reporting.catalogue.InstitutionOwners;
import kz.qadam.reporting.release.ExactPeople;
import kz.qadam.reporting.release.ExactState.CohortRegion;
import kz.qadam.reporting.release.FunnelCounts;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;
import org.jdbi.v3.core.statement.SqlStatement;

/**
 * Counts people in the facts that were known at a batch: with any enrolment, whatever its day; with a completion that
 * counts by the end of a day; trained by then. Each person of a cohort is counted in one region. A person is known to the
 * owners whose institutions have enrolled the person in the cohort, whichever of them has reported a completion. Each
 * person is one row of a temporary table, which is made once: it must be asked before the next counts are made.
 */
final class PeopleCounter {

    /** An institution whose owner is not described is its own. */
    private static final String FACTS = """
            select cohort, learner, region, coalesce(owned.owner, institution) as owner, course, stage, day, id
              from (select cohort, learner, region, institution, course, 0 as stage, enrolled_on as day,
                           enrolment as id from %s as enrolment
                     union all
                    select cohort, learner, region, institution, course, 1, completed_on, completion
                      from %s as completion
                     union all
                    select cohort, learner, region, institution, course, 2, trained_on, learner
                      from %s as training) as fact
              left join unnest(:institutions, :owners) as owned (owned, owner) on owned.owned = institution
            """.formatted(
                    KnownFacts.of("select * from enrolment_fact where {known}"),
                    KnownFacts.of("select * from completion_fact where {known} and counts and completed_on <= :on"),
                    KnownFacts.of("select * from trained_fact where {known} and trained_on <= :on"));

    private static final String TABLE = """
            drop table if exists counted_person;
            create temporary table counted_person (
                cohort text, learner uuid, region text, stage int, only_owner text) on commit drop
            """;

    /**
     * A person is counted in the region of the training, else of the first completion, else of the first enrolment; nobody
     * is counted whose enrolment is not known yet.
     */
    private static final String PEOPLE = """
            insert into counted_person
            select cohort, learner,
                   coalesce(max(region) filter (where stage = 2),
                            (min(array[day::text, id::text, region] collate "C") filter (where stage = 1))[3],
                            (min(array[day::text, id::text, region] collate "C") filter (where stage = 0))[3]),
                   max(stage), case when min(owner) = max(owner) then min(owner) end
              from (%s) as known group by cohort, learner having min(stage) = 0
            """.formatted(FACTS);

    private static final String REGIONS = """
            select cohort, region, null as code, only_owner, count(*), count(*) filter (where stage >= 1),
                   count(*) filter (where stage = 2)
              from counted_person group by cohort, region, only_owner
            """;

    /** By the area of the course, if that is asked for; else by the course. */
    private static final String CODES = """
            with taken as (
                select cohort, learner,
                       case when :byArea then coalesce(described.area, 'unknown') else course end as code,
                       max(stage) as stage
                  from (%s) as fact
                  left join unnest(:courses, :areas) as described (described, area) on described.described = course
                 group by cohort, learner, code having min(stage) = 0)
            select cohort, person.region, code, only_owner, count(*), count(*) filter (where taken.stage >= 1),
                   count(*) filter (where taken.stage = 2)
              from counted_person as person join taken using (cohort, learner)
             group by cohort, person.region, code, only_owner
            """.formatted(FACTS);

    private static final String DISTINCT = """
            select count(distinct learner)
              from counted_person join unnest(:cohorts, :regions) as counted (cohort, region) using (cohort, region)
             where stage = 2
            """;

    private record Row(CohortRegion region, String code, String onlyOwner, FunnelCounts counts) {}

    private final Handle database;
    private final PointInTime time;
    private final Map<String, String> owners;

    PeopleCounter(Handle database, PointInTime time) {
        this.database = database;
        this.time = time;
        this.owners = InstitutionOwners.at(database, time.batch());
        database.createScript(TABLE).execute();
        bind(database.createUpdate(PEOPLE)).execute();
        database.execute("analyze counted_person");
    }

    Map<CohortRegion, ExactPeople> regions() {
        Map<CohortRegion, Counter> counters = new HashMap<>();
        rows(database.createQuery(REGIONS))
                .forEach(row -> counters.computeIfAbsent(row.region(), any -> new Counter())
                        .add(row));
        Map<CohortRegion, ExactPeople> regions = new HashMap<>();
        counters.forEach((region, counter) -> regions.put(region, counter.people()));
        return regions;
    }

    /** By region and course. */
    Map<CohortRegion, SortedMap<String, ExactPeople>> courses() {
        return byCode(false, Map.of());
    }

    /**
     * By region and area.
     *
     * @param areas by course
     */
    Map<CohortRegion, SortedMap<String, ExactPeople>> areas(Map<String, String> areas) {
        return byCode(true, areas);
    }

    /** How many distinct people are trained in any of these regions of cohorts. */
    long trainedInAny(Collection<CohortRegion> regions) {
        return database.createQuery(DISTINCT)
                .bindArray(
                        "cohorts",
                        String.class,
                        regions.stream().map(CohortRegion::cohort).toList())
                .bindArray(
                        "regions",
                        String.class,
                        regions.stream().map(CohortRegion::region).toList())
                .mapTo(Long.class)
                .one();
    }

    private <S extends SqlStatement<S>> S bind(S sql) {
        return bind(sql, "institutions", "owners", owners)
                .bind("batch", time.batch())
                .bind("on", time.on());
    }

    private static <S extends SqlStatement<S>> S bind(S sql, String keys, String values, Map<String, String> map) {
        List<String> all = List.copyOf(map.keySet());
        return sql.bindArray(keys, String.class, all)
                .bindArray(values, String.class, all.stream().map(map::get).toList());
    }

    private Map<CohortRegion, SortedMap<String, ExactPeople>> byCode(boolean byArea, Map<String, String> areas) {
        Map<CohortRegion, SortedMap<String, Counter>> counters = new HashMap<>();
        Query query = bind(database.createQuery(CODES)).bind("byArea", byArea);
        rows(bind(query, "courses", "areas", areas))
                .forEach(row -> counters.computeIfAbsent(row.region(), any -> new TreeMap<>())
                        .computeIfAbsent(row.code(), any -> new Counter())
                        .add(row));
        Map<CohortRegion, SortedMap<String, ExactPeople>> all = new HashMap<>();
        counters.forEach((region, byCode) -> {
            SortedMap<String, ExactPeople> people = new TreeMap<>();
            byCode.forEach((code, counter) -> people.put(code, counter.people()));
            all.put(region, people);
        });
        return all;
    }

    private static List<Row> rows(Query query) {
        return query.map((row, context) -> new Row(
                        new CohortRegion(row.getString(1), row.getString(2)),
                        row.getString(3),
                        row.getString(4),
                        new FunnelCounts(row.getLong(5), row.getLong(6), row.getLong(7))))
                .list();
    }

    /** Adds up the people of each owner, and those whom several have enrolled. */
    private static final class Counter {

        private FunnelCounts people = FunnelCounts.NONE;
        private final Map<String, FunnelCounts> alone = new HashMap<>();

        private void add(Row row) {
            people = people.plus(row.counts());
            if (row.onlyOwner() != null) {
                alone.merge(row.onlyOwner(), row.counts(), FunnelCounts::plus);
            }
        }

        private ExactPeople people() {
            return new ExactPeople(people, alone);
        }
    }
}
