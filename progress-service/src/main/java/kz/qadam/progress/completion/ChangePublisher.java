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
import kz.qadam.progress.catalogue.Almaty;
import kz.qadam.progress.catalogue.Catalogue;
import kz.qadam.progress.learner.Cause;
import kz.qadam.progress.learner.LearnerCohort;
import kz.qadam.progress.learner.TrainedStateChanges;
import kz.qadam.progress.learner.TrainedStateUpdater;
import kz.qadam.progress.outbox.CompletionPublisher;
import kz.qadam.progress.tally.Tallies;
import kz.qadam.progress.tally.TallyDelta;
import kz.qadam.progress.trained.Completed;
import org.jdbi.v3.core.Handle;

/** Publishes changes of completions, and what they change for their learners, whom it judges again. */
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

    /** In the transaction that has written the changes: judges the learners to whom they belong, and belonged. */
    TrainedStateChanges publish(
            Handle handle,
            Catalogue catalogue,
            List<CompletionChange> changes,
            Cause cause,
            Instant now,
            String trace) {
        return publish(handle, catalogue, changes, List.of(), cause, now, trace);
    }

    /** The same, and judges these learners whatever the changes are. */
    TrainedStateChanges publish(
            Handle handle,
            Catalogue catalogue,
            List<CompletionChange> changes,
            Collection<LearnerCohort> also,
            Cause cause,
            Instant now,
            String trace) {
        List<PublishedChange> published = PublishedChange.of(handle, changes);
        noteUnpublished(handle, changes, published, now);
        TreeSet<LearnerCohort> learners =
                published.stream().flatMap(PublishedChange::learners).collect(Collectors.toCollection(TreeSet::new));
        Set<LearnerCohort> gainers = gainers(learners, published, also);
        learners.addAll(also);
        Set<LearnerCohort> merged = merged(published);
        TrainedStateChanges trained = trainedStates.update(
                handle,
                catalogue,
                learners,
                accepted(catalogue, published),
                gainers,
                one -> merged.contains(one) ? Cause.MERGED : cause,
                now,
                trace);
        events.add(
                handle,
                Stream.concat(
                                published.stream().map(change -> CompletionFacts.of(change, trained, trace)),
                                trained.facts().stream())
                        .toList());
        return trained;
    }

    /** A completion that is revoked before it was ever published is missing where others count, and waits no more. */
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
                Almaty.dayOf(now),
                revoked.stream()
                        .map(change -> TallyDelta.ofUntold(
                                change.after().institution(),
                                PublishedChange.unpublishedChange(
                                        change, byId.get(change.after().id())))));
    }

    /** The accepted completions that were written, by their learners. */
    private static Map<LearnerCohort, List<Completed>> accepted(Catalogue catalogue, List<PublishedChange> published) {
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
                        one -> one.enrolled().who(),
                        Collectors.mapping(one -> one.completed(catalogue.hours()), Collectors.toList())));
    }

    /** The learners of whom it is enough to know what they have gained. */
    private static Set<LearnerCohort> gainers(
            Collection<LearnerCohort> learners, List<PublishedChange> published, Collection<LearnerCohort> also) {
        Set<LearnerCohort> gainers = new HashSet<>(learners);
        published.stream().flatMap(PublishedChange::losing).forEach(gainers::remove);
        also.forEach(gainers::remove);
        return gainers;
    }

    /** Both the learners who were one person all along, whatever else has happened to the others at the same time. */
    private static Set<LearnerCohort> merged(List<PublishedChange> published) {
        return published.stream()
                .filter(one -> one.change().after().origin().cause() == Cause.MERGED)
                .flatMap(PublishedChange::learners)
                .collect(Collectors.toSet());
    }

    /** Notes by how many more, or fewer, completions wait or are refused. */
    void noteStocks(Handle handle, List<CompletionChange> changes, Instant now) {
        tallies.note(
                handle,
                Almaty.dayOf(now),
                changes.stream()
                        .map(c -> TallyDelta.ofStocks(c.after().institution(), c.pendingChange(), c.refusedChange())));
    }

    /** After the commit. */
    void committed() {
        events.wake();
    }
}
