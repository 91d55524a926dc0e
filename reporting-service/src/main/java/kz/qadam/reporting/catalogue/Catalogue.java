package kz.qadam.reporting.catalogue;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import kz.qadam.chassis.event.EventJson;
import kz.qadam.reporting.rollup.Dimension;
import org.jdbi.v3.core.Handle;

/**
 * The programme, the cohorts and the courses as known at a batch.
 *
 * @param cohorts by code
 * @param courses by code
 * @param evaluated the newest evaluation of each cohort, by code
 */
public record Catalogue(
        Optional<Programme> programme,
        SortedMap<String, Cohort> cohorts,
        SortedMap<String, Course> courses,
        Map<String, EvaluatedCohort> evaluated) {

    /** The code of all cohorts that have a target, together. */
    public static final String TOTAL = "total";

    private static final String THINGS = """
            select kind, data from catalogue_fact
             where kind in ('PROGRAMME', 'COHORT', 'COURSE') and from_batch <= :batch and to_batch > :batch
            """;

    private static final String EVALUATED = """
            select data, not exists (select from evaluation_arrival arrival
                     where arrival.cohort = evaluated.cohort and opened <= :batch and closed > :batch)
              from evaluated where from_batch <= :batch and to_batch > :batch
            """;

    private static final String NAMES = """
            select code, coalesce(data::json ->> 'names', data::json ->> 'titles') from catalogue_fact
             where kind = :kind and code = any(:codes) and from_batch <= :batch and to_batch > :batch
            """;

    private record Thing(String kind, String data) {}

    /** Reads the catalogue as known at a batch. */
    public static Catalogue at(Handle database, long batch) {
        Programme programme = null;
        SortedMap<String, Cohort> cohorts = new TreeMap<>();
        Set<String> withdrawn = new HashSet<>();
        SortedMap<String, Course> courses = new TreeMap<>();
        for (Thing thing : database.createQuery(THINGS)
                .bind("batch", batch)
                .map((row, context) -> new Thing(row.getString(1), row.getString(2)))
                .list()) {
            switch (thing.kind()) {
                case "PROGRAMME" ->
                    programme = newer(
                            programme,
                            EventJson.readAgain(thing.data(), ProgrammeDescribed.class)
                                    .inForce());
                case "COHORT" -> {
                    Cohort cohort = EventJson.readAgain(thing.data(), Cohort.class);
                    if (Boolean.TRUE.equals(cohort.withdrawn())) {
                        withdrawn.add(cohort.code());
                    } else {
                        cohorts.put(cohort.code(), cohort);
                    }
                }
                default -> {
                    Course course = EventJson.readAgain(thing.data(), Course.class);
                    courses.put(course.code(), course);
                }
            }
        }
        Map<String, EvaluatedCohort> evaluated = new HashMap<>();
        database.createQuery(EVALUATED)
                .bind("batch", batch)
                .map((row, context) -> new EvaluatedCohort(
                        EventJson.readAgain(row.getString(1), CohortEvaluated.class), row.getBoolean(2)))
                .forEach(one -> evaluated.put(one.evaluation().cohort(), one));
        evaluated.keySet().removeAll(withdrawn);
        return new Catalogue(
                Optional.ofNullable(programme),
                Collections.unmodifiableSortedMap(cohorts),
                Collections.unmodifiableSortedMap(courses),
                Map.copyOf(evaluated));
    }

    /**
     * Reads the names of members of a dimension as known at a batch; a member that is not described yet is left out.
     */
    public static Map<String, Names> names(Handle database, long batch, Dimension described, Collection<String> codes) {
        Map<String, Names> names = new HashMap<>();
        database.createQuery(NAMES)
                .bind("kind", described.name())
                .bind("batch", batch)
                .bindArray("codes", String.class, codes)
                .map((row, context) -> Map.entry(row.getString(1), EventJson.readAgain(row.getString(2), Names.class)))
                .forEach(one -> names.put(one.getKey(), one.getValue()));
        return names;
    }

    /** There is one programme. Should a second code ever appear, the choice between them is still deterministic. */
    private static Programme newer(Programme one, Programme other) {
        return one == null
                        || Comparator.comparing(Programme::version)
                                        .thenComparing(Programme::code)
                                        .compare(one, other)
                                < 0
                ? other
                : one;
    }

    /**
     * The cohorts that progress-service is judging by this catalogue (rule 12): not evaluated yet, or evaluated and not
     * all resulting events taken in.
     */
    public SortedSet<String> beingEvaluated() {
        long known = programme.map(Programme::version).orElse(0L);
        Map<String, Long> versions = versionsOfCourses();
        SortedSet<String> behind = new TreeSet<>();
        for (Cohort cohort : cohorts.values()) {
            EvaluatedCohort last = evaluated.get(cohort.code());
            if (last == null || !last.arrived() || !last.evaluation().covers(known, cohort.version(), versions)) {
                behind.add(cohort.code());
            }
        }
        return behind;
    }

    /**
     * The cohorts whose facts may follow another catalogue than this one: those being evaluated, and those evaluated by
     * a newer catalogue that has not arrived here yet.
     */
    public SortedSet<String> unsettled() {
        long known = programme.map(Programme::version).orElse(0L);
        SortedSet<String> unsettled = beingEvaluated();
        evaluated.forEach((code, last) -> {
            Cohort cohort = cohorts.get(code);
            if (cohort == null || last.evaluation().isAheadOf(known, cohort.version(), versionsOfCourses())) {
                unsettled.add(code);
            }
        });
        return unsettled;
    }

    private Map<String, Long> versionsOfCourses() {
        return courses.values().stream().collect(Collectors.toMap(Course::code, Course::version));
    }

    /** The cohorts of a question about several days: the named cohort, or all cohorts for the total. */
    public List<String> cohortsOf(String asked) {
        return asked.equals(TOTAL) ? List.copyOf(cohorts.keySet()) : List.of(asked);
    }

    /**
     * The cohorts of a question about one day: the named cohort, or for the total the cohorts with a target on that
     * day.
     */
    public List<String> cohortsOf(String asked, LocalDate on) {
        return asked.equals(TOTAL)
                ? inOrder(on).stream()
                        .filter(cohort -> cohort.targetOn(on) != null)
                        .map(Cohort::code)
                        .toList()
                : List.of(asked);
    }

    /** All cohorts: the largest target first, those without a target last. */
    public List<Cohort> inOrder(LocalDate on) {
        return cohorts.values().stream()
                .sorted(Comparator.comparing(
                                (Cohort cohort) -> cohort.targetOn(on), Comparator.nullsLast(Comparator.reverseOrder()))
                        .thenComparing(Cohort::code))
                .toList();
    }
}
