package kz.qadam.reporting.audit.revision;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import kz.qadam.reporting.asof.KnownRollUp;
import kz.qadam.reporting.asof.PointInTime;
import kz.qadam.reporting.catalogue.Catalogue;
import kz.qadam.reporting.catalogue.Cohort;
import kz.qadam.reporting.rollup.Dimension;
import kz.qadam.reporting.rollup.Measure;
import org.jdbi.v3.core.Handle;

/**
 * Compares figures as known at two instants. The roll-up has a row for each cause, so that the difference by cause is
 * the difference of two sums, and does not depend on the number of changes between the instants.
 */
public final class RevisionComparison {

    /** Reads all rows of both points in time; rows that are the same in both cancel each other out. */
    private static final String CHANGES = """
            select cohort, measure, place, cause, day <= :firstDay as early,
                   coalesce(sum(count) filter (where not later), 0) as before,
                   coalesce(sum(count) filter (where later), 0) as after
              from (select *, false as later from %1$s as known
                    union all
                    select *, true from %2$s as known) as both_moments
             cross join lateral %3$s
             where day <= :on and count <> 0
             group by 1, 2, 3, 4, 5
            """;

    private record Figure(String cohort, String measure, String region) {}

    private record Change(Figure figure, String kind, long before, long after) {}

    private record Sums(long before, long after, SortedMap<String, Long> because) {

        Sums() {
            this(0, 0, new TreeMap<>());
        }

        Sums plus(Change change) {
            because.merge(change.kind(), change.after() - change.before(), Long::sum);
            return new Sums(before + change.before(), after + change.after(), because);
        }
    }

    private RevisionComparison() {}

    /**
     * Compares the figures of two points in time.
     *
     * @param from its day {@code on} is used for both
     * @param firstDay the local day of the first instant: a record of a later day is new and not late
     * @param cohorts only these cohorts; empty for all
     */
    public static FigureChanges between(
            Handle database, PointInTime from, LocalDate firstDay, PointInTime to, Set<String> cohorts) {
        List<FigureChanges.Figure> figures = new ArrayList<>(targets(database, from, to, cohorts));
        for (Dimension dimension : List.of(Dimension.NATION, Dimension.REGION)) {
            figures.addAll(counted(database, dimension, from, firstDay, to, cohorts));
        }
        figures.sort(
                Comparator.comparing(FigureChanges.Figure::cohort, Comparator.nullsFirst(Comparator.naturalOrder()))
                        .thenComparing(FigureChanges.Figure::measure)
                        .thenComparing(FigureChanges.Figure::region, Comparator.nullsFirst(Comparator.naturalOrder())));
        return new FigureChanges(
                new FigureChanges.Known(from.asOf(), from.batch()),
                new FigureChanges.Known(to.asOf(), to.batch()),
                from.on(),
                figures);
    }

    private static List<FigureChanges.Figure> counted(
            Handle database,
            Dimension dimension,
            PointInTime from,
            LocalDate firstDay,
            PointInTime to,
            Set<String> cohorts) {
        Map<Figure, Sums> figures = new TreeMap<>(Comparator.comparing(Figure::toString));
        database
                .createQuery(CHANGES.formatted(
                        KnownRollUp.at(dimension, ":from"), KnownRollUp.at(dimension, ":to"), Measure.AS_ROWS))
                .bind("from", from.batch())
                .bind("to", to.batch())
                .bind("firstDay", firstDay)
                .bind("on", from.on())
                .map((row, context) -> new Change(
                        new Figure(row.getString("cohort"), row.getString("measure"), row.getString("place")),
                        kind(row.getString("cause"), row.getString("measure"), row.getBoolean("early")),
                        row.getLong("before"),
                        row.getLong("after")))
                .stream()
                .filter(change ->
                        cohorts.isEmpty() || cohorts.contains(change.figure().cohort()))
                .forEach(change ->
                        figures.merge(change.figure(), new Sums().plus(change), (known, one) -> known.plus(change)));
        List<FigureChanges.Figure> all = new ArrayList<>();
        figures.forEach((figure, sums) -> {
            sums.because().values().removeIf(by -> by == 0);
            if (!sums.because().isEmpty()) {
                all.add(new FigureChanges.Figure(
                        figure.cohort().isEmpty() ? null : figure.cohort(),
                        figure.measure(),
                        figure.region().isEmpty() ? null : figure.region(),
                        sums.before(),
                        sums.after(),
                        sums.after() - sums.before(),
                        sums.because()));
            }
        });
        return all;
    }

    /**
     * A report for a day that had already passed is late. An enrolment is never late, since its day does not matter.
     */
    private static String kind(String cause, String measure, boolean isEarly) {
        if (!cause.equals("report")) {
            return cause;
        }
        return isEarly && !measure.equals(Measure.ENROLLED.code()) ? "late" : "new";
    }

    private static List<FigureChanges.Figure> targets(
            Handle database, PointInTime from, PointInTime to, Set<String> cohorts) {
        Map<String, Cohort> before = Catalogue.at(database, from.batch()).cohorts();
        Map<String, Cohort> after = Catalogue.at(database, to.batch()).cohorts();
        Set<String> codes = new HashSet<>(before.keySet());
        codes.addAll(after.keySet());
        codes.removeIf(code -> !cohorts.isEmpty() && !cohorts.contains(code));
        List<FigureChanges.Figure> all = new ArrayList<>();
        for (String code : codes) {
            Long then = target(before.get(code), from.on());
            Long now = target(after.get(code), from.on());
            if (!Objects.equals(then, now)) {
                long difference = (now == null ? 0 : now) - (then == null ? 0 : then);
                all.add(new FigureChanges.Figure(
                        code, "target", null, then, now, difference, Map.of("target", difference)));
            }
        }
        return all;
    }

    private static Long target(Cohort cohort, LocalDate on) {
        return cohort == null ? null : cohort.targetOn(on);
    }
}
