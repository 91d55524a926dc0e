package kz.qadam.reporting.figures;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import kz.qadam.reporting.asof.PointInTime;
import kz.qadam.reporting.catalogue.Catalogue;
import kz.qadam.reporting.catalogue.Cohort;
import kz.qadam.reporting.rollup.Cell;
import kz.qadam.reporting.rollup.Measure;
import org.jdbi.v3.core.Handle;

/** What was known at the point in time of a question, read in one transaction: all that an answer is made from. */
public final class KnownState {

    private final Handle database;
    private final PointInTime time;
    private final String region;
    private final Catalogue catalogue;
    private final AnswerHead head;
    private final Forecasts forecasts;
    private final Map<String, Counts> counts = new HashMap<>();
    private DailyCounts totals;

    KnownState(Handle database, ExactContext context, Catalogue catalogue, AnswerHead head, Forecasts forecasts) {
        this.database = database;
        this.time = context.time();
        this.region = context.region();
        this.catalogue = catalogue;
        this.head = head;
        this.forecasts = forecasts;
    }

    public Handle database() {
        return database;
    }

    public PointInTime time() {
        return time;
    }

    /** The region of the caller, who sees no other; null if the caller sees all. */
    public String region() {
        return region;
    }

    boolean isOfRegion() {
        return region != null;
    }

    /** The head of the answer. */
    public AnswerHead head() {
        return head;
    }

    Forecasts forecasts() {
        return forecasts;
    }

    Catalogue catalogue() {
        return catalogue;
    }

    LocalDate on() {
        return time.on();
    }

    /** The named cohort, or for {@code total} the cohorts that have a target. */
    List<Cohort> cohorts(String code) {
        return catalogue.cohortsOf(code, on()).stream()
                .map(one -> catalogue.cohorts().get(one))
                .toList();
    }

    /** Those of these cohorts whose targets and plans count: they are of the nation, a region has none. */
    List<Cohort> planned(List<Cohort> cohorts) {
        return isOfRegion() ? List.of() : cohorts;
    }

    DailyCounts totals() {
        if (totals == null) {
            totals = isOfRegion()
                    ? DailyCounts.ofRegion(database, time.batch(), region)
                    : DailyCounts.ofNation(database, time.batch());
        }
        return totals;
    }

    /** The counts of a cohort by the end of the day. */
    Counts counts(String cohort) {
        return counts.computeIfAbsent(cohort, code -> totals().counts(code, on()));
    }

    /** The distinct people over all cohorts by the end of the day; null for a region, which does not count them. */
    Long people() {
        return isOfRegion() ? null : (Long) counts(Cell.ALL).of(Measure.PEOPLE);
    }
}
