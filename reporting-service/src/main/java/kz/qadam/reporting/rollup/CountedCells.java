package kz.qadam.reporting.rollup;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import kz.qadam.reporting.rollup.fact.Completion;
import kz.qadam.reporting.rollup.fact.Enrolment;
import kz.qadam.reporting.rollup.fact.EventMembers;
import kz.qadam.reporting.rollup.fact.Trained;

/** The cells in which a fact counts: by itself, or for its learner, who counts once under each member. */
final class CountedCells {

    private static final List<Dimension> ALL = List.of(Dimension.values());

    private final List<Dimension> dimensions;
    private final DerivedMembers derived;

    CountedCells(DerivedMembers derived) {
        this(ALL, derived);
    }

    /** @param dimensions the dimensions whose cells are given */
    CountedCells(List<Dimension> dimensions, DerivedMembers derived) {
        this.dimensions = dimensions;
        this.derived = derived;
    }

    Collection<Cell> of(Completion one) {
        return one.counts() ? cells(Measure.COMPLETIONS, one.cohort(), one, one.completedOn()) : Set.of();
    }

    Collection<Cell> of(Trained one) {
        return one.isTrained()
                ? cells(Measure.TRAINED, one.cohort(), one.by(), one.by().on())
                : Set.of();
    }

    /** The cells in which its learner counts as {@link Measure#COMPLETED}. */
    Collection<Cell> ofLearner(Completion one) {
        return one.counts() ? cells(Measure.COMPLETED, one.cohort(), one, one.completedOn()) : Set.of();
    }

    /** The cells in which its learner counts as {@link Measure#ENROLLED}; they have no day. */
    Collection<Cell> ofLearner(Enrolment one) {
        return cells(Measure.ENROLLED, one.cohort(), one, Cell.ANY_DAY);
    }

    /** The cell in which its learner counts as one of the {@link Measure#PEOPLE}, over all cohorts. */
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
