package kz.qadam.reporting.release.attack;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import kz.qadam.reporting.release.FunnelCounts;
import org.ojalgo.optimisation.Expression;
import org.ojalgo.optimisation.ExpressionsBasedModel;
import org.ojalgo.optimisation.Variable;

/**
 * The counts of a region, from which drafts are computed, as integer variables, with everything that the attacker knows
 * of them as constraints.
 *
 * <p>A person is known to one institution or to several. Of one measure, there are people that fit to the number of all
 * and to the numbers of those known to each institution if and only if no institution knows more than all, and all
 * institutions together know at least all; so people at two institutions need no variables of their own.
 */
final class RegionVariables {

    private final ExpressionsBasedModel model;
    private final Publication publication;
    private final RegionView view;
    private final long most;

    /** By measure. */
    private final List<Variable> people = new ArrayList<>();

    /** By measure and institution. The first institution is the one that attacks. */
    private final List<List<Variable>> known = new ArrayList<>();

    /** By measure and institution, as far as it is needed: whether people are hidden from the institution. */
    private final List<List<Variable>> hiddenFrom = new ArrayList<>();

    /** By measure: what is published before rounding. */
    private final List<Variable> usable = new ArrayList<>();

    private int names;

    /** @param wording another one has the same solutions, and is another way for the solver */
    RegionVariables(ExpressionsBasedModel model, Publication publication, RegionView view, int wording) {
        this.model = model;
        this.publication = publication;
        this.view = view;
        this.most = IntStream.range(0, RegionView.MEASURES)
                        .mapToLong(measure -> view.people(publication, measure).most())
                        .max()
                        .orElseThrow()
                + 10L * wording;
        for (int measure = 0; measure < RegionView.MEASURES; measure++) {
            addPeople(measure);
        }
        if (wording % 2 == 0 && view.own() == null) {
            addOrder();
        }
        for (int measure = 0; measure < RegionView.MEASURES; measure++) {
            addUsable(measure);
        }
    }

    private Variable whole(long least, long most) {
        return model.newVariable("x" + System.identityHashCode(this) + "-" + names++)
                .integer()
                .lower(least)
                .upper(most);
    }

    private Variable binary() {
        return whole(0, 1);
    }

    /** A sum that is at least zero: variables with factors, and a constant. */
    private void atLeastZero(long constant, Object... factorsAndVariables) {
        Expression sum = model.newExpression("c" + System.identityHashCode(this) + "-" + names++)
                .lower(-constant);
        for (int i = 0; i < factorsAndVariables.length; i += 2) {
            sum.add((Variable) factorsAndVariables[i + 1], ((Number) factorsAndVariables[i]).longValue());
        }
    }

    private void addPeople(int measure) {
        Range range = view.people(publication, measure);
        Variable all = whole(range.least(), range.most());
        List<Variable> each = new ArrayList<>();
        for (int i = 0; i < view.institutions(); i++) {
            boolean isAttacker = i == 0 && view.own() != null;
            Variable one = isAttacker ? whole(view.own(measure), view.own(measure)) : whole(0, range.most());
            each.add(one);
            atLeastZero(0, 1, all, -1, one);
            if (measure > 0) {
                atLeastZero(0, 1, known.get(measure - 1).get(i), -1, one);
            }
        }
        addTogether(measure, all, each);
        if (measure > 0) {
            atLeastZero(0, 1, people.get(measure - 1), -1, all);
        }
        people.add(all);
        known.add(each);
        if (measure == 2) {
            addTrainedOutside();
        }
    }

    /** Everybody whom the attacker does not know is known to other institutions, besides those who are the attacker's too. */
    private void addTogether(int measure, Variable all, List<Variable> each) {
        int first = view.own() == null ? 0 : 1;
        long knownToOthers = 0;
        for (int i = first; first == 1 && i < view.institutions(); i++) {
            long own = RegionView.count(view.own().knownToOthers().get(i - 1), measure);
            atLeastZero(-own, 1, each.get(i));
            atLeastZero(own - view.own(measure), 1, all, -1, each.get(i));
            knownToOthers += own;
        }
        Expression together = model.newExpression("together" + System.identityHashCode(this) + "-" + measure)
                .lower(knownToOthers - view.own(measure));
        each.subList(first, each.size()).forEach(one -> together.add(one, 1));
        together.add(all, -1);
    }

    /** Who is trained and not known to an institution was not enrolled by it, and is not among those it saw complete. */
    private void addTrainedOutside() {
        for (int i = 0; i < view.institutions(); i++) {
            for (int wider = 0; wider < 2; wider++) {
                atLeastZero(
                        0,
                        1,
                        people.get(wider),
                        -1,
                        known.get(wider).get(i),
                        -1,
                        people.get(2),
                        1,
                        known.get(2).get(i));
            }
        }
    }

    /** An outsider knows nothing of institutions, so their order does not matter. */
    private void addOrder() {
        List<Variable> enrolled = known.get(0);
        for (int i = 1; i < view.institutions(); i++) {
            atLeastZero(0, 1, enrolled.get(i - 1), -1, enrolled.get(i));
        }
    }

