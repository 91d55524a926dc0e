package kz.qadam.progress.completion;

import com.fasterxml.uuid.Generators;
import com.fasterxml.uuid.impl.TimeBasedEpochGenerator;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import kz.qadam.chassis.http.problem.Problem;
import kz.qadam.chassis.submissions.submission.Outcome;
import kz.qadam.chassis.submissions.submission.ParsedItem;
import kz.qadam.progress.catalogue.CatalogueCache;
import kz.qadam.progress.completion.Completion.CompletionChange;
import kz.qadam.progress.completion.Completion.CompletionKey;
import kz.qadam.progress.completion.Completion.StateOrigin;
import kz.qadam.progress.completion.CompletionName.Found;
import kz.qadam.progress.learner.JudgingTransaction;
import kz.qadam.progress.learner.StateChangeCause;

/**
 * Records submitted revocations, including those that come before their completion. It locks first references, then
 * learners.
 */
@Singleton
class Revocations extends CompletionSubmissionKind<RevocationPost> {

    private final TimeBasedEpochGenerator ids = Generators.timeBasedEpochGenerator();

    Revocations(CatalogueCache catalogues, LearnerJudging judging, Clock clock) {
        super("revocations", RevocationPost.READER, StateChangeCause.REVOKED, catalogues, judging, clock);
    }

    @Override
    Recorded record(JudgingTransaction transaction, List<ParsedItem<RevocationPost>> sent, boolean isDryRun) {
        Map<CompletionName, Found> known = CompletionName.find(
                transaction.handle(),
                sent.stream().filter(item -> item.problem().isEmpty()).map(Revocations::name));
        Function<ParsedItem<RevocationPost>, CompletionKey> keyOf = item -> key(item, known.get(name(item)));
        List<ParsedItem<RevocationPost>> items = sent.stream()
                .map(item -> item.problem().isPresent() ? item : checked(item, known.get(name(item))))
                .toList();
        Map<CompletionKey, ParsedItem<RevocationPost>> first = firstItems(items, keyOf);
        Map<CompletionKey, Completion> current = new LinkedHashMap<>();
        first.forEach((key, item) -> current.put(key, tombstone(transaction, key, item)));
        Map<CompletionKey, CompletionChange> changes = CompletionRows.insertOrChange(
                        transaction.handle(), current, Revocations::revoked)
                .changes();
        List<Outcome<CompletionView>> outcomes = items.stream()
                .map(item -> item.outcome(() -> {
                    CompletionKey key = keyOf.apply(item);
                    return outcome(current.get(key), isFirst(item, first, key) ? changes.get(key) : null);
                }))
                .toList();
        return new Recorded(outcomes, changes.values());
    }

    private Completion tombstone(JudgingTransaction transaction, CompletionKey key, ParsedItem<RevocationPost> item) {
        return Completion.first(
                ids.generate(),
                key,
                null,
                CompletionState.REVOKED,
                null,
                StateOrigin.stated(transaction, item.content().reason(), item.submitter()));
    }

    private static Optional<CompletionChange> revoked(Completion before, Completion tombstone) {
        return before.transitionTo(before.content(), CompletionState.REVOKED, before.enrolled(), tombstone.origin());
    }

    /** @param change null if the item changed nothing */
    private static Outcome<CompletionView> outcome(Completion completion, CompletionChange change) {
        CompletionView view = CompletionView.of(completion);
        return change == null
                ? new Outcome.Repeated<>(completion.id(), view)
                : new Outcome.Kept<>(
                        change.isNew() ? 201 : 200, CompletionStatus.ACCEPTED.word(), completion.id(), view);
    }

    /** Rejects an item that names a completion of another institution. */
    private static ParsedItem<RevocationPost> checked(ParsedItem<RevocationPost> item, Found found) {
        return found == null || found.belongsTo(item.actingFor()) ? item : item.rejected(Problem.notFound());
    }

    /** A name that is not known yet is taken as a reference: its completion may come later. */
    private static CompletionKey key(ParsedItem<RevocationPost> item, Found found) {
        return found == null
                ? new CompletionKey(item.actingFor(), item.content().completion())
                : found.key();
    }

    private static CompletionName name(ParsedItem<RevocationPost> item) {
        return new CompletionName(item.actingFor(), item.content().completion());
    }
}
