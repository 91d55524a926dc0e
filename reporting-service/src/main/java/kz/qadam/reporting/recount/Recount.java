package kz.qadam.reporting.recount;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Predicate;
import kz.qadam.reporting.asof.Moment;
import kz.qadam.reporting.catalogue.Catalogue;
import org.jdbi.v3.core.Handle;

/**
 * Counts once more, from the raw events of the event log and by other code than the roll-up's, and holds the roll-up's
 * rows against it.
 *
 * @param cohort null for all
 */
record Recount(UUID id, Moment moment, String cohort) {

    private static final String FIGURES = """
            select measure, cohort, region, institution, day, count from rollup_cell
             where from_batch <= :batch and to_batch > :batch and day <= :on::date
            """;

    Recounted run(Handle database) {
        Rules rules = RawEvents.rules(database, moment.batch());
        Count count = new Count();
        Count leftOut = new Count();
        long[] inFlight = {0};
        long events = RawEvents.learners(database, moment.batch(), learner -> {
            if (learner.count(rules, count, leftOut)) {
                inFlight[0]++;
            }
        });
        Catalogue catalogue = Catalogue.at(database, moment.batch());
        Set<String> judging = new TreeSet<>(catalogue.unsettled());
        Comparison comparison = new Comparison(count, leftOut, judging);
        try (var rows = database.createQuery(FIGURES)
                .bind("batch", moment.batch())
                .bind("on", moment.on().toString())
                .setFetchSize(2000)
                .map((row, context) -> new Row(
                        new Place(
                                row.getString(1),
                                row.getString(2),
                                row.getString(3),
                                row.getString(4),
                                row.getObject(5, LocalDate.class)),
                        row.getLong(6)))
                .stream()) {
            rows.forEach(row -> {
                comparison.figure(row.place(), row.count());
                if (!row.isKnownTo(catalogue)) {
                    judging.add(row.place().cohort());
                }
            });
        }
        if (cohort != null) {
            judging.retainAll(Set.of(cohort));
        }
        List<Recounted.Difference> differences = comparison.differences(asked());
        return new Recounted(
                id,
                moment.asOf(),
                moment.on(),
                cohort,
                moment.batch(),
                events,
                differences.isEmpty(),
                differences,
                new Recounted.InFlight(inFlight[0], judging));
    }

    private record Row(Place place, long count) {

        /** Without its requirement nobody can say who is trained in a cohort. */
        boolean isKnownTo(Catalogue catalogue) {
            return place.cohort().isEmpty() || catalogue.cohorts().containsKey(place.cohort());
        }
    }

    /** What had happened by the day; with a cohort, its own. */
    private Predicate<Place> asked() {
        return place -> !place.day().isAfter(moment.on())
                && (cohort == null || cohort.equals(place.cohort()));
    }
}