    private void addUsable(int measure) {
        Long shown = view.published(measure);
        boolean isWiderShown = measure == 0 || view.published(measure - 1) != null;
        if (shown == null && !isWiderShown) {
            usable.add(null);
            return;
        }
        Variable byMeasure = publication == Publication.LEAST_KNOWN ? leastKnown(measure) : withoutHidden(measure);
        if (shown == null) {
            byMeasure.upper(9);
            usable.add(null);
            return;
        }
        Range inCountry = publication.isCountryOfUsable() ? view.inCountry().get(measure) : Range.ANY;
        Range range = new Range(shown, shown + 9).and(inCountry);
        Variable one = whole(range.least(), Math.max(range.least(), range.most()));
        atLeastZero(0, 1, byMeasure, -1, one);
        if (measure == 0) {
            atLeastZero(0, 1, one, -1, byMeasure);
        } else {
            Variable wider = usable.get(measure - 1);
            Variable isWider = binary();
            atLeastZero(0, 1, wider, -1, one);
            atLeastZero(0, 1, one, -1, byMeasure, most, isWider);
            atLeastZero(most, 1, one, -1, wider, -most, isWider);
        }
        usable.add(one);
    }

    /** By the second draft: the people without those who are hidden from an institution. */
    private Variable withoutHidden(int measure) {
        Variable all = people.get(measure);
        Variable rest = whole(-most * view.institutions(), most);
        Expression equal = model.newExpression("rest" + System.identityHashCode(this) + "-" + measure)
                .level(0);
        equal.add(all, 1);
        equal.add(rest, -1);
        hiddenFrom.add(new ArrayList<>());
        for (int i = 0; i < view.institutions(); i++) {
            Variable own = known.get(measure).get(i);
            Variable isHidden = isHidden(measure, i);
            hiddenFrom.get(measure).add(isHidden);
            Variable hidden = whole(0, most);
            atLeastZero(0, most, isHidden, -1, hidden);
            atLeastZero(0, 1, all, -1, own, -1, hidden);
            atLeastZero(most, 1, hidden, -1, all, 1, own, -most, isHidden);
            equal.add(hidden, -1);
        }
        return rest;
    }

    /** One if the people outside an institution are fewer than ten in this measure or in a wider one, else zero. */
    private Variable isHidden(int measure, int institution) {
        Variable all = people.get(measure);
        Variable own = known.get(measure).get(institution);
        if (measure == 0) {
            return fewOutside(all, own);
        }
        Variable inWider = hiddenFrom.get(measure - 1).get(institution);
        Variable isHidden = binary();
        atLeastZero(0, 1, isHidden, -1, inWider);
        atLeastZero(9 + most, -1, all, 1, own, -most, isHidden, most, inWider);
        atLeastZero(-10, 1, all, -1, own, 10, isHidden);
        return isHidden;
    }

    /** By the first draft: the least of all people and of those known to an institution with fewer than ten outside. */
    private Variable leastKnown(int measure) {
        Variable all = people.get(measure);
        Variable least = whole(0, most);
        atLeastZero(0, 1, all, -1, least);
        Expression oneOf = model.newExpression("oneOf" + System.identityHashCode(this) + "-" + measure)
                .level(1);
        Variable isAll = binary();
        atLeastZero(most, 1, least, -1, all, -most, isAll);
        oneOf.add(isAll, 1);
        for (Variable one : known.get(measure)) {
            Variable isFew = fewOutside(all, one);
            atLeastZero(most, 1, one, -1, least, -most, isFew);
            Variable isThis = binary();
            atLeastZero(most, 1, least, -1, one, -most, isThis);
            atLeastZero(0, 1, isFew, -1, isThis);
            oneOf.add(isThis, 1);
        }
        return least;
    }

    /** One if fewer than ten people are outside an institution, else zero. */
    private Variable fewOutside(Variable all, Variable own) {
        Variable isFew = binary();
        atLeastZero(9 + most, -1, all, 1, own, -most, isFew);
        atLeastZero(-10, 1, all, -1, own, 10, isFew);
        return isFew;
    }

    /** Nobody has left a region since another day. */
    void growSince(RegionVariables before) {
        for (int measure = 0; measure < RegionView.MEASURES; measure++) {
            atLeastZero(0, 1, people.get(measure), -1, before.people.get(measure));
            for (int i = 0; i < view.institutions(); i++) {
                atLeastZero(
                        0,
                        1,
                        known.get(measure).get(i),
                        -1,
                        before.known.get(measure).get(i));
            }
        }
    }

    Variable people(int measure) {
        return people.get(measure);
    }

    /** The region of a solution. */
    KnownCounts solved() {
        List<FunnelCounts> byInstitution = new ArrayList<>();
        for (int i = 0; i < view.institutions(); i++) {
            byInstitution.add(new FunnelCounts(
                    value(known.get(0).get(i)),
                    value(known.get(1).get(i)),
                    value(known.get(2).get(i))));
        }
        return new KnownCounts(
                new FunnelCounts(value(people.get(0)), value(people.get(1)), value(people.get(2))), byInstitution);
    }

    private static long value(Variable variable) {
        return Math.round(variable.getValue().doubleValue());
    }
}
