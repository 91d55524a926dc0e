package kz.qadam.reporting.intake.projection;

import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import kz.qadam.chassis.base.database.TableColumns;
import kz.qadam.reporting.catalogue.DerivedMemberReader;
import kz.qadam.reporting.rollup.Cell;
import kz.qadam.reporting.rollup.CellPart;
import kz.qadam.reporting.rollup.DerivedMembers;
import kz.qadam.reporting.rollup.Dimension;
import kz.qadam.reporting.rollup.Measure;
import kz.qadam.reporting.rollup.MemberReassignment;
import kz.qadam.reporting.rollup.fact.Cause;
import kz.qadam.reporting.rollup.fact.LearnerCohort;
import org.jdbi.v3.core.Handle;

/**
 * Moves counts between members of a derived dimension when the catalogue changes the description of members of its
 * source, for example the area of a course. This is rare, since a description is mostly known before any enrolment.
 *
 * @param derived the derived dimension
 * @param before the former derived member of each changed member of the source
 */
record DerivedMemberMove(Dimension derived, Map<String, String> before) {

    private static final int LEARNERS_AT_ONCE = 5_000;

    /** The rows of some members, cohort by cohort, since the index has the cohort before the member. */
    private static final String CELLS = """
            with recursive cohort as (
                (select cohort from rollup_cell where grain = '%1$s' order by cohort limit 1)
                union all
                select (select cell.cohort from rollup_cell cell
                         where cell.grain = '%1$s' and cell.cohort > cohort.cohort order by cell.cohort limit 1)
                  from cohort where cohort.cohort is not null)
            select %2$s
              from cohort
              join rollup_cell cell on cell.grain = '%1$s' and cell.cohort = cohort.cohort and cell.place = any(:sources)
            """;

    /** Learners are read only if something is counted under these members. */
    private static final String COUNTS_ANYTHING =
            "select exists (%s where %s)".formatted(CELLS.formatted("%1$s", "1"), Measure.sql("%s <> 0", " or "));

    private static final String ADDITIVE =
            CELLS.formatted("%1$s", "measure, cell.cohort, cell.place, cell.day, cell.cause, count")
                    + " cross join lateral " + Measure.ADDITIVE_AS_ROWS + " where count <> 0";

    private static final String LEARNERS = """
            select learner, cohort from completion_fact where %1$s = any(:sources) and to_batch = still_open()
            union
            select learner, cohort from enrolment_fact where %1$s = any(:sources) and to_batch = still_open()
            """;

    private record Counted(Measure measure, String cohort, String source, LocalDate day, Cause cause, long count) {}

    private static final TableColumns<Counted> COUNTED = TableColumns.of(Counted.class, Map.of("source", "place"));
    private static final TableColumns<LearnerCohort> LEARNER_COHORT = TableColumns.of(LearnerCohort.class);

    /** The changes of cells. */
    Map<CellPart, Long> cells(Handle database) {
        Map<CellPart, Long> changes = new HashMap<>();
        if (before.isEmpty() || !countsAnything(database)) {
            return changes;
        }
        DerivedMembers now = DerivedMemberReader.all(database, derived);
        DerivedMembers then = now.with(derived, before);
        additive(database).forEach(one -> {
            changes.merge(cell(one, then), -one.count(), Long::sum);
            changes.merge(cell(one, now), one.count(), Long::sum);
        });
        var reassignment = new MemberReassignment(derived, then, now);
        Map<UUID, List<LearnerCohort>> members = learners(database);
        List<UUID> learners = List.copyOf(members.keySet());
        for (int from = 0; from < learners.size(); from += LEARNERS_AT_ONCE) {
            List<UUID> some = learners.subList(from, Math.min(learners.size(), from + LEARNERS_AT_ONCE));
            List<LearnerCohort> ofThem =
                    some.stream().map(members::get).flatMap(Collection::stream).toList();
            reassignment
                    .ofPeople(
                            AffectedFacts.completions(database, List.of(), some),
                            AffectedFacts.enrolments(database, List.of(), ofThem))
                    .forEach((cell, by) -> changes.merge(cell, by, Long::sum));
        }
        return changes;
    }

    private CellPart cell(Counted one, DerivedMembers members) {
        return new CellPart(
                new Cell(one.measure(), one.cohort(), derived, members.of(derived, one.source()), one.day()),
                one.cause());
    }

    private boolean countsAnything(Handle database) {
        return database.createQuery(COUNTS_ANYTHING.formatted(derived.source().code()))
                .bindArray("sources", String.class, before.keySet())
                .mapTo(Boolean.class)
                .one();
    }

    private List<Counted> additive(Handle database) {
        return database.createQuery(ADDITIVE.formatted(derived.source().code()))
                .bindArray("sources", String.class, before.keySet())
                .map(COUNTED)
                .list();
    }

    private Map<UUID, List<LearnerCohort>> learners(Handle database) {
        return database
                .createQuery(LEARNERS.formatted(derived.source().code()))
                .bindArray("sources", String.class, before.keySet())
                .map(LEARNER_COHORT)
                .stream()
                .collect(Collectors.groupingBy(LearnerCohort::learner));
    }
}
