package kz.qadam.reporting.rollup;

import java.time.LocalDate;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import kz.qadam.reporting.fact.Completion;
import kz.qadam.reporting.fact.Enrolment;
import kz.qadam.reporting.fact.Trained;

/** In which cells a fact counts one. */
final class Contribution {

    private Contribution() {}

    static Collection<Cell> of(Completion completion) {
        return completion.counts()
                ? placed(
                        Measure.COMPLETIONS,
                        completion.cohort(),
                        completion.region(),
                        completion.institution(),
                        completion.completedOn())
                : Set.of();
    }

    static Collection<Cell> of(Trained trained) {
        return trained.isTrained()
                ? placed(
                        Measure.TRAINED,
                        trained.cohort(),
                        trained.by().region(),
                        trained.by().institution(),
                        trained.by().on())
                : Set.of();
    }

    /** Of all trained facts of one learner: the person counts once, on the first day. */
    static Collection<Cell> person(Collection<Trained> ofOneLearner) {
        return ofOneLearner.stream()
                .filter(Trained::isTrained)
                .map(trained -> trained.by().on())
                .min(LocalDate::compareTo)
                .map(day -> Set.of(Cell.national(Measure.PEOPLE, Cell.ALL, day)))
                .orElse(Set.of());
    }

    /** Of all enrolments of one learner: once in each cohort, and once in each region and institution of it. */
    static Collection<Cell> enrolled(Collection<Enrolment> ofOneLearner) {
        return ofOneLearner.stream()
                .flatMap(one -> List.of(
                        Cell.national(Measure.ENROLLED, one.cohort(), Cell.ANY_DAY),
                        Cell.regional(Measure.ENROLLED, one.cohort(), one.region(), Cell.ANY_DAY),
                        new Cell(Measure.ENROLLED, one.cohort(), Cell.ALL, one.institution(), Cell.ANY_DAY))
                        .stream())
                .collect(Collectors.toCollection(HashSet::new));
    }

    private static Collection<Cell> placed(
            Measure measure, String cohort, String region, String institution, LocalDate day) {
        return List.of(
                Cell.national(measure, cohort, day),
                Cell.regional(measure, cohort, region, day),
                new Cell(measure, cohort, region, institution, day));
    }
}
