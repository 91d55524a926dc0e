package kz.qadam.reporting.release.attack;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.ojalgo.optimisation.Expression;
import org.ojalgo.optimisation.ExpressionsBasedModel;
import org.ojalgo.optimisation.Optimisation;

/** Answers questions about drafts exactly, by integer programs. Equal questions are solved once. */
final class RegionProgram {

    /** Whether more than so many are possible makes no difference. */
    private static final long ENOUGH = 20;

    private static final int WORDINGS = 4;

    private final Map<Question, Optional<Range>> solved = new HashMap<>();

    /**
     * The range of what is asked; empty if nothing fits to what the attacker believes. The solver sometimes finds no
     * solution, or not the best one, where there is one. So a disclosure counts only if programs that say the same in
     * other words find no more either. A solution cannot be wrong, since it is published again.
     */
    Optional<Range> solve(Question question) {
        Optional<Range> known = solved.get(question);
        if (known == null) {
            known = Optional.empty();
            for (int wording = 0;
                    wording < WORDINGS && known.map(Range::isDisclosure).orElse(true);
                    wording++) {
                known = hull(hull(known, solve(question, wording, true)), solve(question, wording, false));
            }
            solved.put(question, known);
        }
        return known;
    }

    private static Optional<Range> hull(Optional<Range> known, Optional<Long> more) {
        return more.map(number -> known.map(range -> range.with(number)).orElse(Range.of(number)))
                .or(() -> known);
    }

    int size() {
        return solved.size();
    }

    private static Optional<Long> solve(Question question, int wording, boolean isLeast) {
        ExpressionsBasedModel model = new ExpressionsBasedModel();
        List<RegionVariables> days = new ArrayList<>();
        for (RegionView view : question.views()) {
            days.add(new RegionVariables(model, question.publication(), view, wording));
        }
        RegionVariables last = days.get(days.size() - 1);
        Expression goal = model.newExpression("goal").weight(1).upper(own(question) + ENOUGH);
        goal.add(last.people(question.measure()), 1);
        if (question.target() == Question.Target.INCREMENT) {
            last.growSince(days.get(0));
            goal.add(days.get(0).people(question.measure()), -1);
        }
        Optimisation.Result result = isLeast ? model.minimise() : model.maximise();
        if (!result.getState().isOptimal()) {
            return Optional.empty();
        }
        for (int i = 0; i < days.size(); i++) {
            requirePublished(question, i, days.get(i).solved());
        }
        return Optional.of(Math.round(result.getValue()) - own(question));
    }

    private static long own(Question question) {
        return question.target() == Question.Target.OTHERS
                ? question.views().get(0).own(question.measure())
                : 0;
    }

    /** A solution counts only if what would be published of it is what is published. */
    private static void requirePublished(Question question, int day, KnownCounts solved) {
        if (!question.publication()
                .region(solved)
                .equals(question.views().get(day).published())) {
            throw new IllegalStateException("Not a solution: " + solved + " of " + question);
        }
    }
}
