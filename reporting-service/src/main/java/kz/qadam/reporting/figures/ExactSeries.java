package kz.qadam.reporting.figures;

import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import kz.qadam.chassis.http.problem.Problem;
import kz.qadam.reporting.asof.KnownRollUp;
import kz.qadam.reporting.asof.PointInTime;
import kz.qadam.reporting.catalogue.Catalogue;
import kz.qadam.reporting.rollup.Dimension;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;

/** How many people were trained by the end of each day, as known at the point in time of the question. */
final class ExactSeries implements TrainedOverTime {

    private static final String TRAINED = """
            select cohort, day, sum(sum(trained)) over (partition by cohort order by day) from %s as known
             where cohort = any(:cohorts) and place = :scope and day <= :on::date
             group by cohort, day
            """;

    private static final NavigableMap<LocalDate, Long> NO_DAYS = new TreeMap<>();

    private record Day(String cohort, LocalDate day, long trainedUntil) {}

    private final KnownState known;
    private final String cohort;

    /** By cohort; days on which nobody was trained are left out. */
    private final Map<String, NavigableMap<LocalDate, Long>> sums = new HashMap<>();

    /** @throws Problem 404 for a macro-region, and for an institution that has trained nobody and is not described */
    ExactSeries(KnownState known, String cohort, Series.Scope scope) {
        scope.requireExact();
        this.known = known;
        this.cohort = cohort;
        query(known.database(), known.time(), known.catalogue().cohortsOf(cohort), scope)
                .map((row, context) -> new Day(row.getString(1), row.getObject(2, LocalDate.class), row.getLong(3)))
                .forEach(one -> sums.computeIfAbsent(one.cohort(), code -> new TreeMap<>())
                        .put(one.day(), one.trainedUntil()));
        if (sums.isEmpty() && scope.dimension() == Dimension.INSTITUTION) {
            requireDescribed(scope.code());
        }
    }

    static Query query(Handle database, PointInTime time, Collection<String> cohorts, Series.Scope scope) {
        return database.createQuery(TRAINED.formatted(KnownRollUp.at(scope.dimension(), ":batch")))
                .bind("scope", scope.code())
                .bindArray("cohorts", String.class, cohorts)
                .bind("batch", time.batch())
                .bind("on", time.on().toString());
    }

    private void requireDescribed(String institution) {
        if (Catalogue.names(known.database(), known.time().batch(), Dimension.INSTITUTION, List.of(institution))
                .isEmpty()) {
            throw Problem.unknownCode("institution", institution);
        }
    }

    @Override
    public LocalDate on() {
        return known.on();
    }

    @Override
    public List<Numbers> of(List<SeriesRange.Period> periods) {
        return periods.stream()
                .map(period -> period.isAhead() ? Numbers.NONE : numbers(period))
                .toList();
    }

    /** The total of a day has the cohorts that have a target on it, so they may change from period to period. */
    private Numbers numbers(SeriesRange.Period period) {
        List<String> counting = known.catalogue().cohortsOf(cohort, period.until());
        long until = trained(counting, period.until());
        return new Numbers(until - trained(counting, period.begin().minusDays(1)), until, null);
    }

    private long trained(List<String> cohorts, LocalDate day) {
        return cohorts.stream()
                .map(code -> sums.getOrDefault(code, NO_DAYS).floorEntry(day))
                .mapToLong(sum -> sum == null ? 0 : sum.getValue())
                .sum();
    }
}
