package kz.qadam.reporting.recount;

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
 * Counts once more, from the raw events of the event log and by other code than the roll-up's, and holds the roll-up's
 * rows against it.
 *
 * @param cohort null for all
 */
record Recount(UUID id, PointInTime moment, String cohort) {

    Recounted run(Handle database) {
        Rules rules = RawEvents.rules(database, moment.batch());
        Catalogue catalogue = Catalogue.at(database, moment.batch());
        Set<String> judging = new TreeSet<>(catalogue.unsettled());
        // Without its requirement nobody can say who is trained in a cohort.
        Predicate<String> isJudging =
                code -> judging.contains(code) || !catalogue.cohorts().containsKey(code);
        Cells cells = new Cells(database);
        Count count = new Count(rules, cells::found);
        Count leftOut = new Count(rules, cells::leftOut);
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
