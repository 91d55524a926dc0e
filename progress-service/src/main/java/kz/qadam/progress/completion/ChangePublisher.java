package kz.qadam.progress.completion;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import kz.qadam.progress.catalogue.AlmatyTime;
import kz.qadam.progress.catalogue.Catalogue;
import kz.qadam.progress.learner.LearnerCohort;
import kz.qadam.progress.learner.StateCause;
import kz.qadam.progress.learner.TrainedStateChanges;
import kz.qadam.progress.learner.TrainedStateUpdater;
import kz.qadam.progress.outbox.CompletionPublisher;
import kz.qadam.progress.tally.Tallies;
import kz.qadam.progress.tally.TallyDelta;
import kz.qadam.progress.trained.AcceptedCompletion;
import org.jdbi.v3.core.Handle;

/** Publishes the changes of completions: judges their learners again and adds the events about both to the outbox. */
@ApplicationScoped
class ChangePublisher {

    private final TrainedStateUpdater trainedStates;
    private final CompletionPublisher events;
    private final Tallies tallies;

    ChangePublisher(TrainedStateUpdater trainedStates, CompletionPublisher events, Tallies tallies) {
        this.trainedStates = trainedStates;
        this.events = events;
        this.tallies = tallies;
    }

    /**
     * Judges the present and former learners of the changed completions, and publishes the changes. Runs in the
     * transaction that has written them.
     *
     * @return the trained states before and after
     */
    TrainedStateChanges publish(
            Handle handle,
            Catalogue catalogue,
            List<CompletionChange> changes,
            StateCause cause,
            Instant now,
            String trace) {
        return publish(handle, catalogue, changes, List.of(), cause, now, trace);
    }

    /**
     * The same, and judges further learners, whether or not their completions changed.
     *
     * @param furtherLearners these further learners
     */
    TrainedStateChanges publish(
            Handle handle,
            Catalogue catalogue,
            List<CompletionChange> changes,
            Collection<LearnerCohort> furtherLearners,
            StateCause cause,
            Instant now,
            String trace) {
        List<PublishedChange> published = PublishedChange.of(handle, changes);
        noteUnpublished(handle, changes, published, now);
        TreeSet<LearnerCohort> learners =
                published.stream().flatMap(PublishedChange::learners).collect(Collectors.toCollection(TreeSet::new));
        Set<LearnerCohort> gainers = gainers(learners, published, furtherLearners);
        learners.addAll(furtherLearners);
        Set<LearnerCohort> merged = merged(published);
        TrainedStateChanges trained = trainedStates.update(
                handle,
                catalogue,
                learners,
                accepted(catalogue, published),
                gainers,
                one -> merged.contains(one) ? StateCause.MERGED : cause,
                now,
                trace);
        events.add(
                handle,
                Stream.concat(
                                published.stream().map(change -> CompletionEvents.of(change, trained, trace)),
                                trained.facts().stream())
                        .toList());
        return trained;
    }

    /**
     * Counts completions that were revoked before anything about them was published. They are no longer pending, and no
     * event tells consumers of them.
     */
    private void noteUnpublished(
            Handle handle, List<CompletionChange> changes, List<PublishedChange> published, Instant now) {
        List<CompletionChange> revoked =
                changes.stream().filter(change -> change.after().isRevoked()).toList();
        if (revoked.isEmpty()) {
            return;
        }
        Map<UUID, PublishedChange> byId = published.stream()
                .collect(Collectors.toMap(one -> one.change().after().id(), Function.identity(), (a, b) -> b));
        tallies.note(
                handle,
                AlmatyTime.dayOf(now),
                revoked.stream()
                        .map(change -> TallyDelta.ofUnpublished(
                                change.after().institution(),
                                PublishedChange.unpublishedChange(
                                        change, byId.get(change.after().id())))));
    }

    /** The accepted completions that this transaction has written, by learner. */
    private static Map<LearnerCohort, List<AcceptedCompletion>> accepted(
            Catalogue catalogue, List<PublishedChange> published) {
        Map<UUID, Completion> accepted = new LinkedHashMap<>();
        for (PublishedChange change : published) {
            Completion one = change.change().after();
            if (one.state().status() == Status.ACCEPTED) {
                accepted.put(one.id(), one);
            } else {
                accepted.remove(one.id());
            }
        }
        return accepted.values().stream()
                .collect(Collectors.groupingBy(
                        one -> one.enrolled().learnerCohort(),
                        Collectors.mapping(one -> one.completed(catalogue.hours()), Collectors.toList())));
    }

    /** Learners who only gained completions: their earlier completions need not be read unless they matter. */
    private static Set<LearnerCohort> gainers(
            Collection<LearnerCohort> learners,
            List<PublishedChange> published,
            Collection<LearnerCohort> furtherLearners) {
        Set<LearnerCohort> gainers = new HashSet<>(learners);
        published.stream().flatMap(PublishedChange::losingLearners).forEach(gainers::remove);
        furtherLearners.forEach(gainers::remove);
        return gainers;
    }

    /**
     * The absorbed and the surviving learners of merges: their cause is the merge, whatever else happened in the same
     * transaction.
     */
    private static Set<LearnerCohort> merged(List<PublishedChange> published) {
        return published.stream()
                .filter(one -> one.change().after().origin().cause() == StateCause.MERGED)
                .flatMap(PublishedChange::learners)
                .collect(Collectors.toSet());
    }

    /** Notes by how much the numbers of pending and refused completions have changed. */
    void noteStocks(Handle handle, List<CompletionChange> changes, Instant now) {
        tallies.note(
                handle,
                AlmatyTime.dayOf(now),
                changes.stream()
                        .map(c -> TallyDelta.ofStocks(c.after().institution(), c.pendingChange(), c.refusedChange())));
    }

    /** Wakes the relay after the commit. */
    void committed() {
        events.wake();
    }
}
