package kz.qadam.reporting.rollup;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import kz.qadam.reporting.fact.Completion;
import kz.qadam.reporting.fact.Enrolment;
import kz.qadam.reporting.fact.Trained;

/** In which cells a fact counts one, by itself or for its learner, who counts once for each member of a dimension. */
final class Contribution {

    private static final List<Dimension> ALL = List.of(Dimension.values());

    private final List<Dimension> dimensions;
    private final DerivedMembers derived;

    Contribution(DerivedMembers derived) {
        this(ALL, derived);
    }

    /** @param dimensions in the cells of these alone */
    Contribution(List<Dimension> dimensions, DerivedMembers derived) {
        this.dimensions = dimensions;
        this.derived = derived;
    }

    Collection<Cell> of(Completion one) {
        return one.counts()
                ? cells(Measure.COMPLETIONS, one.cohort(), EventMembers.of(one), one.completedOn())
                : Set.of();
    }

    Collection<Cell> of(Trained one) {
        return one.isTrained()
                ? cells(
                        Measure.TRAINED,
                        one.cohort(),
                        EventMembers.of(one.by()),
                        one.by().on())
                : Set.of();
    }

    /** Where its learner has completed something by it. */
    Collection<Cell> ofLearner(Completion one) {
        return one.counts()
                ? cells(Measure.COMPLETED, one.cohort(), EventMembers.of(one), one.completedOn())
                : Set.of();
    }

    /** Where its learner is enrolled by it, whatever the day. */
    Collection<Cell> ofLearner(Enrolment one) {
        return cells(Measure.ENROLLED, one.cohort(), EventMembers.of(one), Cell.ANY_DAY);
    }

    /** Where its learner is one of the people by it, in whichever cohort. */
    Collection<Cell> ofLearner(Trained one) {
        return one.isTrained()
                ? Set.of(new Cell(
                        Measure.PEOPLE,
                        Cell.ALL,
                        Dimension.NATION,
                        Cell.ALL,
                        one.by().on()))
                : Set.of();
    }

    private List<Cell> cells(Measure measure, String cohort, EventMembers event, LocalDate day) {
        List<Cell> cells = new ArrayList<>(dimensions.size());
        for (Dimension dimension : dimensions) {
            cells.add(new Cell(measure, cohort, dimension, dimension.memberOf(event, derived), day));
        }
        return cells;
    }
}
