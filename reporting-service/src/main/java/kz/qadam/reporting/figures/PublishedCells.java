package kz.qadam.reporting.figures;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import kz.qadam.reporting.catalogue.MacroRegion;
import kz.qadam.reporting.release.MonthEndTables;
import kz.qadam.reporting.release.Places;
import kz.qadam.reporting.release.ReleasedCourseOrArea;
import kz.qadam.reporting.rollup.Dimension;

/** The published cells of a cohort by region, course or area, at the last month end. */
final class PublishedCells {

    /** No institution is named, and no kind of institution, since some kinds have one institution. */
    static final Set<Dimension> DIMENSIONS = Set.of(Dimension.REGION, Dimension.COURSE, Dimension.AREA);

    private final List<MonthEndTables.OfCohort> tables;

    /** @throws kz.qadam.chassis.http.problem.Problem 404 if the release does not have the cohort */
    PublishedCells(PublishedFigures published, String cohort) {
        tables = published.released(cohort).stream()
                .flatMap(one -> published.monthEnd().cohort(one.code()).stream())
                .toList();
    }

    /** A cell of the total is the sum of the published cells of its cohorts. */
    List<Breakdown.Cell> by(Dimension by) {
        return switch (by) {
            case REGION -> places();
            case COURSE -> members(MonthEndTables.OfCohort::courses);
            case AREA -> members(MonthEndTables.OfCohort::areas);
            default -> throw new IllegalArgumentException("Not published: " + by);
        };
    }

    /** All places in force. Where cohorts of the total have different places, it has the larger one. */
    private List<Breakdown.Cell> places() {
        Places inForce = Places.inForceInAll(tables);
        Map<String, Counts> counts = new HashMap<>();
        tables.stream()
                .flatMap(table -> table.regions().stream())
                .forEach(place -> counts.merge(inForce.of(place.key()), Counts.of(place.counts()), Counts::plus));
        return inForce.all().stream()
                .map(code -> Breakdown.Cell.ofPlace(
                        code, Places.names(code), counts.getOrDefault(code, Counts.NONE), MacroRegion.find(code)))
                .toList();
    }

    private List<Breakdown.Cell> members(Function<MonthEndTables.OfCohort, List<ReleasedCourseOrArea>> ofTable) {
        SortedMap<String, Breakdown.Cell> cells = new TreeMap<>();
        tables.stream()
                .flatMap(table -> ofTable.apply(table).stream())
                .map(member -> Breakdown.Cell.of(member.key(), member.names(), Counts.of(member.counts())))
                .forEach(cell -> cells.merge(cell.key(), cell, Breakdown.Cell::plus));
        return List.copyOf(cells.values());
    }

    Breakdown.Country country() {
        Counts counts = tables.stream().map(table -> Counts.of(table.country())).reduce(Counts.NONE, Counts::plus);
        return new Breakdown.Country(
                counts.enrolled(),
                counts.completed(),
                counts.trained(),
                Counts.sum(tables, MonthEndTables.OfCohort::notByRegion),
                counts.suppressed());
    }
}
