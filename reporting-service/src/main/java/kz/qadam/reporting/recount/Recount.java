package kz.qadam.reporting.recount;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Collectors;
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
            select measure, cohort, grain, place, day, count
              from (select grain, cohort, place, day, trained, completions, completed, enrolled, people
                      from rollup_cell where from_batch <= :batch and day <= :on::date
                    union all
                    select grain, cohort, place, day, trained, completions, completed, enrolled, people
                      from rollup_cell_past where from_batch <= :batch and to_batch > :batch and day <= :on::date)
                   as known
             cross join lateral (values ('trained', trained), ('completions', completions), ('completed', completed),
                   ('enrolled', enrolled), ('people', people)) as measured (measure, count)
             where count <> 0
            """;

    Recounted run(Handle database) {
        Rules rules = RawEvents.rules(database, moment.batch());
        Catalogue catalogue = Catalogue.at(database, moment.batch());
        Set<String> judging = new TreeSet<>(catalogue.unsettled());
        // Without its requirement nobody can say who is trained in a cohort.
        Predicate<String> isJudging =
                code -> judging.contains(code) || !catalogue.cohorts().containsKey(code);
        Count count = new Count(rules);
        Count leftOut = new Count(rules);
        long[] inFlight = {0};
        long events = RawEvents.learners(database, moment.batch(), learner -> {
            Set<String> onItsWay = learner.count(rules, isJudging, count, leftOut);
            if (cohort == null ? !onItsWay.isEmpty() : onItsWay.contains(cohort)) {
                inFlight[0]++;
            }
        });
        Comparison comparison = new Comparison(count, leftOut, judging);
        try (var rows = database
                .createQuery(FIGURES)
                .bind("batch", moment.batch())
                .bind("on", moment.on().toString())
                .setFetchSize(2000)
                .map((row, context) -> Row.of(row))
                .stream()) {
            rows.forEach(row -> {
                comparison.figure(row.place(), row.count());
                if (!row.place().cohort().isEmpty()
                        && isJudging.test(row.place().cohort())) {
                    judging.add(row.place().cohort());
                }
            });
        }
        List<Recounted.Difference> differences = comparison.differences(this::isAsked);
        return new Recounted(
                id,
                moment.asOf(),
                moment.on(),
                cohort,
                moment.batch(),
                events,
                differences.isEmpty(),
                differences,
                new Recounted.InFlight(inFlight[0], ofTheCohort(judging)));
    }

    private record Row(Place place, long count) {

        static Row of(ResultSet row) throws SQLException {
            return new Row(
                    new Place(
                            row.getString("measure"),
                            row.getString("cohort"),
                            row.getString("grain"),
                            row.getString("place"),
                            row.getObject("day", LocalDate.class)),
                    row.getLong("count"));
        }
    }

    private Set<String> ofTheCohort(Set<String> codes) {
        return cohort == null
                ? codes
                : codes.stream().filter(cohort::equals).collect(Collectors.toCollection(TreeSet::new));
    }

    /** What had happened by the day; with a cohort, its own. */
    private boolean isAsked(Place place) {
        return !place.day().isAfter(moment.on()) && (cohort == null || cohort.equals(place.cohort()));
    }
}
