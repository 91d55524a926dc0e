package kz.qadam.reporting.rollup;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import kz.qadam.reporting.rollup.fact.Completion;
import kz.qadam.reporting.rollup.fact.Enrolment;
import kz.qadam.reporting.rollup.fact.Trained;

/**
 * Which current facts a batch needs besides, because attributes of enrolments are joined to completions and to trained
 * learners (see {@link RollUpUpdate}): those that decide the attributes of its facts, and those
 * whose attributes its facts decide.
 */
public final class AttributeJoinFacts {

    private final List<Completion> arrivedCompletions;
    private final List<Enrolment> arrivedEnrolments;
    private final List<Trained> arrivedTrained;
    private final Map<UUID, Completion> completions = new LinkedHashMap<>();
    private final Map<UUID, Enrolment> enrolments = new LinkedHashMap<>();

    /** @param known the current enrolments of the learners of the enrolments that arrived */
    public AttributeJoinFacts(
            List<Completion> arrivedCompletions,
            List<Enrolment> arrivedEnrolments,
            List<Trained> arrivedTrained,
            List<Enrolment> known) {
        this.arrivedCompletions = arrivedCompletions;
        this.arrivedEnrolments = arrivedEnrolments;
        this.arrivedTrained = arrivedTrained;
        addEnrolments(known);
    }

    /** Adds current enrolments. */
    public void addEnrolments(Collection<Enrolment> known) {
        known.forEach(one -> enrolments.putIfAbsent(one.id(), one));
    }

    /** Adds current completions. */
    public void addCompletions(Collection<Completion> known) {
        known.forEach(one -> completions.putIfAbsent(one.id(), one));
    }

    /** The current completions that were added. */
    public List<Completion> completions() {
        return List.copyOf(completions.values());
    }

    /** The current enrolments that are known or were added. */
    public List<Enrolment> enrolments() {
        return List.copyOf(enrolments.values());
    }

    /** The enrolments that arrived completions name. Of those that arrived too, what is current was added before. */
    public Set<UUID> missingEnrolments() {
        Set<UUID> missing =
                arrivedCompletions.stream().map(Completion::enrolment).collect(Collectors.toSet());
        missing.removeAll(enrolments.keySet());
        arrivedEnrolments.forEach(one -> missing.remove(one.id()));
        return missing;
    }

    /** The completions by which arrived trained facts are trained. Of those that arrived too, what is current was added. */
    public Set<UUID> missingCompletions() {
        Set<UUID> missing = arrivedTrained.stream()
                .filter(Trained::isTrained)
                .map(one -> one.by().completion())
                .collect(Collectors.toSet());
        missing.removeAll(completions.keySet());
        arrivedCompletions.forEach(one -> missing.remove(one.id()));
        return missing;
    }

    /** The learners, before and after the batch, of its enrolments that have or had attributes. */
    public Set<UUID> learnersOfEnrolments() {
        Set<UUID> joined = enrolmentsWithAttributes();
        return statesOfArrivedEnrolments()
                .filter(one -> joined.contains(one.id()))
                .map(Enrolment::learner)
                .collect(Collectors.toSet());
    }

    /** The learners, before and after the batch, of completions that have, had or may get attributes. */
    public Set<UUID> learnersOfCompletions() {
        Set<UUID> joined = enrolmentsWithAttributes();
        Set<UUID> learners = new HashSet<>(learnersOfEnrolments());
        for (Completion now : arrivedCompletions) {
            List<Completion> states = new ArrayList<>(List.of(now));
            Stream.ofNullable(completions.get(now.id())).forEach(states::add);
            if (states.stream()
                    .anyMatch(one -> joined.contains(one.enrolment())
                            || !one.attributes().isEmpty())) {
                states.forEach(one -> learners.add(one.learner()));
            }
        }
        return learners;
    }

    private Set<UUID> enrolmentsWithAttributes() {
        return Stream.concat(arrivedEnrolments.stream(), enrolments.values().stream())
                .filter(one -> !one.attributes().isEmpty())
                .map(Enrolment::id)
                .collect(Collectors.toSet());
    }

    private Stream<Enrolment> statesOfArrivedEnrolments() {
        return arrivedEnrolments.stream()
                .flatMap(now -> Stream.concat(Stream.of(now), Stream.ofNullable(enrolments.get(now.id()))));
    }
}
