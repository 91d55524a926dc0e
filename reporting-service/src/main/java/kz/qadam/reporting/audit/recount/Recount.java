package kz.qadam.reporting.audit.recount;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import kz.qadam.reporting.asof.PointInTime;
import kz.qadam.reporting.catalogue.Catalogue;
import org.jdbi.v3.core.Handle;

/**
 * Counts the figures once more, from the raw events in the event log and by other code than the roll-up's, and compares
 * the result with the rows of the roll-up.
 *
 * @param cohort null for all
 */
record Recount(UUID id, PointInTime point, String cohort) {

    /**
     * What a recount has found.
     *
     * @param awaited trained states that have not arrived, at most {@link EarlierAwaitedStates#MOST}
     */
    record Found(RecountResult result, List<AwaitedState> awaited) {}

    Found run(Handle database) {
        RecountedCatalogue descriptions = EventLogReader.descriptions(database, point.batch());
        RecountRules rules = RecountRules.of(descriptions);
        Dimensions dimensions = Dimensions.of(descriptions);
        Catalogue catalogue = Catalogue.at(database, point.batch());
        Set<String> judging = new TreeSet<>(catalogue.unsettled());
        // Without a described requirement, nobody can be judged in a cohort.
        Predicate<String> isJudging =
                code -> judging.contains(code) || !catalogue.cohorts().containsKey(code);
        RecountComparison cells = new RecountComparison(database);
        CellCounter counted = new CellCounter(dimensions, cells::addCounted);
        CellCounter leftOut = new CellCounter(dimensions, cells::addLeftOut);
        EarlierAwaitedStates earlier =
                EarlierAwaitedStates.before(database, id, point.batch(), point.past() ? point.asOf() : null);
        var inFlight = new LearnersInFlight(earlier, cohort);
        long events = EventLogReader.learners(
                database,
                point.batch(),
                learner ->
                        learner.count(rules, isJudging.or(inFlight.onTheirWay(learner)::contains), counted, leftOut));
        cells.cohorts(point).stream().filter(isJudging).forEach(judging::add);
        List<RecountResult.Difference> differences = cells.differences(point, cohort, judging);
        return new Found(
                new RecountResult(
                        id,
                        point.asOf(),
                        point.on(),
                        cohort,
                        point.batch(),
                        events,
                        differences.isEmpty() && inFlight.overdue() == 0,
                        differences,
                        new RecountResult.InFlight(inFlight.learners(), inFlight.overdue(), onlyRequested(judging))),
                inFlight.awaited());
    }

    private Set<String> onlyRequested(Set<String> codes) {
        return cohort == null
                ? codes
                : codes.stream().filter(cohort::equals).collect(Collectors.toCollection(TreeSet::new));
    }
}
