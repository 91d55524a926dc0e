package kz.qadam.reporting.figures;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import kz.qadam.reporting.catalogue.MacroRegion;
import kz.qadam.reporting.catalogue.Names;
import kz.qadam.reporting.release.MonthEnd;
import kz.qadam.reporting.release.Places;
import kz.qadam.reporting.release.PublishedCounts;
import kz.qadam.reporting.release.ReleasedMember;
import kz.qadam.reporting.rollup.Dimension;

/** The published figures of a cohort by region, course or area, at the last month end. */
final class PublishedBreakdown {

    /** No institution is named, and no kind of institution, since some kinds have one institution. */
    static final Set<Dimension> DIMENSIONS = Set.of(Dimension.REGION, Dimension.COURSE, Dimension.AREA);

    /** Nothing adds up exactly, since each count is rounded down. */
    private static final Breakdown.Additive ADDITIVE = new Breakdown.Additive(false, false, false, false);

    private PublishedBreakdown() {}

    /** @throws kz.qadam.chassis.problem.Problem 404 if the release does not have the cohort */
    static Breakdown of(PublishedContext published, String cohort, Dimension by) {
        List<MonthEnd.OfCohort> tables = published.cohorts(cohort).stream()
                .flatMap(one -> published.monthEnd().cohort(one.code()).stream())
                .toList();
        return new Breakdown(
                published.headOfMonthEnd(),
                cohort,
                by.code(),
                ADDITIVE,
                by == Dimension.REGION ? places(tables) : cells(tables, by),
                country(tables));
    }

    /** All places in force. Where cohorts of the total have different places, it has the larger one. */
    private static List<Breakdown.Cell> places(List<MonthEnd.OfCohort> tables) {
        Places inForce = Places.inForceInAll(tables);
        Map<String, List<PublishedCounts>> counts = new HashMap<>();
        tables.stream()
                .flatMap(table -> table.regions().stream())
                .forEach(place -> counts.computeIfAbsent(inForce.of(place.key()), key -> new ArrayList<>())
                        .add(place.counts()));
        return inForce.all().stream()
                .map(code -> cell(code, Places.names(code), counts.getOrDefault(code, List.of()))
                        .of(MacroRegion.find(code)))
                .toList();
    }

    /** A cell of the total is the sum of the published cells of its cohorts. */
    private static List<Breakdown.Cell> cells(List<MonthEnd.OfCohort> tables, Dimension by) {
        Map<String, List<ReleasedMember>> members = new TreeMap<>();
        tables.stream()
                .flatMap(table -> members(table, by))
                .forEach(member -> members.computeIfAbsent(member.key(), key -> new ArrayList<>())
                        .add(member));
        return members.values().stream()
                .map(same -> cell(
                        same.get(0).key(),
                        same.get(0).names(),
                        same.stream().map(ReleasedMember::counts).toList()))
                .toList();
    }

    private static Stream<ReleasedMember> members(MonthEnd.OfCohort table, Dimension by) {
        return switch (by) {
            case COURSE -> table.courses().stream();
            case AREA -> table.areas().stream();
            default -> throw new IllegalArgumentException("Not published: " + by);
        };
    }

    private static Breakdown.Cell cell(String key, Names names, List<PublishedCounts> counts) {
        Long enrolled = PublishedSum.of(counts, PublishedCounts::enrolled);
        Long completed = PublishedSum.of(counts, PublishedCounts::completed);
        Long trained = PublishedSum.of(counts, PublishedCounts::trained);
        return new Breakdown.Cell(
                key,
                names,
                enrolled,
                completed,
                null,
                trained,
                PublishedProgress.suppressed(enrolled, completed, trained),
                null,
                null);
    }

    private static Breakdown.Country country(List<MonthEnd.OfCohort> tables) {
        List<PublishedCounts> counts =
                tables.stream().map(MonthEnd.OfCohort::country).toList();
        Long enrolled = PublishedSum.of(counts, PublishedCounts::enrolled);
        Long completed = PublishedSum.of(counts, PublishedCounts::completed);
        Long trained = PublishedSum.of(counts, PublishedCounts::trained);
        return new Breakdown.Country(
                enrolled,
                completed,
                trained,
                PublishedSum.of(tables, MonthEnd.OfCohort::notByRegion),
                PublishedProgress.suppressed(enrolled, completed, trained));
    }
}
