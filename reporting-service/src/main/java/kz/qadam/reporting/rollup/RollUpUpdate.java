package kz.qadam.reporting.rollup;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import kz.qadam.reporting.rollup.fact.Completion;
import kz.qadam.reporting.rollup.fact.CountedFact;
import kz.qadam.reporting.rollup.fact.Enrolment;
import kz.qadam.reporting.rollup.fact.EventMembers;
import kz.qadam.reporting.rollup.fact.Fact;
import kz.qadam.reporting.rollup.fact.Trained;

/**
 * Computes the changes of a batch in the facts and in the roll-up. The change of a cell is the count of the facts after
 * the batch minus the count before it. Events are not added up, so that neither their order nor their repetition
 * matters. Every state is applied by itself, also if the same batch has a newer one, so that the changes by cause do
 * not depend on how events were batched.
 *
 * <p>Only the events of an enrolment name its attributes. A completion has those of the enrolment that it names, and a
 * trained learner those of the completion that met the requirement, if both are of the same learner: else none, as while
 * a merge is on its way. When they change, the fact is derived again: it keeps its version, and its cause is that of the
 * state that changed it.
 */
public final class RollUpUpdate {

    private final CurrentFacts<Completion> completions;
    private final CurrentFacts<Enrolment> enrolments;
    private final CurrentFacts<Trained> trained;
    private final CellChanges changes = new CellChanges();

    /**
     * @param derived the derived members for all members that these facts and the batch name
     * @param completions all current completions of the learners who have a completion in the batch, or an enrolment with
     *     attributes, before or after it; those that trained facts in the batch name, if they have attributes
     * @param enrolments all current enrolments of the learners who have an enrolment in the batch, before or after it;
     *     those that completions in the batch name, if they have attributes
     * @param trained all current trained facts of the learners who have a trained fact in the batch, or a completion with
     *     attributes, before or after it
     */
    public RollUpUpdate(
            DerivedMembers derived,
            Collection<Completion> completions,
            Collection<Enrolment> enrolments,
            Collection<Trained> trained) {
        var cells = new CountedCells(derived);
        this.completions = new CurrentFacts<>(completions, Completion::enrolment, cells::of, cells::ofLearner);
        this.enrolments =
                new CurrentFacts<>(enrolments, toNothing -> null, countsOnlyItsLearner -> Set.of(), cells::ofLearner);
        this.trained = new CurrentFacts<>(
                trained, one -> one.isTrained() ? one.by().completion() : null, cells::of, cells::ofLearner);
    }

    /**
     * Applies the facts that are newer than the known ones; the highest version of a subject remains.
     *
     * @param arrived the facts of the batch, in an order that is the same each time
     */
    public RollUpChanges take(Collection<? extends Fact> arrived) {
        List<? extends Fact> byVersion =
                arrived.stream().sorted(Comparator.comparingLong(Fact::version)).toList();
        for (Fact one : byVersion) {
            if (one instanceof Completion fact && completions.isNewer(fact)) {
                set(joined(fact));
            } else if (one instanceof Enrolment fact && enrolments.isNewer(fact)) {
                set(fact);
            } else if (one instanceof Trained fact && trained.isNewer(fact)) {
                trained.set(joined(fact), changes);
            }
        }
        return new RollUpChanges(completions.newer(), enrolments.newer(), trained.newer(), changes.toMap());
    }

    private Completion joined(Completion arrived) {
        Map<String, String> attributes = attributesOf(arrived);
        return attributes.isEmpty() ? arrived : arrived.with(attributes, arrived.cause());
    }

    private Trained joined(Trained arrived) {
        Map<String, String> attributes = arrived.isTrained() ? attributesOf(arrived) : Map.of();
        return attributes.isEmpty() ? arrived : arrived.with(attributes, arrived.cause());
    }

    private void set(Enrolment now) {
        boolean hadAttributes =
                enrolments.of(now.id()).filter(RollUpUpdate::hasAttributes).isPresent();
        enrolments.set(now, changes);
        if (hadAttributes || hasAttributes(now)) {
            for (Completion one : completions.referringTo(now.id())) {
                Map<String, String> attributes = attributesOf(one);
                if (!attributes.equals(one.attributes())) {
                    set(one.with(attributes, now.cause()));
                }
            }
        }
    }

    private void set(Completion now) {
        boolean hadAttributes =
                completions.of(now.id()).filter(RollUpUpdate::hasAttributes).isPresent();
        completions.set(now, changes);
        if (hadAttributes || hasAttributes(now)) {
            for (Trained one : trained.referringTo(now.id())) {
                Map<String, String> attributes = attributesOf(one);
                if (!attributes.equals(one.by().attributes())) {
                    trained.set(one.with(attributes, now.cause()), changes);
                }
            }
        }
    }

    private Map<String, String> attributesOf(Completion one) {
        return attributesFor(one.learner(), enrolments.of(one.enrolment()));
    }

    private Map<String, String> attributesOf(Trained one) {
        return attributesFor(one.learner(), completions.of(one.by().completion()));
    }

    /** Those of a fact, if it is of this learner. */
    private static Map<String, String> attributesFor(UUID learner, Optional<? extends CountedFact> named) {
        return named.filter(one -> one.learner().equals(learner))
                .flatMap(CountedFact::members)
                .map(EventMembers::attributes)
                .orElse(Map.of());
    }

    private static boolean hasAttributes(CountedFact one) {
        return one.members().filter(members -> !members.attributes().isEmpty()).isPresent();
    }
}
