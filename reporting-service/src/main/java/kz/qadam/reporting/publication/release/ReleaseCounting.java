package kz.qadam.reporting.publication.release;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import kz.qadam.reporting.asof.PointInTime;
import kz.qadam.reporting.catalogue.Catalogue;
import kz.qadam.reporting.catalogue.CatalogueCache;
import kz.qadam.reporting.figures.ProvisionalReason;
import kz.qadam.reporting.release.DisclosureRule;
import kz.qadam.reporting.release.MonthEndTables;
import kz.qadam.reporting.release.PastMonthEndCounts;
import kz.qadam.reporting.release.Release;
import kz.qadam.reporting.release.ReleaseCalculation;
import kz.qadam.reporting.release.ReleaseDate;
import kz.qadam.reporting.release.ReleaseRhythm;
import kz.qadam.reporting.release.ReleaseSeries;
import kz.qadam.reporting.release.ReleasedTrainedHistory;
import kz.qadam.reporting.release.store.ReleaseContinuation;
import kz.qadam.reporting.release.store.ReleaseStore;
import org.jdbi.v3.core.Handle;

/** Counts what the next release is made from, in one transaction. */
final class ReleaseCounting {

    private final Handle database;
    private final CatalogueCache catalogues;
    private final ReleaseContinuation last;
    private final ReleaseSeries series;
    private final PointInTime time;
    private final PointInTime monthEnd;

    /**
     * @param last the release before
     * @param time what is known at the release
     * @param monthEnd what is known of the last month end; used only if the release before does not have its tables
     */
    ReleaseCounting(
            Handle database,
            CatalogueCache catalogues,
            ReleaseContinuation last,
            PointInTime time,
            PointInTime monthEnd) {
        this.database = database;
        this.catalogues = catalogues;
        this.last = last;
        this.series = last.series().orElseThrow();
        this.time = time;
        this.monthEnd = monthEnd;
    }

    Release release(ReleaseDate date) {
        return last.release()
                .map(before -> isSame(before, date) ? before.repeated(date) : after(before, date))
                .orElseGet(() -> first(date));
    }

    /** Whether counting would give the figures of the release before; only in a trial, since a day changes them. */
    private boolean isSame(Release before, ReleaseDate date) {
        return series.rhythm() == ReleaseRhythm.EACH_MINUTE
                && last.batch() == time.batch()
                && before.on().equals(date.on())
                && before.rule() == DisclosureRule.VERSION;
    }

    private Release first(ReleaseDate date) {
        Catalogue catalogue = catalogues.at(database, time.batch());
        List<PastMonthEndCounts> past = new ReleaseCalculation(catalogue, last.history())
                .pastMonthEnds(series.monthEndsBefore(date).stream()
                        .map(end -> ExactStates.ofCountry(database, time.on(end))));
        return withNewTables(date, catalogue, last.history().after(past), past);
    }

    /** Until this version of the rule is in force, no number moves, so that nothing is published by two rules together. */
    private Release after(Release before, ReleaseDate date) {
        Catalogue catalogue = catalogues.at(database, time.batch());
        ReleaseCalculation making = new ReleaseCalculation(catalogue, last.history());
        if (!ReleaseStore.isInForce(database, DisclosureRule.VERSION, date.on())) {
            return making.withoutNewNumbers(date, before, because(catalogue));
        }
        if (!last.hasTablesOf(date)) {
            return withNewTables(date, catalogue, last.history(), List.of());
        }
        return date.isWeekEnd() && before.rule() == DisclosureRule.VERSION
                ? making.ofWeekEnd(date, ExactStates.ofCountry(database, time), before, because(catalogue))
                : making.withoutNewNumbers(date, before, because(catalogue));
    }

    private Release withNewTables(
            ReleaseDate date, Catalogue catalogue, ReleasedTrainedHistory history, List<PastMonthEndCounts> past) {
        return new ReleaseCalculation(catalogue, history)
                .ofMonthEnd(date, series.rhythm(), monthEnd(history), because(catalogue), past);
    }

    private MonthEndTables monthEnd(ReleasedTrainedHistory history) {
        Catalogue then = catalogues.at(database, monthEnd.batch());
        return new ReleaseCalculation(then, history).monthEnd(ExactStates.ofMonthEnd(database, monthEnd, then));
    }

    private Set<String> because(Catalogue catalogue) {
        return ProvisionalReason.of(database, time, catalogue.beingEvaluated()).stream()
                .map(ProvisionalReason::code)
                .collect(Collectors.toSet());
    }
}
