package kz.qadam.reporting.rollup;

import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import kz.qadam.reporting.fact.Completion;
import kz.qadam.reporting.fact.Enrolment;
import kz.qadam.reporting.fact.Trained;

/** In which cells a fact, or all facts of one learner together, count one. */
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

    /** In each place once, on the day of the first completion there. */
    Collection<Cell> completed(Collection<Completion> ofOneLearner) {
        Map<Cell, LocalDate> first = new HashMap<>();
        ofOneLearner.stream()
                .filter(Completion::counts)
                .forEach(one -> places(
                                Measure.COMPLETED,
                                one.cohort(),
                                one.region(),
                                one.institution(),
                                one.course(),
                                Cell.ANY_DAY)
                        .forEach(cell -> first.merge(
                                cell, one.completedOn(), (day, other) -> other.isBefore(day) ? other : day)));
        return first.entrySet().stream()
                .map(cell -> cell.getKey().on(cell.getValue()))
                .toList();
    }

    /** In each place once. */
    Collection<Cell> enrolled(Collection<Enrolment> ofOneLearner) {
        return ofOneLearner.stream()
                .flatMap(
                        one -> places(
                                Measure.ENROLLED,
                                one.cohort(),
                                one.region(),
                                one.institution(),
                                one.course(),
                                Cell.ANY_DAY)
                                .stream())
                .collect(Collectors.toSet());
    }

    /** The person counts once, on the first day of any cohort. */
    Collection<Cell> person(Collection<Trained> ofOneLearner) {
        return ofOneLearner.stream()
                .filter(Trained::isTrained)
                .map(trained -> trained.by().on())
                .min(LocalDate::compareTo)
                .map(day -> Set.of(Cell.national(Measure.PEOPLE, Cell.ALL, day)))
                .orElse(Set.of());
    }

    private List<Cell> places(
            Measure measure, String cohort, String region, String institution, String course, LocalDate day) {
        return Stream.of(
                        Cell.national(measure, cohort, day),
                        new Cell(measure, cohort, Grain.REGION, region, day),
                        new Cell(measure, cohort, Grain.INSTITUTION, institution, day),
                        new Cell(measure, cohort, Grain.COURSE, course, day),
                        new Cell(measure, cohort, Grain.AREA, areas.of(course), day))
                .toList();
    }
}
