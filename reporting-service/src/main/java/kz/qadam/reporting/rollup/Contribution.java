package kz.qadam.reporting.rollup;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import kz.qadam.reporting.fact.Completion;
import kz.qadam.reporting.fact.Enrolment;
import kz.qadam.reporting.fact.Trained;

/** In which cells a fact counts one, by itself or for its learner, who counts once in each place. */
final class Contribution {

    private final Areas areas;

    Contribution(Areas areas) {
        this.areas = areas;
    }

    Collection<Cell> of(Completion one) {
        return one.counts()
                ? places(
                        Measure.COMPLETIONS,
                        one.cohort(),
                        one.region(),
                        one.institution(),
                        one.course(),
                        one.completedOn())
                : Set.of();
    }

    Collection<Cell> of(Trained one) {
        return one.isTrained()
                ? places(
                        Measure.TRAINED,
                        one.cohort(),
                        one.by().region(),
                        one.by().institution(),
                        one.by().course(),
                        one.by().on())
                : Set.of();
    }

    /** Where a completion makes its learner one who has completed something. */
    Collection<Cell> completed(Completion one) {
        return one.counts()
                ? places(
                        Measure.COMPLETED,
                        one.cohort(),
                        one.region(),
                        one.institution(),
                        one.course(),
                        one.completedOn())
                : Set.of();
    }

    /** Where an enrolment makes its learner one who is enrolled, whatever the day. */
    Collection<Cell> enrolled(Enrolment one) {
        return places(Measure.ENROLLED, one.cohort(), one.region(), one.institution(), one.course(), Cell.ANY_DAY);
    }

    /** Being trained in any cohort makes a learner one of the people. */
    Collection<Cell> person(Trained one) {
        return one.isTrained()
                ? Set.of(Cell.national(Measure.PEOPLE, Cell.ALL, one.by().on()))
                : Set.of();
    }

    private List<Cell> places(
            Measure measure, String cohort, String region, String institution, String course, LocalDate day) {
        return List.of(
                Cell.national(measure, cohort, day),
                new Cell(measure, cohort, Grain.REGION, region, day),
                new Cell(measure, cohort, Grain.INSTITUTION, institution, day),
                new Cell(measure, cohort, Grain.COURSE, course, day),
                new Cell(measure, cohort, Grain.AREA, areas.of(course), day));
    }
}
