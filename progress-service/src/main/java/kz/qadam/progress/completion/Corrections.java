package kz.qadam.progress.completion;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import kz.qadam.chassis.http.problem.Problem;
import kz.qadam.chassis.http.problem.ProblemType;
import kz.qadam.chassis.submissions.submission.Outcome;
import kz.qadam.chassis.submissions.submission.ParsedItem;
import kz.qadam.progress.catalogue.CatalogueCache;
import kz.qadam.progress.completion.Completion.CompletionChange;
import kz.qadam.progress.completion.Completion.EnrolmentMembers;
import kz.qadam.progress.completion.Completion.StateOrigin;
import kz.qadam.progress.learner.JudgingTransaction;
import kz.qadam.progress.learner.StateChangeCause;

/** Records submitted corrections; several corrections of one completion are applied one after the other. */
@Singleton
class Corrections extends CompletionSubmissionKind<CorrectionPost> {

    Corrections(CatalogueCache catalogues, LearnerJudging judging, Clock clock) {
        super("corrections", CorrectionPost.READER, StateChangeCause.CORRECTED, catalogues, judging, clock);
    }

    @Override
    public Map<String, Object> details(CompletionView view) {
        return Map.of("version", view.version());
    }

    @Override
    Recorded record(JudgingTransaction transaction, List<ParsedItem<CorrectionPost>> items, boolean isDryRun) {
        var recording = new Recording(
                transaction,
                LockedCompletions.of(
                        transaction.handle(),
                        items.stream().filter(item -> item.problem().isEmpty()).toList()));
        List<Outcome<CompletionView>> outcomes = items.stream()
                .map(item -> item.outcome(() -> recording.correct(item)))
                .toList();
        recording.written.forEach(states -> CompletionRows.update(transaction.handle(), List.copyOf(states.values())));
        return new Recorded(outcomes, recording.changes.values());
    }

    /** Corrects completions in one transaction. */
    private static final class Recording {

        private final JudgingTransaction transaction;
        private final LockedCompletions locked;
        private final Map<UUID, CompletionChange> changes = new LinkedHashMap<>();
        private final List<Map<UUID, Completion>> written = new ArrayList<>();

        private Recording(JudgingTransaction transaction, LockedCompletions locked) {
            this.transaction = transaction;
            this.locked = locked;
        }

        /** A correction that is sent again changes nothing and is a duplicate, whatever version it names. */
        private Outcome<CompletionView> correct(ParsedItem<CorrectionPost> item) {
            Completion before = locked.find(item);
            if (before == null) {
                return new Outcome.Rejected<>(Problem.notFound());
            }
            CorrectionPost post = item.content();
            if (before.isRevoked()) {
                return refused(ProblemType.RULE_VIOLATED, item, "completion", "revoked");
            }
            CompletionContent content =
                    post.appliedTo(before.content(), locked.isCurrentEnrolment(before, post.enrolment()));
            if (content.equals(before.content())) {
                return new Outcome.Repeated<>(before.id(), CompletionView.of(before));
            }
            if (post.version() != null && post.version() != before.version()) {
                return refused(ProblemType.VERSION_CONFLICT, item, "version", "not-current", before.version());
            }
            var enrolment = locked.enrolment(before.institution(), content.enrolment());
            CompletionChange change = before.transitionTo(
                            content,
                            CompletionState.of(
                                    content.completedOn(),
                                    enrolment,
                                    transaction.catalogue().days()),
                            EnrolmentMembers.of(enrolment),
                            StateOrigin.stated(transaction, post.reason(), item.submitter()))
                    .orElseThrow();
            note(change);
            return new Outcome.Kept<>(
                    200, change.after().state().status().word(), before.id(), CompletionView.of(change.after()));
        }

        private static Outcome<CompletionView> refused(
                ProblemType type, ParsedItem<CorrectionPost> item, String member, String key, Object... arguments) {
            return new Outcome.Rejected<>(new Problem(type, item.fields().fault(member, key, arguments)));
        }

        /**
         * Notes a change. Each state is written, but learners are judged and events published once, from the last
         * state.
         */
        private void note(CompletionChange change) {
            UUID id = change.after().id();
            locked.put(change.after());
            changes.merge(id, change, CompletionChange::followedBy);
            Map<UUID, Completion> free = written.stream()
                    .filter(states -> !states.containsKey(id))
                    .findFirst()
                    .orElseGet(() -> {
                        Map<UUID, Completion> next = new HashMap<>();
                        written.add(next);
                        return next;
                    });
            free.put(id, change.after());
        }
    }
}
