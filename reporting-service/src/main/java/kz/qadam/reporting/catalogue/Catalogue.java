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
 * What was known of programme, cohorts and courses at a batch.
 *
 * @param cohorts by code
 * @param courses by code
 * @param judged the newest evaluation by cohort
 */
public record Catalogue(
        Optional<Programme> programme,
        SortedMap<String, Cohort> cohorts,
        SortedMap<String, Course> courses,
        Map<String, Judged> judged) {

    /** Stands for the targeted cohorts together. */
    public static final String TOTAL = "total";

    private static final String THINGS = """
            select kind, data from catalogue_fact
             where kind in ('PROGRAMME', 'COHORT', 'COURSE') and from_batch <= :batch and to_batch > :batch
            """;

    private static final String JUDGED = """
            select data, not exists (select from evaluation_arrival arrival
                     where arrival.cohort = evaluated.cohort and opened <= :batch and closed > :batch)
              from evaluated where from_batch <= :batch and to_batch > :batch
            """;

    private static final String NAMES = """
            select code, coalesce(data::json ->> 'names', data::json ->> 'titles') from catalogue_fact
             where kind = :kind and code = any(:codes) and from_batch <= :batch and to_batch > :batch
            """;

    private record Thing(String kind, String data) {}

    /** As known at this batch. */
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
        Map<String, Judged> judged = new HashMap<>();
        database.createQuery(JUDGED)
                .bind("batch", batch)
                .map((row, context) ->
                        new Judged(EventJson.readAgain(row.getString(1), CohortEvaluated.class), row.getBoolean(2)))
                .forEach(one -> judged.put(one.evaluation().cohort(), one));
        judged.keySet().removeAll(withdrawn);
        return new Catalogue(
                Optional.ofNullable(programme),
                Collections.unmodifiableSortedMap(cohorts),
                Collections.unmodifiableSortedMap(courses),
                Map.copyOf(judged));
    }

    /** The names of these members of a dimension, as known at this batch; one not described yet has none. */
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

    /** There is one programme; should another code ever appear, the choice between them does not depend on chance. */
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
     * The cohorts in which not everybody has been judged by this catalogue yet (rule 12), as far as what follows from it has
     * been taken in.
     */
    public SortedSet<String> beingEvaluated() {
        long known = programme.map(Programme::version).orElse(0L);
        Map<String, Long> versions = versionsOfCourses();
        SortedSet<String> behind = new TreeSet<>();
        for (Cohort cohort : cohorts.values()) {
            Judged last = judged.get(cohort.code());
            if (last == null || !last.arrived() || !last.evaluation().covers(known, cohort.version(), versions)) {
                behind.add(cohort.code());
            }
        }
        return behind;
    }

    /**
     * The cohorts in which the facts may follow another catalogue than this one: those being evaluated, and those judged
     * by what is not known here yet.
     */
    public SortedSet<String> unsettled() {
        long known = programme.map(Programme::version).orElse(0L);
        SortedSet<String> unsettled = beingEvaluated();
        judged.forEach((code, last) -> {
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

    /** The cohorts that a question about several days may be about: the one, or for the total all. */
    public List<String> cohortsOf(String asked) {
        return asked.equals(TOTAL) ? List.copyOf(cohorts.keySet()) : List.of(asked);
    }

    /** The cohorts that a figure of a day is about: the one, or for the total those with a target on that day. */
    public List<String> cohortsOf(String asked, LocalDate on) {
        return asked.equals(TOTAL)
                ? inOrder(on).stream()
                        .filter(cohort -> cohort.targetOn(on) != null)
                        .map(Cohort::code)
                        .toList()
                : List.of(asked);
    }

    /** Largest target first, then those without one. */
    public List<Cohort> inOrder(LocalDate on) {
        return cohorts.values().stream()
                .sorted(Comparator.comparing(
                                (Cohort cohort) -> cohort.targetOn(on), Comparator.nullsLast(Comparator.reverseOrder()))
                        .thenComparing(Cohort::code))
                .toList();
    }
}
