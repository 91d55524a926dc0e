package kz.qadam.reporting.recount;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import kz.qadam.reporting.asof.PointInTime;
import kz.qadam.reporting.catalogue.Catalogue;
import kz.qadam.reporting.json.Members;
import org.jdbi.v3.core.Handle;

/**
 * Counts once more, from the raw events of the event log and by other code than the roll-up's, and holds the roll-up's
 * rows against it.
 *
 * @param cohort null for all
 */
record Recount(UUID id, PointInTime moment, String cohort) {

    Recounted run(Handle database) {
        Map<String, Collection<Members>> described = RawEvents.described(database, moment.batch());
        Rules rules = Rules.of(described);
        Dimensions dimensions = Dimensions.of(described);
        Catalogue catalogue = Catalogue.at(database, moment.batch());
        Set<String> judging = new TreeSet<>(catalogue.unsettled());
        // Without its requirement nobody can say who is trained in a cohort.
        Predicate<String> isJudging =
                code -> judging.contains(code) || !catalogue.cohorts().containsKey(code);
        RecountedCells cells = new RecountedCells(database);
        Counting count = new Counting(dimensions, cells::found);
        Counting leftOut = new Counting(dimensions, cells::leftOut);
        long[] inFlight = {0};
        long events = RawEvents.learners(database, moment.batch(), learner -> {
            Set<String> onItsWay = learner.count(rules, isJudging, count, leftOut);
            if (cohort == null ? !onItsWay.isEmpty() : onItsWay.contains(cohort)) {
                inFlight[0]++;
            }
        });
        cells.cohorts(moment).stream().filter(isJudging).forEach(judging::add);
        List<Recounted.Difference> differences = cells.differences(moment, cohort, judging);
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

    private Set<String> ofTheCohort(Set<String> codes) {
        return cohort == null
                ? codes
                : codes.stream().filter(cohort::equals).collect(Collectors.toCollection(TreeSet::new));
    }
}
