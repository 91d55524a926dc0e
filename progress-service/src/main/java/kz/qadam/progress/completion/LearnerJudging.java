package kz.qadam.progress.completion;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import kz.qadam.progress.catalogue.Catalogue;
import kz.qadam.progress.completion.Completion.CompletionChange;
import kz.qadam.progress.learner.JudgingTransaction;
import kz.qadam.progress.learner.LearnerCohort;
import kz.qadam.progress.learner.StateChangeCause;
import kz.qadam.progress.learner.TrainedStateChanges;
import kz.qadam.progress.outbox.ProgressPublisher;
import kz.qadam.progress.tally.Tallies;
import kz.qadam.progress.tally.Tallies.TallyDelta;
import kz.qadam.progress.trained.AcceptedCompletion;

/** Judges the learners of changed completions, counts the changes, and adds the events about both to the outbox. */
@ApplicationScoped
class LearnerJudging {

    private final ProgressPublisher events;

    LearnerJudging(ProgressPublisher events) {
        this.events = events;
    }

    /**
     * Judges the present and former learners of the changed completions. Runs in the transaction that has written the
     * changes.
     *
     * @param furtherLearners learners who are judged whether or not their completions changed
     * @param received the received items, to be counted with the changes
     * @return the trained states before and after
     */
    TrainedStateChanges judge(
            JudgingTransaction transaction,
            Collection<CompletionChange> changes,
            Collection<LearnerCohort> furtherLearners,
            Stream<TallyDelta> received) {
        List<PublishedChange> all = PublishedChange.of(transaction.handle(), changes);
        Tallies.note(transaction.handle(), Stream.concat(received, all.stream().map(PublishedChange::tallyDelta)));
        List<PublishedChange> published =
                all.stream().filter(PublishedChange::isPublished).toList();
        TreeSet<LearnerCohort> learners =
                published.stream().flatMap(PublishedChange::learners).collect(Collectors.toCollection(TreeSet::new));
        Set<LearnerCohort> gainers = withOnlyGains(learners, published, furtherLearners);
        learners.addAll(furtherLearners);
        TrainedStateChanges trained = TrainedStateChanges.judge(
                transaction, learners, accepted(transaction.catalogue(), published), gainers, merged(published));
        events.add(
                transaction.handle(),
                Stream.concat(
                                published.stream().map(change -> change.event(trained, transaction.trace())),
                                trained.facts().stream())
                        .toList());
        return trained;
    }

    /** The accepted completions that this transaction has written, by learner. */
    private static Map<LearnerCohort, List<AcceptedCompletion>> accepted(
            Catalogue catalogue, List<PublishedChange> published) {
        return published.stream()
                .map(one -> one.change().after())
                .filter(one -> one.state().status() == CompletionStatus.ACCEPTED)
                .collect(Collectors.groupingBy(
                        one -> one.enrolled().learnerCohort(),
                        Collectors.mapping(one -> one.completed(catalogue.hours()), Collectors.toList())));
    }

    /** Learners who only gained completions: their earlier completions need not be read unless they matter. */
    private static Set<LearnerCohort> withOnlyGains(
            Collection<LearnerCohort> learners,
            List<PublishedChange> published,
            Collection<LearnerCohort> furtherLearners) {
        Set<LearnerCohort> gainers = new HashSet<>(learners);
        published.stream().flatMap(PublishedChange::losingLearners).forEach(gainers::remove);
        furtherLearners.forEach(gainers::remove);
        return gainers;
    }

    /**
     * The absorbed and the surviving learners of merges and of their undoings: their cause is the merge, whatever else
     * happened in the same transaction.
     */
    private static Set<LearnerCohort> merged(List<PublishedChange> published) {
        return published.stream()
                .filter(one -> one.change().after().origin().cause() == StateChangeCause.MERGED)
                .flatMap(PublishedChange::learners)
                .collect(Collectors.toSet());
    }
}
