package kz.qadam.reporting.catalogue;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import kz.qadam.chassis.events.event.EventJson;
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
        Map<String, Evaluated> evaluated) {

    /** The code of all cohorts that have a target, together. */
    public static final String TOTAL = "total";

    private static final String DESCRIBED = """
            select data from catalogue_fact where kind = :kind and from_batch <= :batch and to_batch > :batch
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

    /**
     * The newest evaluation of a cohort.
     *
     * @param arrived whether all events that result from the evaluation have been taken in
     */
    public record Evaluated(CohortEvaluated evaluation, boolean arrived) {}

    /** Reads the catalogue as known at a batch. */
    public static Catalogue at(Handle database, long batch) {
        // There is one programme. Should a second code ever appear, the choice between them is still deterministic.
        Optional<Programme> programme = described(database, batch, "PROGRAMME", ProgrammeDescribed.class).stream()
                .map(ProgrammeDescribed::inForce)
                .max(Comparator.comparing(Programme::version).thenComparing(Programme::code));
        List<Cohort> cohorts = described(database, batch, "COHORT", Cohort.class);
        Set<String> withdrawn = cohorts.stream()
                .filter(cohort -> Boolean.TRUE.equals(cohort.withdrawn()))
                .map(Cohort::code)
                .collect(Collectors.toSet());
        Map<String, Evaluated> evaluated = database
                .createQuery(EVALUATED)
                .bind("batch", batch)
                .map((row, context) ->
                        new Evaluated(EventJson.readAgain(row.getString(1), CohortEvaluated.class), row.getBoolean(2)))
                .stream()
                .filter(one -> !withdrawn.contains(one.evaluation().cohort()))
                .collect(Collectors.toUnmodifiableMap(one -> one.evaluation().cohort(), one -> one));
        return new Catalogue(
                programme,
                byCode(cohorts.stream().filter(cohort -> !withdrawn.contains(cohort.code()))),
                byCode(described(database, batch, "COURSE", Course.class).stream()),
                evaluated);
    }

    private static <E> List<E> described(Handle database, long batch, String kind, Class<E> type) {
        return database.createQuery(DESCRIBED)
                .bind("kind", kind)
                .bind("batch", batch)
                .map((row, context) -> EventJson.readAgain(row.getString(1), type))
                .list();
    }

    private static <E extends CatalogueEvent> SortedMap<String, E> byCode(Stream<E> described) {
        SortedMap<String, E> byCode = new TreeMap<>();
        described.forEach(one -> byCode.put(one.code(), one));
        return Collections.unmodifiableSortedMap(byCode);
    }

    /**
     * Reads the names of members of a dimension as known at a batch; a member that is not described yet is left out.
     */
    public static Map<String, LocalizedName> names(
            Handle database, long batch, Dimension described, Collection<String> codes) {
        Map<String, LocalizedName> names = new HashMap<>();
        database.createQuery(NAMES)
                .bind("kind", described.name())
                .bind("batch", batch)
                .bindArray("codes", String.class, codes)
                .map((row, context) ->
                        Map.entry(row.getString(1), EventJson.readAgain(row.getString(2), LocalizedName.class)))
                .forEach(one -> names.put(one.getKey(), one.getValue()));
        return names;
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
            Evaluated last = evaluated.get(cohort.code());
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
        return cohorts.values().stream().sorted(Cohort.inOrder(on)).toList();
    }
}
